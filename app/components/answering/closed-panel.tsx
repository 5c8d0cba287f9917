import { Link } from "@remix-run/react";
import { formatDay } from "~/domain/calendar/format";
import type {
  EditableView,
  NotEditableReason,
  ResponseHeaderView,
} from "~/services/answering/views";
import { Panel } from "../panels/panel";
import { reviewPath } from "./review-path";

const WORDS: Partial<Record<NotEditableReason, string>> = {
  "locked-for-signing":
    "It is marked as ready to sign, so the answers are locked. The list says how to take that back.",
  "already-signed": "It has been signed, so the answers are locked. You can read and print them.",
  "governor-awaited": "It has been signed and a governor is asked next, so the answers are locked.",
  "round-closed": "This round has closed. You can still read and print.",
  lapsed: "This round has closed. You can still read and print.",
  "school-team-only": "You can read the answers. The school’s team changes them.",
};

const WITHDRAWN =
  "Your school is no longer in this round, and nothing more is asked of you in it. What you wrote stays yours to read and print; officers no longer read it.";

/** Why the answers on this page cannot be changed now. Nothing where they can. */
export function ClosedPanel({ response }: { response: ResponseHeaderView }) {
  const { editable } = response;
  if (editable.ok) return null;
  return (
    <div className="ir-closed">
      <Panel kind="caution">
        {editable.reason === "confirm-first" ? (
          <p>
            <Link to={`${reviewPath(response)}/start`}>Confirm which parts apply</Link> first. Then
            you can answer.
          </p>
        ) : (
          <p>{wordsOf(editable)}</p>
        )}
        {editable.reason === "withdrawn" && editable.why !== null ? (
          <p className="ir-as-typed">The reason given: {editable.why}</p>
        ) : null}
      </Panel>
    </div>
  );
}

function wordsOf(editable: Exclude<EditableView, { ok: true }>): string {
  if (editable.reason === "round-not-open-yet") {
    return `This round opens on ${formatDay(editable.opensOn)}. Until then you can read what it asks.`;
  }
  if (editable.reason === "withdrawn") return WITHDRAWN;
  return WORDS[editable.reason] ?? "The answers cannot be changed now.";
}
