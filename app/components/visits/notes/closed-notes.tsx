import { useEffect, useState } from "react";
import type { DeviceNote } from "~/domain/visit/device-notes";
import { CLOSED_WORDS, noteCountWords, type NotesClosed } from "~/domain/visit/device-words";
import { Button } from "../../button";
import { Page } from "../../page";
import { WhoCanSeeThis } from "../../who-can-see/who-can-see-this";
import { forgetVisit } from "./device-store";
import { forgetButUnsent } from "./unsent";

type ClosedNotesProps = {
  visitId: string;
  person: string;
  closed: NotesClosed;
  whoCanSee: readonly string[];
};

/** A visit whose notes are not open, and why. When the visit is over, the device forgets it. */
export function ClosedNotes({ visitId, person, closed, whoCanSee }: ClosedNotesProps) {
  const left = useForgotten({ visitId, person, isOver: closed === "ended" });
  return (
    <Page title="Your notes" template="thing">
      <p className="ir-body">{CLOSED_WORDS[closed]}</p>
      {left.notes.length === 0 ? null : (
        <section className="ir-panel ir-panel-conflict" aria-labelledby="unsent">
          <h2 className="ir-h3" id="unsent">
            Not sent before the visit closed: {noteCountWords(left.notes.length)}
          </h2>
          <p>They are only on this tablet. Copy what you need, then remove them.</p>
          <ul className="ir-notes">
            {left.notes.map(({ id, text }) => (
              <li key={id} className="ir-note">
                <p className="ir-note-text">{text}</p>
              </li>
            ))}
          </ul>
          <Button type="button" secondary onClick={left.remove}>
            Remove them from this tablet
          </Button>
        </section>
      )}
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}

type Over = { visitId: string; person: string; isOver: boolean };

/** Deletes what the device kept of a visit that is over; what was never sent waits until it has been looked at. */
function useForgotten({ visitId, person, isOver }: Over) {
  const [notes, setNotes] = useState<DeviceNote[]>([]);
  useEffect(() => {
    if (!isOver) return;
    forgetButUnsent({ visitId, person }).then(setNotes, () => undefined);
  }, [visitId, person, isOver]);
  const remove = () => {
    void forgetVisit({ visitId, person }).then(() => setNotes([]));
  };
  return { notes, remove };
}
