import type { DeliveryAnswer } from "~/domain/visit/delivery";
import type { JottingsOutcome } from "~/domain/visit/device-jottings";
import { JOTTINGS_REFUSAL_WORDS, REFUSAL_WORDS } from "~/domain/visit/device-words";
import type { JottingsForm, NoteForm } from "~/forms/visit-notes";
import { WRONG_LINE } from "./add-line";
import type { Returned } from "./returned-note";

type NotTaken = Extract<DeliveryAnswer, { answer: "conflict" | "refused" }>;

/** A posted note that was not taken, with what was typed. `delivery`: a new id for another try. */
export function returnedNote(typed: NoteForm, answer: NotTaken, delivery: string): Returned {
  const { note, line, kind, text, notedAt } = typed;
  if (answer.answer === "refused") {
    const noteError = REFUSAL_WORDS[answer.why];
    return { errors: [{ fieldId: "note", text: noteError }], text, noteError };
  }
  const { version, held } = answer;
  return {
    errors: [],
    conflict: {
      ...{ note, delivery, line, version, held },
      notedAt: notedAt ?? "",
      mine: { kind, text },
    },
  };
}

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
