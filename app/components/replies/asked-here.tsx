import { AnswerForm } from "./answer-form";
import { QuestionCard, type ShownQuestion } from "./question-card";

type AskedHereProps = {
  asked: { questions: readonly ShownQuestion[]; mayAnswer: boolean };
  itemKey: string;
  place: { urn: string; responseId: string };
};

/** What was asked about one statement, beside it, with the answer in place. */
export function AskedHere({ asked, itemKey, place }: AskedHereProps) {
  const here = asked.questions.filter(({ on }) => on?.key === itemKey);
  return here.map((question) => (
    <QuestionCard key={question.id} question={question} level="h4">
      {asked.mayAnswer ? <AnswerForm question={question} sent={null} {...place} /> : null}
    </QuestionCard>
  ));
}
