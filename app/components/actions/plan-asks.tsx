import { Link } from "@remix-run/react";
import { reviewSize, shortTerm } from "~/domain/action/action-words";
import { Panel } from "../panels/panel";
import { carryPath, reviewPlanPath } from "./action-paths";

export type PlanAsks = {
  review: { term: string; left: number; minutes: number } | null;
  offers: { responseId: string; title: string; count: number }[];
};

/** What the plan asks of its reader: the review of a term, and what a new round may take over. */
export function PlanAsksPanels({ asks, urn }: { asks: PlanAsks; urn: string }) {
  const { review, offers } = asks;
  if (review === null && offers.length === 0) return null;
  return (
    <div className="ir-field">
      {review === null ? null : (
        <Panel kind="related" title={`${shortTerm(review.term)} review`} id="review">
          <p>
            <Link to={reviewPlanPath(urn)}>Say how each action stands</Link>: {reviewSize(review)}.
          </p>
        </Panel>
      )}
      {offers.map(({ responseId, title, count }) => (
        <Panel
          key={responseId}
          kind="related"
          title={`${title} has begun`}
          id={`carry-${responseId}`}
        >
          <p>
            {count === 1 ? "1 action" : `${count} actions`} of an earlier round{" "}
            {count === 1 ? "is" : "are"} still open.{" "}
            <Link to={carryPath(urn, responseId)}>Look at what to carry on</Link>.
          </p>
        </Panel>
      ))}
    </div>
  );
}
