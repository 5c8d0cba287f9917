import { Form } from "@remix-run/react";
import { ANSWER_MAX } from "~/domain/reply/reply-boxes";
import { Button } from "../button";
import { Details } from "../details";
import { NamesQuestion } from "../form/names-question";
import { TextArea } from "../form/text-area";
import { repliesPath } from "./reply-paths";
import type { ShownQuestion } from "./question-card";

/** What came back of a form: what was typed, and what is wrong with it. */
export type SentWords = {
  field: string;
  typed: string;
  problems: readonly { field: string; message: string; asks?: "names" }[];
};

type AnswerFormProps = {
  question: ShownQuestion;
  urn: string;
  responseId: string;
  sent: SentWords | null;
};

/** Answers a question in place, or changes the answer until the officer closes it. */
export function AnswerForm({ question, urn, responseId, sent }: AnswerFormProps) {
  if (question.state === "closed") return null;
  const field = `answer-${question.id}`;
  const back = sent?.field === field ? sent : null;
  const problem = back?.problems[0];
  const form = (
    <Form method="post" action={repliesPath({ urn, id: responseId })} noValidate>
      <input type="hidden" name="question" value={question.id} />
      <input type="hidden" name="version" value={question.version} />
      <TextArea
        key={question.version}
        id={field}
        name="text"
        label={question.answer === null ? "Your answer" : "Your answer, changed"}
        defaultValue={back?.typed ?? question.answer?.text ?? ""}
        error={problem?.message}
        limit={ANSWER_MAX}
        rows={3}
        warnNames
      />
      {problem?.asks === "names" ? (
        <NamesQuestion id={`${field}-names`} name="namesConfirmed" />
      ) : null}
      <Button secondary>
        {question.answer === null ? "Send the answer" : "Change the answer"}
      </Button>
    </Form>
  );
  if (question.answer === null || back !== null) return form;
  return <Details summary="Change the answer">{form}</Details>;
}
