import { Link } from "@remix-run/react";
import { formatDate, londonDate } from "~/domain/calendar/format";
import type { BringOffer } from "~/services/answering/bring-views";
import type { ResponseHeaderView } from "~/services/answering/views";
import { reviewPath } from "../answering/review-path";
import { Panel } from "../panels/panel";

type BringPanelProps = {
  response: ResponseHeaderView;
  offer: BringOffer | null;
  /** Answers still to confirm. */
  toConfirm: number;
};

/** Offers the last signed answers, and leads to those that wait to be read again. */
export function BringPanel({ response, offer, toConfirm }: BringPanelProps) {
  if (offer === null && toConfirm === 0) return null;
  const base = reviewPath(response);
  return (
    <div className="ir-closed">
      <Panel kind="related" title="What you said last time" id="last-signed">
        {offer === null ? null : (
          <p>
            <Link to={`${base}/bring`}>Bring the answers you signed</Link> for {offer.from.title} on{" "}
            {formatDate(londonDate(offer.from.signedAt))}, each to be read again.
          </p>
        )}
        {toConfirm === 0 ? null : (
          <p>
            <Link to={`${base}/confirm`}>
              {toConfirm === 1 ? "Read 1 answer again" : `Read ${toConfirm} answers again`}
            </Link>{" "}
            before they count.
          </p>
        )}
      </Panel>
    </div>
  );
}
