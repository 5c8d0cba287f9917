import { Link } from "@remix-run/react";
import { useAnswering } from "../answering/answering-context";
import { QuestionCard, type ShownQuestion } from "./question-card";
import { questionAnchor, repliesPath } from "./reply-paths";

type Asked = { asked: readonly ShownQuestion[] };

/** An officer's questions beside the statement that the school changes; they are answered on the page of replies. */
export function AskedWhileEditing({ asked }: Asked) {
  return asked.map((question) => (
    <QuestionCard key={question.id} question={question} level="h3">
      <AnswerLink question={question} />
    </QuestionCard>
  ));
}

/** The same under a row, in one line each: that there is a question, what it says, and where to answer. */
export function AskedUnderRow({ asked }: Asked) {
  return asked.map((question) => (
    <p key={question.id} className="ir-small ir-row-notes">
      <span className="ir-strong">{question.askedBy} asked:</span>{" "}
      <span className="ir-as-typed">{question.text}</span> <AnswerLink question={question} />
    </p>
  ));
}

const LINKS = {
  open: "Answer the question",
  answered: "Read or change your answer",
  closed: "Read it with your answer",
} as const;

function AnswerLink({ question: { id, on, state } }: { question: ShownQuestion }) {
  const { urn, responseId } = useAnswering();
  return (
    <Link to={`${repliesPath({ urn, id: responseId })}#${questionAnchor(id)}`}>
      {LINKS[state]}
      <span className="govuk-visually-hidden"> about {on?.key}</span>
    </Link>
  );
}
