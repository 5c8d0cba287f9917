import { reauthenticate } from "~/auth/reauthenticate.server";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";

/** What a signer gives to show again that it is really them. `address` is the caller's, for the limits. */
export type Proof = { password: string; address: string };
export type ProofProblem = { code: "password-missing" } | { code: "wrong" } | { code: "too-many" };

/** Asks a signer once more who they are, before anything is written (design.md decision 9). */
export async function proveSigner(
  app: App,
  actor: Actor,
  { password, address }: Proof,
): Promise<Result<"proven", ProofProblem>> {
  if (password === "") return refused({ code: "password-missing" });
  const proven = await reauthenticate(app, actor, { kind: "password", password }, { address });
  return proven.ok ? ok("proven") : refused({ code: proven.problem });
}
