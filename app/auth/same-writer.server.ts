import type { Actor } from "~/domain/policy/actor";
import { AppError, publicError } from "~/platform/error-response.server";
import { fieldsToKeep, textsOf } from "./kept-form";

/**
 * Whether the signed-in person is who opened the page that text comes from. In a staffroom somebody else's tab may
 * still be open in the browser: its text is not theirs to save. `writer` empty: the page did not say.
 */
export function isSameWriter(actor: Actor, writer: string): boolean {
  return writer === "" || writer === actor.userId;
}

type Posted = { writer: string; form: FormData };

/** The same for a posted form; otherwise throws the page that gives every word of it back, to copy. */
export function requireSameWriter(
  { requestId }: { requestId: string },
  actor: Actor,
  { writer, form }: Posted,
): void {
  if (isSameWriter(actor, writer)) return;
  const error = publicError(new AppError("other-writer"), requestId);
  const fields = fieldsToKeep(form.entries());
  const texts = textsOf({ path: "", page: "", fields });
  throw Response.json({ ...error, texts }, { status: error.status, statusText: error.title });
}
