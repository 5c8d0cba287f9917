import { findLikelyChildName } from "~/domain/people/names-guard";
import { namesQuestion } from "~/domain/people/names-question";
import type { DeliveryAnswer } from "~/domain/visit/delivery";
import type { JottingsOutcome } from "~/domain/visit/device-jottings";
import { JOTTINGS_REFUSAL_WORDS, REFUSAL_WORDS } from "~/domain/visit/device-words";
import type { JottingsForm, NoteForm } from "~/forms/visit-notes";
import { findUpn } from "~/domain/people/upn";
import { NAMED_LINE, WRONG_LINE } from "./add-line";
import type { Returned } from "./returned-note";

type NotTaken = Extract<DeliveryAnswer, { answer: "conflict" | "refused" }>;

/** A posted note that was not taken, with what was typed. `delivery`: a new id for another try. */
export function returnedNote(typed: NoteForm, answer: NotTaken, delivery: string): Returned {
  const { note, line, kind, text, notedAt, base, namesConfirmed } = typed;
  if (answer.answer === "refused") {
    const asksNames = answer.why === "names";
    const names = asksNames ? findLikelyChildName(text) : [];
    const noteError = asksNames ? namesQuestion(names) : REFUSAL_WORDS[answer.why];
    const fields = { note, delivery, line, base, notedAt: notedAt ?? null };
    return { errors: [{ fieldId: "note", text: noteError }], text, noteError, asksNames, fields };
  }
  const { version, held } = answer;
  return {
    errors: [],
    conflict: {
      ...{ note, delivery, line, version, held, namesConfirmed },
      notedAt: notedAt ?? "",
      mine: { kind, text },
    },
  };
}

/** Whether a line of the day names somebody, who is never needed in it. */
export const isNamedLine = (title: string): boolean =>
  findUpn(title).length > 0 || findLikelyChildName(title).length > 0;

/** A new line of the day that names somebody. */
export const returnedNamedLine = (): Returned => ({
  errors: [{ fieldId: "line-title", text: NAMED_LINE }],
  lineError: NAMED_LINE,
});

/** A form that could not be read: a new line of the day that misses something, or a note without its button. */
export function returnedLine(form: FormData): Returned {
  if (form.get("intent") === "add-line") {
    return { errors: [{ fieldId: "line-title", text: WRONG_LINE }], lineError: WRONG_LINE };
  }
  const text = form.get("text");
  const noteError = "Press one of the three buttons to keep the note";
  const typed = typeof text === "string" ? text : "";
  return { errors: [{ fieldId: "note", text: noteError }], text: typed, noteError };
}

type NotSaved = Exclude<JottingsOutcome, { kind: "saved" }>;

/** Jottings that were not saved. Of two versions both texts stand in the box, to be made one. */
export function returnedJottings({ text, version }: JottingsForm, outcome: NotSaved): Returned {
  const jottingsError =
    outcome.kind === "refused"
      ? JOTTINGS_REFUSAL_WORDS[outcome.why]
      : "You jotted on another device too. Both texts are below: keep what you need";
  const jottings =
    outcome.kind === "refused"
      ? { text, version }
      : { text: `${text}\n\n${outcome.held.text}`, version: outcome.held.version };
  return { errors: [{ fieldId: "jottings", text: jottingsError }], jottings, jottingsError };
}
