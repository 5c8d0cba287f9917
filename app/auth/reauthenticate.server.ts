import type { Actor } from "~/domain/policy/actor";
import { assertNever, ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { takeFreshProof } from "./fresh-proof.server";
import type { Passwords } from "./password.server";
import { provePassword } from "./prove-password.server";
import { proveSecondFactor } from "./prove-second-factor.server";

/** How a person shows again that it is really them. More kinds come beside these (design.md decision 9). */
export type Means =
  | { kind: "password"; password: string }
  /** A code of the authenticator app, as typed. */
  | { kind: "authenticator"; code: string }
  /** What they have just shown at their provider for `purpose`, one of our own paths, in this session (its stored hash). */
  | { kind: "single-sign-on"; sessionId: string; purpose: string };

/** When and how a person proved who they are. */
export type ProvenAt = { at: Date; by: Means["kind"] };

type Circumstances = { address: string; passwords?: Passwords };

/**
 * Asks a signed-in person once more, before signing or changing the password. The limits are those of
 * signing in, so a stolen open browser is no place to guess passwords or codes.
 */
export async function reauthenticate(
  app: App,
  actor: Actor,
  means: Means,
  circumstances: Circumstances,
): Promise<Result<ProvenAt, "wrong" | "too-many">> {
  const proven = await prove(app, actor, { ...circumstances, means });
  return proven.ok ? ok({ at: app.clock.now(), by: means.kind }) : proven;
}

async function prove(
  app: App,
  actor: Actor,
  { means, address, passwords }: Circumstances & { means: Means },
): Promise<Result<unknown, "wrong" | "too-many">> {
  switch (means.kind) {
    case "password": {
      const attempt = { email: actor.email, password: means.password, address };
      const proven = await provePassword(app, attempt, passwords);
      if (!proven.ok) return proven;
      return proven.value.userId === actor.userId ? proven : refused("wrong");
    }
    case "authenticator":
      return proveSecondFactor(app, { ...means, userId: actor.userId, address });
    case "single-sign-on": {
      const taken = await takeFreshProof(app, { ...means, userId: actor.userId });
      return taken === null ? refused("wrong") : ok(taken);
    }
    default:
      return assertNever(means);
  }
}
