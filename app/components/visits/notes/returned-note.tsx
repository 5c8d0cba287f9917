import { NOTE_KIND_WORDS } from "~/domain/visit/device-words";
import type { NoteKind } from "~/domain/visit/states";
import { Button } from "../../button";
import type { SummaryError } from "../../form/error-summary";
import type { NoteFormFields } from "./note-form";
import { Panel } from "../../panels/panel";

/** What a posted form brings back when it was not taken: the words, and what to do. */
export type Returned = {
  errors: SummaryError[];
  text?: string;
  noteError?: string;
  /** The words may name a child, which the writer may say they do not. */
  asksNames?: boolean;
  /** Which note was sent, so that another try is of the same one. */
  fields?: NoteFormFields;
  lineError?: string;
  jottings?: { text: string; version: number };
  jottingsError?: string;
  conflict?: FoundConflict;
};

/** A posted change that met another version of the same note. */
export type FoundConflict = {
  note: string;
  delivery: string;
  line: string;
  notedAt: string;
  version: number;
  mine: { kind: NoteKind; text: string };
  namesConfirmed: boolean;
  held: { kind: NoteKind; text: string; removed: boolean };
};

/** Both texts, and a form that puts one's own on top of the other; doing nothing keeps the other. */
export function ConflictFound(props: FoundConflict & { action: string }) {
  const { note, delivery, line, notedAt, version, mine, held, action, namesConfirmed } = props;
  const said: Record<string, string> = namesConfirmed ? { namesConfirmed: "yes" } : {};
  const same = { intent: "keep", note, delivery, line, notedAt, base: String(version) };
  const hidden: Record<string, string> = { ...same, ...mine, ...said };
  return (
    <Panel kind="conflict" title="Two versions of this note" id="two-versions">
      <dl className="ir-two-texts">
        <dt>Yours, {NOTE_KIND_WORDS[mine.kind]}</dt>
        <dd>{mine.text}</dd>
        <dt>As it stands, {NOTE_KIND_WORDS[held.kind]}</dt>
        <dd>{held.removed ? "Taken out" : held.text}</dd>
      </dl>
      <form method="post" action={action}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button secondary>Keep mine</Button>
      </form>
      <p className="ir-hint">Leave this page to keep the other.</p>
    </Panel>
  );
}
