import { Link } from "@remix-run/react";
import { formatDate, formatDay } from "~/domain/calendar/format";
import type { SchoolHomeView, SignedCopyView } from "~/services/home/views";
import { reviewPath } from "../answering/review-path";
import { overTimePath } from "../over-time/over-time-paths";
import { Panel } from "../panels/panel";

const SHOWN = 4;

type SignedCopiesProps = {
  copies: readonly SignedCopyView[];
  overTime: SchoolHomeView["overTime"];
  urn: string;
};

/** The latest signed copies with their PDF, and how each stands. */
export function SignedCopies({ copies, overTime, urn }: SignedCopiesProps) {
  return (
    <Panel kind="side" title="Signed copies" id="signed">
      {copies.length === 0 ? <p>Signed copies will stand here, each with its PDF.</p> : null}
      {copies.slice(0, SHOWN).map((copy) => (
        <p key={copy.reference}>
          <Link to={`${reviewPath({ urn, id: copy.responseId })}/signed/${copy.number}`}>
            {copy.title}, signed copy {copy.number}
            {sizeWords(copy)}
          </Link>
          <br />
          <span className="ir-muted">
            {formatDate(copy.signedAt)}, {standing(copy)}
          </span>
        </p>
      ))}
      {overTime.map(({ responseId, title }) => (
        <p key={responseId}>
          <Link to={overTimePath({ urn, responseId })}>{title} over time</Link>
        </p>
      ))}
    </Panel>
  );
}

function sizeWords({ document }: SignedCopyView): string {
  if (document?.state !== "ready" || document.size === null) return "";
  return ` (PDF, ${Math.max(1, Math.round(document.size / 1024))} KB)`;
}

function waitingFor(waiting: SignedCopyView["waiting"]): string {
  if (waiting === null) return "waiting for a reply";
  const { days, replyBy } = waiting;
  const by = replyBy === null ? "" : `, promised by ${formatDay(replyBy)}`;
  return `waiting for a reply, ${days} working ${days === 1 ? "day" : "days"}${by}`;
}

function standing({ state, document, responseState, waiting }: SignedCopyView): string {
  switch (state) {
    case "awaiting-governor":
      return "the governor is asked next";
    case "superseded":
      return "replaced by a later copy";
    case "withdrawn":
      return "withdrawn";
    case "standing":
      if (document?.state === "pending") return "the PDF is being made";
      if (document?.state === "failed") return "the PDF could not be made yet";
      return responseState === "replied" ? "reply received" : waitingFor(waiting);
  }
}
