import { Link } from "@remix-run/react";
import { overTimePath } from "../over-time/over-time-paths";
import { removeDetailsPath } from "../remove-details/remove-paths";
import type { ConfirmationPageView } from "./confirmation-page";
import { reviewPath, schoolPath, signedPath } from "./review-paths";

/** What can still be done with a signed copy, each on a page of its own. */
export function CopyActions({ view }: { view: ConfirmationPageView }) {
  const review = reviewPath(view);
  const isTeam = view.mayRecall || view.mayAmend || view.mayNoteMinute;
  return (
    <ul className="ir-copy-actions ir-section">
      <li>
        <Link to={`${signedPath(view, view.number)}/read`}>Read the signed answers</Link>
      </li>
      {view.inSchool ? (
        <li>
          <Link to={overTimePath(view)}>See your answers over time</Link>, beside what you signed
          before
        </li>
      ) : null}
      {view.mayCountersign ? (
        <li>
          <Link to={`${review}/governor`}>Read and sign as governor</Link>
        </li>
      ) : null}
      {view.mayNoteMinute ? (
        <li>
          <Link to={`${review}/governor`}>Note the governors’ minute</Link> if the governor cannot
          sign here
        </li>
      ) : null}
      {view.mayRecall ? (
        <li>
          <Link to={`${review}/recall`}>Found a mistake? Call it back</Link>. You can until your
          officer has opened it
        </li>
      ) : null}
      {view.mayAmend ? (
        <li>
          <Link to={`${review}/amend`}>Open it for changes</Link>, with a reason. This copy stands
          until you sign the next
        </li>
      ) : null}
      {isTeam ? (
        <li>
          <Link to={`${schoolPath(view.urn)}/actions`}>Write the action plan</Link> while it is
          fresh
        </li>
      ) : null}
      {view.mayRemoveDetails ? (
        <li>
          <RemoveDetailsLink view={view} />
        </li>
      ) : null}
    </ul>
  );
}

/** A name slipped in: the way to take it out of this copy and of all it was made from. */
export const RemoveDetailsLink = ({ view }: { view: ConfirmationPageView }) => (
  <Link to={removeDetailsPath(view, { copy: view.number })}>A name is in here: remove it</Link>
);
