import { Form } from "@remix-run/react";
import type { GivenAnswer } from "~/domain/action/check-in";
import { formatDay } from "~/domain/calendar/format";
import { aboutMinutes, shortTerm, termWords } from "~/domain/action/action-words";
import { whoReads } from "~/domain/policy/who-sees";
import type { CheckInProblem, PlanReviewView } from "~/services/actions/review-views";
import { Button } from "../../button";
import { ErrorSummary } from "../../form/error-summary";
import { Page } from "../../page";
import { Notice } from "../../panels/notice";
import { WhoCanSeeThis } from "../../who-can-see/who-can-see-this";
import { planPath } from "../action-paths";
import { answerFieldId } from "./answer-field";
import { ReviewedAction } from "./reviewed-action";
import { useHydrated } from "./use-hydrated";

/** A form that came back whole: what was chosen and typed, what is wrong, and what somebody answered first. */
export type SentReview = {
  typed: readonly GivenAnswer[];
  problems: readonly CheckInProblem[];
  overtaken: readonly string[];
};

type ReviewPageProps = { view: PlanReviewView; sent: SentReview | null; saved: number };

/** The look at the plan at the end of a term: every open action, three buttons and a line. */
export function ReviewPage({ view, sent, saved }: ReviewPageProps) {
  const { school, review } = view;
  return (
    <Page
      template="reading"
      title={review === null ? "Review of the plan" : `${shortTerm(review.term)} review`}
      caption={school.name}
      back={{ to: planPath(school.urn), label: "Action plan" }}
      above={<Above view={view} sent={sent} saved={saved} />}
      lede={ledeOf(view)}
      side={<WhoCanSeeThis sentences={whoReads("action-plan")} />}
    >
      {review === null ? null : <Actions view={view} term={review.term} sent={sent} />}
    </Page>
  );
}

function ledeOf({ review, next, actions }: PlanReviewView): string {
  if (review === null) {
    return next === null
      ? "No review is open. Reviews are at the ends of Terms 2, 4 and 6."
      : `No review is open. The next is for ${termWords(next.term)} and opens on ${formatDay(next.opensOn)}.`;
  }
  if (actions.length === 0) return "No action is open, so there is nothing to look at.";
  const asked = review.due ? "" : ` It is asked for from ${formatDay(review.dueFrom)}.`;
  return `${termWords(review.term)} ends on ${formatDay(review.endsOn)}.${asked} Say how each action stands, with a line if you like.`;
}

type AboveProps = { view: PlanReviewView; sent: SentReview | null; saved: number };

function Above({ view, sent, saved }: AboveProps) {
  if (sent !== null && sent.problems.length > 0) {
    const errors = sent.problems.map(({ actionId, field, message }) => {
      const title = view.actions.find(({ id }) => id === actionId)?.title ?? "An action";
      return { fieldId: answerFieldId(actionId, field), text: `${title}: ${message}` };
    });
    return <ErrorSummary errors={errors} />;
  }
  if (sent !== null && sent.overtaken.length > 0) {
    const some = sent.overtaken.length === 1 ? "One action was" : "Some actions were";
    return (
      <Notice>
        {some} answered or changed by a colleague first. What they said stands below; the rest is
        saved.
      </Notice>
    );
  }
  if (saved === 0) return null;
  return <Notice>Saved: {saved === 1 ? "1 answer" : `${saved} answers`}.</Notice>;
}

type ActionsProps = { view: PlanReviewView; term: string; sent: SentReview | null };

/** Without the page's own script: radios, and one button that saves all. */
function Actions({ view, term, sent }: ActionsProps) {
  const { actions, left, minutes } = view;
  const hydrated = useHydrated();
  if (actions.length === 0) return null;
  return (
    <Form
      method="post"
      noValidate
      onSubmit={(event) => {
        // Enter in a line would send every action; with the script each is saved by its own buttons.
        if (hydrated) event.preventDefault();
      }}
    >
      <p className="ir-body" role="status">
        {left === 0
          ? `Nothing is left. The ${shortTerm(term)} review is done.`
          : `${left} of ${actions.length} left, ${aboutMinutes(minutes)}.`}
      </p>
      <div className="ir-stack">
        {actions.map((action) => (
          <ReviewedAction
            key={action.id}
            action={action}
            typed={sent?.typed.find(({ actionId }) => actionId === action.id) ?? null}
            problems={sent?.problems.filter(({ actionId }) => actionId === action.id) ?? []}
            hydrated={hydrated}
          />
        ))}
      </div>
      {hydrated ? null : (
        <div className="ir-actions">
          <Button>Save the review</Button>
        </div>
      )}
    </Form>
  );
}
