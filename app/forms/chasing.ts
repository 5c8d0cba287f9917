import type { CallFields } from "~/domain/chasing/call-fields";
import type { CoverFields } from "~/domain/chasing/cover-fields";
import { readVersion, textOf } from "./action";

/** A call as typed. Its rules stand with the domain. */
export const readCallForm = (form: FormData): CallFields => ({
  on: textOf(form, "on"),
  withWhom: textOf(form, "withWhom"),
  agreed: textOf(form, "agreed"),
  ringAgainOn: textOf(form, "ringAgainOn"),
});

/** What is done to a call, and which: none is named where a new one is noted. */
export type SentIntent =
  { kind: "note" } | { kind: "correct" | "remove"; callId: string; version: number };

export function readCallIntent(form: FormData): SentIntent {
  const callId = textOf(form, "call");
  if (callId === "") return { kind: "note" };
  const kind = textOf(form, "intent") === "remove" ? "remove" : "correct";
  return { kind, callId, version: readVersion(form) };
}

/** A cover as typed. */
export const readCoverForm = (form: FormData): CoverFields => ({
  ownerId: textOf(form, "ownerId"),
  coveredBy: textOf(form, "coveredBy"),
  districts: textsOf(form, "districts"),
  from: textOf(form, "from"),
  to: textOf(form, "to"),
});

/** Every text of a name in a form, as of boxes ticked. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).flatMap((value) => (typeof value === "string" ? [value] : []));
}
