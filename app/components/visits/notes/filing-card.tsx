import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { NOT_FOR_RECORD } from "~/domain/visit/states";
import type { FocusCount, OwnNoteView } from "~/services/visits/file-notes.server";
import { classNames } from "../../class-names";
import { Icon } from "../../icon";
import { NoteKindLabel } from "./note-kind";

type FilingCardProps = { note: OwnNoteView; focus: readonly FocusCount[]; mayFile: boolean };

/** One note with a chip for each focus; pressing the chosen one again takes it back out. */
export function FilingCard({ note, focus, mayFile }: FilingCardProps) {
  const { id, kind, text, at, filedTo } = note;
  return (
    <article className="ir-card ir-filing-card" id={`note-${id}`} aria-label={text.slice(0, 80)}>
      <div className="ir-note-foot">
        <NoteKindLabel kind={kind} />
        <span>{at}</span>
      </div>
      <p className="ir-note-text">{text}</p>
      <Form method="post" preventScrollReset className="ir-chips">
        <input type="hidden" name="note" value={id} />
        {focus.map(({ key, title }) => (
          <Chip key={key} to={key} chosen={filedTo === key} disabled={!mayFile}>
            {key}
            <span className="govuk-visually-hidden">, {title}</span>
          </Chip>
        ))}
        <Chip to={NOT_FOR_RECORD} chosen={filedTo === NOT_FOR_RECORD} disabled={!mayFile}>
          Not for the record
        </Chip>
      </Form>
    </article>
  );
}

type ChipProps = { to: string; chosen: boolean; disabled: boolean; children: ReactNode };

const Chip = ({ to, chosen, disabled, children }: ChipProps) => (
  <button
    type="submit"
    name="to"
    value={chosen ? "nowhere" : to}
    className={classNames("ir-chip", chosen && "ir-chip-chosen")}
    aria-pressed={chosen}
    disabled={disabled}
  >
    {chosen ? <Icon name="tick" /> : null}
    {children}
  </button>
);
