import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { LONGEST_NOTE } from "~/domain/visit/delivery";
import { NOTE_KIND_WORDS, REFUSAL_WORDS } from "~/domain/visit/device-words";
import { NOTE_KINDS, type NoteKind } from "~/domain/visit/states";
import { namesQuestion } from "~/domain/people/names-question";
import { newLikelyNames } from "~/domain/people/new-likely-names";
import { findUpn } from "~/domain/people/upn";
import { NamesQuestion } from "../../form/names-question";
import { TextArea } from "../../form/text-area";
import { Icon } from "../../icon";
import { NOTE_KIND_ICONS } from "./note-kind";

/** What the form posts without JavaScript, and nothing the script needs. */
export type NoteFormFields = {
  note: string;
  delivery: string;
  line: string;
  base: number;
  notedAt: string | null;
};

/** What is kept when one of the three buttons is pressed. */
type Kept = { kind: NoteKind; text: string; namesConfirmed: boolean };

type NoteFormProps = {
  id: string;
  action: string;
  fields: NoteFormFields;
  label: string;
  hint: string;
  text: string;
  /** What stood in the note before; words of it are not asked about again. */
  before?: string;
  error: string | undefined;
  /** Whether the words may name a child, so that the writer says that they do not. */
  asksNames?: boolean;
  /** Keeps the note on the device; null: the form is posted. */
  onKeep: ((written: Kept) => Promise<void>) | null;
  autoFocus?: boolean;
  children?: ReactNode;
};

/** One box and three buttons (look/16): pressing one keeps the note, clears the box and returns focus to it. */
export function NoteForm(props: NoteFormProps) {
  const { id, action, fields, label, hint, onKeep, children, before = "" } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const [error, setError] = useState(props.error);
  const [asks, setAsks] = useState(props.asksNames === true);
  function keep(event: FormEvent<HTMLFormElement>) {
    const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    if (!(pressed instanceof HTMLButtonElement) || pressed.name !== "kind") return;
    const text = box.current?.value ?? "";
    const namesConfirmed = new FormData(event.currentTarget).has("namesConfirmed");
    const names = namesConfirmed ? [] : newLikelyNames(text, { before });
    const problem = problemOf(text) ?? (names.length > 0 ? namesQuestion(names) : undefined);
    const kind = NOTE_KINDS.find((one) => one === pressed.value);
    if (onKeep === null || kind === undefined) return;
    event.preventDefault();
    setError(problem);
    setAsks(problem !== undefined && names.length > 0);
    if (problem === undefined) {
      if (box.current) box.current.value = "";
      onKeep({ kind, text: text.trim(), namesConfirmed }).catch(() => giveBack(text));
    }
    box.current?.focus();
  }
  function giveBack(text: string) {
    setError("This tablet could not keep the note. Press the button again to send it");
    if (box.current) box.current.value = `${text}${box.current.value}`;
  }
  return (
    <form method="post" action={action} className="ir-note-form" onSubmit={keep}>
      <input type="hidden" name="intent" value="keep" />
      <input type="hidden" name="note" value={fields.note} />
      <input type="hidden" name="delivery" value={fields.delivery} />
      <input type="hidden" name="line" value={fields.line} />
      <input type="hidden" name="base" value={fields.base} />
      {fields.notedAt === null ? null : (
        <input type="hidden" name="notedAt" value={fields.notedAt} />
      )}
      <TextArea
        ref={box}
        id={id}
        name="text"
        label={label}
        hint={hint}
        warnNames
        error={error}
        defaultValue={props.text}
        limit={LONGEST_NOTE}
        autoFocus={props.autoFocus}
      />
      {asks ? <NamesQuestion id={`${id}-names`} name="namesConfirmed" /> : null}
      <div className="ir-note-buttons" role="group" aria-label="Keep it as">
        {NOTE_KINDS.map((kind) => (
          <button key={kind} type="submit" name="kind" value={kind} className="ir-note-button">
            <Icon name={NOTE_KIND_ICONS[kind]} />
            {NOTE_KIND_WORDS[kind]}
          </button>
        ))}
      </div>
      {children}
    </form>
  );
}

/** As the server would answer, but said while the words are still in the box. */
function problemOf(text: string): string | undefined {
  if (text.trim() === "") return REFUSAL_WORDS.empty;
  if (text.length > LONGEST_NOTE) return REFUSAL_WORDS["too-long"];
  return findUpn(text).length > 0 ? REFUSAL_WORDS.upn : undefined;
}
