import { reauthenticate, type Means, type ProvenAt } from "~/auth/reauthenticate.server";
import type { Passwords } from "~/auth/password.server";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { findUser } from "~db/queries/people";
import { hasAuthenticator } from "~db/queries/second-factors";

/** What a person has to show again that it is really them. */
export type Ways = {
  password: boolean;
  /** A code of the authenticator app. */
  code: boolean;
};

/** What was typed to show it; a code goes before a password, which browsers fill in by themselves. */
export type Proof = {
  password?: string;
  code?: string;
  /** Where the request came from, for the limits. */
  address: string;
  passwords?: Passwords;
};

/** Which box nothing was typed into, of the first way there is. */
export type MissingProof = "password-missing" | "code-missing";
export type ProofCode = MissingProof | "wrong" | "too-many";
export type ProofProblem = { code: ProofCode };

/** The ways an actor has; a page offers these alone. */
export async function waysToProve(app: App, { userId }: Actor): Promise<Ways> {
  const user = await findUser(app.db.read, userId);
  const code = await hasAuthenticator(app.db.read, userId);
  return { password: (user?.passwordHash ?? null) !== null, code };
}

/** What is missing before a proof can be looked at; null: nothing. */
export async function missingProof(
  app: App,
  actor: Actor,
  proof: Proof,
): Promise<MissingProof | null> {
  if (meansOf(proof) !== null) return null;
  const ways = await waysToProve(app, actor);
  return ways.code && !ways.password ? "code-missing" : "password-missing";
}

/**
 * Asks a signed-in person once more who they are, by whatever they gave, before anything is written (design.md
 * decision 9). The answer says by what, for the record.
 */
export async function proveAgain(
  app: App,
  actor: Actor,
  proof: Proof,
): Promise<Result<{ by: ProvenAt["by"] }, ProofProblem>> {
  const means = meansOf(proof);
  if (means === null) {
    return refused({ code: (await missingProof(app, actor, proof)) ?? "password-missing" });
  }
  const { address, passwords } = proof;
  const circumstances = passwords === undefined ? { address } : { address, passwords };
  const proven = await reauthenticate(app, actor, means, circumstances);
  return proven.ok ? ok({ by: proven.value.by }) : refused({ code: proven.problem });
}

function meansOf({ password = "", code = "" }: Proof): Means | null {
  if (code.trim() !== "") return { kind: "authenticator", code };
  return password === "" ? null : { kind: "password", password };
}
