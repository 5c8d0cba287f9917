import { formatTime } from "~/domain/calendar/format";
import type { DeviceNote } from "~/domain/visit/device-notes";
import { Icon } from "../../icon";
import { NoteKindLabel } from "./note-kind";
import { NoteProblemBox } from "./note-problem";
import type { VisitDevice } from "./visit-device";

/** A note as listed, with where it is: the server has it as it stands here, or not yet. */
export type ListedRow = Omit<DeviceNote, "problem"> & {
  problem: DeviceNote["problem"];
  sent: boolean;
};

type NoteRowsProps = {
  notes: readonly ListedRow[];
  device: VisitDevice | null;
  linkTo: (noteId: string) => string;
  onChange: (noteId: string) => void;
  /** Where a note goes whose own line is no longer in the plan. */
  line: { id: string; title: string } | null;
  /** Null: notes stand as they are. */
  mayChange: boolean;
};

/** The notes of one line of the day, newest first. */
export function NoteRows({ notes, device, linkTo, onChange, line, mayChange }: NoteRowsProps) {
  return (
    <ul className="ir-notes">
      {notes.map((note) => (
        <li key={note.id} className="ir-note" id={`note-${note.id}`}>
          <p className="ir-note-text">
            {note.removed ? "Taken out. It goes when the connection is back." : note.text}
          </p>
          <div className="ir-note-foot">
            <NoteKindLabel kind={note.kind} />
            <span>{formatTime(new Date(note.notedAt))}</span>
            <WhereItIs sent={note.sent} />
            {mayChange && !note.removed && note.problem?.kind !== "conflict" ? (
              <a
                className="ir-note-change"
                href={linkTo(note.id)}
                onClick={(event) => {
                  event.preventDefault();
                  onChange(note.id);
                }}
              >
                Change
                <span className="govuk-visually-hidden"> {note.text.slice(0, 60)}</span>
              </a>
            ) : null}
          </div>
          {note.problem !== null && device !== null ? (
            <NoteProblemBox note={note} problem={note.problem} device={device} line={line} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const WhereItIs = ({ sent }: { sent: boolean }) =>
  sent ? (
    <span className="ir-note-sent">
      <Icon name="tick" />
      Sent
    </span>
  ) : (
    <span className="ir-note-here">
      <Icon name="offline" />
      On this tablet
    </span>
  );
