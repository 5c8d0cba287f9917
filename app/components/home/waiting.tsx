import { reviewSize, shortTerm } from "~/domain/action/action-words";
import { formatDay } from "~/domain/calendar/format";
import { assertNever } from "~/domain/result";
import { waitingStepWords } from "~/domain/visit/visit-words";
import type { SchoolHomeView, WaitingView } from "~/services/home/views";
import { reviewPlanPath } from "../actions/action-paths";
import { momentWords } from "../answering/moment-words";
import { levelsPath, reviewPath } from "../answering/review-path";
import { RecordList, type RecordRow } from "../record-list";
import { questionAnchor, repliesPath } from "../replies/reply-paths";
import { visitPath } from "../visits/visit-paths";

type WaitingProps = {
  waiting: readonly WaitingView[];
  /** The term whose check of everyone's roles is due; null: none is. */
  accessCheck: string | null;
  /** The review of the action plan that is asked for, with what is left of it. */
  planReview: SchoolHomeView["planReview"];
  /** What visits to the school wait for the reader to do. */
  visits: SchoolHomeView["visits"];
  urn: string;
  now: Date;
};

/** What waits for this reader: a link, who it comes from, and when. Nothing where nothing does. */
export function Waiting(props: WaitingProps) {
  const { waiting, accessCheck, planReview, visits, urn, now } = props;
  const rows = waiting.map((one) => waitingRow(one, { urn, now }));
  rows.push(...visits.map(visitRow));
  if (planReview !== null) rows.push(reviewRow(planReview, urn));
  if (accessCheck !== null) rows.push(accessRow(accessCheck, urn));
  if (rows.length === 0) return null;
  return (
    <section className="ir-section" aria-labelledby="waiting">
      <h2 className="ir-h2" id="waiting">
        Waiting for you
      </h2>
      <RecordList rows={rows} />
    </section>
  );
}

/** "Autumn review 2026, by Thursday 14 January, late". */
function visitRow(visit: SchoolHomeView["visits"][number]): RecordRow {
  const { visitId, roundTitle, step, by, late } = visit;
  const note = [roundTitle, by && `by ${formatDay(by)}`, late && "late"].filter(Boolean).join(", ");
  const asked = row(`visit ${visitId} ${step}`, waitingStepWords(visit), visitPath(visitId), note);
  return { ...asked, icon: "calendar" };
}

const reviewRow = (review: NonNullable<SchoolHomeView["planReview"]>, urn: string): RecordRow => {
  const title = `${shortTerm(review.term)} review of the action plan`;
  return row("review", title, reviewPlanPath(urn), reviewSize(review));
};

const accessRow = (term: string, urn: string): RecordRow =>
  row("access", "Check who has access", `/schools/${urn}/access`, `Due for ${term}, one press`);

type Where = { urn: string; now: Date };

function waitingRow(one: WaitingView, { urn, now }: Where): RecordRow {
  const { responseId: id, title } = one;
  const base = reviewPath({ urn, id });
  switch (one.kind) {
    case "sign": {
      const by = one.by ? `${one.by.name} marked it as ready` : "It is marked as ready";
      const when = one.readyAt ? `, ${momentWords(one.readyAt, now)}` : "";
      return row(`sign ${id}`, `Sign ${title}`, `${base}/sign`, `${by}${when}`);
    }
    case "countersign": {
      const note = `${one.by} signed, ${momentWords(one.signedAt, now)}`;
      return row(`countersign ${id}`, `Countersign ${title}`, `${base}/governor`, note);
    }
    case "declined": {
      const note = `${one.by} did not countersign, ${momentWords(one.at, now)}: ${one.reason}`;
      return row(`declined ${id}`, `Look at ${title} again`, base, note);
    }
    case "duty": {
      const { itemKey, before, after } = one;
      const said = before === "" ? "" : `It said: ${before}. `;
      const words = `A duty changed: look again at ${itemKey}`;
      return row(
        `duty ${id} ${itemKey} ${after}`,
        words,
        `${base}/duties`,
        `${title}. ${said}It says: ${after}`,
      );
    }
    case "question": {
      const about = one.itemKey ?? "the whole return";
      const to = `${repliesPath({ urn, id })}#${questionAnchor(one.questionId)}`;
      const note = `${one.by} asks, ${momentWords(one.at, now)}. ${title}`;
      return row(`question ${one.questionId}`, `Answer a question about ${about}`, to, note);
    }
    case "section": {
      const { key, title: name } = one.section;
      const note = `${one.by.name} asked you, ${momentWords(one.at, now)}. ${title}, ${one.left} left`;
      const to = levelsPath({ urn, id, section: key });
      return row(`section ${id} ${key}`, `Answer section ${key}, ${name}`, to, note);
    }
    default:
      return assertNever(one);
  }
}

const row = (...[key, title, to, note]: [string, string, string, string]): RecordRow => ({
  key,
  title,
  to,
  note,
  icon: "pencil",
});
