import { formatDay } from "~/domain/calendar/format";
import type { SelfReviewRowView } from "~/services/home/views";
import { reviewPath } from "../answering/review-path";
import { RecordList, type RecordRow } from "../record-list";
import { PrivateTag, StateTag } from "../tag";

type SelfReviewRowsProps = { rows: readonly SelfReviewRowView[]; urn: string };

/** Every self-review of the school as plain rows. */
export function SelfReviewRows({ rows, urn }: SelfReviewRowsProps) {
  if (rows.length === 0) {
    return (
      <p className="ir-hint">
        None is here yet. The school’s team sees one when a review round opens; governors read it
        once it is signed.
      </p>
    );
  }
  return <RecordList rows={rows.map((row) => reviewRow(row, urn))} />;
}

function reviewRow(row: SelfReviewRowView, urn: string): RecordRow {
  return {
    key: row.responseId,
    title: row.private ? `Private: ${row.title}` : row.title,
    to: reviewPath({ urn, id: row.responseId }),
    note: noteOf(row),
    state: (
      <>
        <StateTag state={row.state} /> {row.private ? <PrivateTag /> : null}
      </>
    ),
  };
}

function noteOf(row: SelfReviewRowView): string {
  const { done, total, sectionsOnly, starters, owner, signs } = row;
  const only = sectionsOnly ? `Sections ${listOf(sectionsOnly)} only, ` : "";
  const count = starters
    ? `${starters.yes} of ${starters.total} starred points are Yes`
    : `${only}${done} of ${total} ${only ? "" : "statements "}done`;
  const first = row.deadlines[0];
  const signers = [signs.head && `${signs.head} signs`, signs.governor && `then ${signs.governor}`];
  if (row.state === "withdrawn") {
    return `Your school is no longer in this round. ${count}. Officers no longer read it`;
  }
  const parts = [
    row.private ? "Nobody outside the school can see that it exists" : `Run by ${owner}`,
    count,
    signers.filter(Boolean).join(", "),
    row.opensOn ? `Opens on ${formatDay(row.opensOn)}` : "",
    isOpen(row) && first
      ? `${first.kind === "first" ? "First" : "Final"} deadline ${formatDay(first.date)}`
      : "",
  ];
  return parts.filter((part) => part !== "").join(". ");
}

const isOpen = ({ state }: SelfReviewRowView): boolean =>
  state === "not-started" || state === "in-progress" || state === "ready-to-sign";

function listOf(keys: readonly string[]): string {
  const last = keys.at(-1) ?? "";
  return keys.length < 2 ? last : `${keys.slice(0, -1).join(", ")} and ${last}`;
}
