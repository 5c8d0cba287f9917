import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import type { Passwords } from "./password.server";
import { provePassword } from "./prove-password.server";

/** How a person shows again that it is really them. More kinds come beside the password (design.md decision 9). */
export type Means = { kind: "password"; password: string };

/** When and how a person proved who they are. */
export type ProvenAt = { at: Date; by: Means["kind"] };

type Circumstances = { address: string; passwords?: Passwords };

/**
 * Asks a signed-in person once more, before signing or changing the password. The limits are those of
 * signing in, so a stolen open browser is no place to guess passwords.
 */
export async function reauthenticate(
  app: App,
  actor: Actor,
  means: Means,
  { address, passwords }: Circumstances,
): Promise<Result<ProvenAt, "wrong" | "too-many">> {
  const attempt = { email: actor.email, password: means.password, address };
  const proven = await provePassword(app, attempt, passwords);
  if (!proven.ok) return proven;
  if (proven.value.userId !== actor.userId) return refused("wrong");
  return ok({ at: app.clock.now(), by: means.kind });
}
