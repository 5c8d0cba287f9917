import { useFetcher } from "@remix-run/react";
import type { MouseEvent } from "react";
import type { GivenAnswer } from "~/domain/action/check-in";
import { CHECK_IN_ANSWERS, type CheckInAnswer } from "~/domain/action/states";
import { CHECK_IN_WORDS, termWords } from "~/domain/action/action-words";
import { formatDate, formatTime } from "~/domain/calendar/format";
import { ONLY, reviewNames } from "~/forms/action-review";
import type {
  CheckInProblem,
  ReviewedAction as ReviewedActionView,
} from "~/services/actions/review-views";
import { ErrorText } from "../../form/field";
import { NamesQuestion } from "../../form/names-question";
import { SegmentedChoice } from "../../form/segmented-choice";
import { TextInput } from "../../form/text-input";
import { CheckIns } from "../action-rows";
import { actionState } from "../action-words";
import { answerFieldId } from "./answer-field";
import { AnswerButtons } from "./answer-buttons";

/** What a press brings back. */
export type PressOutcome = { problems: CheckInProblem[]; overtaken: string[] };

type ReviewedActionProps = {
  action: ReviewedActionView;
  /** What was chosen and typed when the whole form came back. */
  typed: GivenAnswer | null;
  problems: readonly CheckInProblem[];
  hydrated: boolean;
};

/** One action of the review: what it is, how it stood before, the three answers and a line. */
export function ReviewedAction({ action, typed, problems: sent, hydrated }: ReviewedActionProps) {
  const { id, title, given } = action;
  const fetcher = useFetcher<PressOutcome>();
  const problems = fetcher.data?.problems ?? sent;
  const about = (field: CheckInProblem["field"]) =>
    problems.find((problem) => problem.field === field)?.message;
  const names = reviewNames(id);
  const heading = `review-${id}`;
  function press(answer: CheckInAnswer, { currentTarget }: MouseEvent<HTMLButtonElement>) {
    const { form } = currentTarget;
    if (form === null || fetcher.state !== "idle") return;
    const data = new FormData(form);
    data.set(ONLY, id);
    data.set(names.answer, answer);
    fetcher.submit(data, { method: "post" });
  }
  return (
    <article className="ir-card" aria-labelledby={heading}>
      <h2 className="ir-h3" id={heading}>
        {title}
      </h2>
      <Facts action={action} />
      <input type="hidden" name="action" value={id} />
      <input type="hidden" name={names.seen} value={given?.at.toISOString() ?? ""} />
      <TextInput
        id={answerFieldId(id, "line")}
        name={names.line}
        label="A line about it"
        aside="(if you like)"
        labelStyle="small"
        defaultValue={typed?.line ?? given?.line ?? ""}
        error={about("line")}
        warnNames
      />
      {problems.some(({ asks }) => asks === "names") ? (
        <NamesQuestion id={`names-${id}`} name={names.names} />
      ) : null}
      {hydrated ? (
        <AnswerButtons
          id={answerFieldId(id, "answer")}
          title={title}
          chosen={given?.answer ?? null}
          error={about("answer")}
          onPress={press}
        />
      ) : (
        <SegmentedChoice
          id={answerFieldId(id, "answer")}
          name={names.answer}
          legend={`How it stands: ${title}`}
          legendStyle="hidden"
          choices={CHECK_IN_ANSWERS.map((value) => ({ value, label: CHECK_IN_WORDS[value] }))}
          chosen={typed?.answer ?? given?.answer ?? null}
          error={about("answer")}
        />
      )}
      <Outcome action={action} hydrated={hydrated} outcome={fetcher.data ?? null} />
    </article>
  );
}

function Facts({ action }: { action: ReviewedActionView }) {
  const { leadRole, term, state, howWeWillKnow, earlier } = action;
  return (
    <>
      <p className="ir-small ir-muted">
        {leadRole}, by {termWords(term)}. It stands as “{actionState(state).word}”.
      </p>
      {howWeWillKnow === "" ? null : <p>How we will know: {howWeWillKnow}</p>}
      {earlier.length === 0 ? null : <CheckIns checkIns={earlier} />}
    </>
  );
}

type OutcomeProps = {
  action: ReviewedActionView;
  hydrated: boolean;
  outcome: PressOutcome | null;
};

function Outcome({ action: { id, given }, hydrated, outcome }: OutcomeProps) {
  if (outcome?.overtaken.includes(id) === true) {
    return (
      <ErrorText id={`overtaken-${id}`}>
        A colleague answered or changed this first. What stands now is shown; press again to change
        it.
      </ErrorText>
    );
  }
  if (given === null) return null;
  return (
    <p className="ir-small">
      Saved: {CHECK_IN_WORDS[given.answer]}, {given.by}, {formatDate(given.at)},{" "}
      {formatTime(given.at)}.{hydrated ? " To change it or the line, press again." : ""}
    </p>
  );
}
