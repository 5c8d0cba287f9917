import { Link } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { RemovedView } from "~/services/personal-data/remove-views";
import type { Back } from "../page";
import { ConfirmationPanel } from "../panels/confirmation-panel";
import { countLines } from "./remove-words";

type RemovedPageProps = { view: RemovedView; byManager: boolean; back: Back; again: string };

/** What was done, and what is left to do by hand. */
export function RemovedPage({ view, byManager, back, again }: RemovedPageProps) {
  return (
    <div className="ir-one-thing">
      <ConfirmationPanel title="Removed">{formatDateTime(view.at)}</ConfirmationPanel>
      <section className="ir-section">
        <h2 className="ir-h2">What was changed</h2>
        {view.telling === null ? null : <p className="ir-body">{TELLING_WORDS[view.telling]}</p>}
        <ul className="ir-body">
          {countLines(view.counts).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section className="ir-section">
        <h2 className="ir-h2">What is left to do</h2>
        <ul className="ir-body">
          {view.counts.records > 0 ? (
            <li>
              Delete PDFs of the record that you downloaded or printed before. The reviewers are
              told by mail{byManager ? ", and so is the headteacher" : ""}.
            </li>
          ) : null}
          {view.counts.copies > 0 ? (
            <li>
              Delete PDFs that you downloaded or printed before.{" "}
              {byManager
                ? "The headteacher is told by mail."
                : "If an officer has opened the return, the round’s managers are told by mail."}
            </li>
          ) : null}
          <li>
            <Link to={again}>Look for other ways it is written</Link>: the first name alone, or
            initials.
          </li>
          <li>{backupWords(view.backups)}</li>
        </ul>
      </section>
      <p className="ir-section">
        <Link to={back.to}>Go back: {back.label}</Link>
      </p>
    </div>
  );
}

const TELLING_WORDS = {
  "what-you-read":
    "The words are gone from this visit: from what is listed, and from reviewers’ notes and views wherever they were there.",
  nothing: "The words are gone from this visit, wherever they were in it.",
} as const;

function backupWords(backups: number): string {
  if (backups === 0) return "No backup here holds it.";
  const hold = backups === 1 ? "1 backup holds" : `${backups} backups hold`;
  return `${hold} it until the backup is deleted in its turn. One that is put back has it removed again.`;
}
