import type { MouseEvent } from "react";
import { CHECK_IN_ANSWERS, type CheckInAnswer } from "~/domain/action/states";
import { CHECK_IN_WORDS } from "~/domain/action/action-words";
import { choiceId } from "../../form/choice";
import { ErrorText } from "../../form/field";
import { Button } from "../../button";

type AnswerButtonsProps = {
  id: string;
  title: string;
  chosen: CheckInAnswer | null;
  error: string | undefined;
  onPress: (answer: CheckInAnswer, event: MouseEvent<HTMLButtonElement>) => void;
};

/** Three buttons, each of which saves at once and keeps its focus. */
export function AnswerButtons({ id, title, chosen, error, onPress }: AnswerButtonsProps) {
  return (
    <div role="group" aria-label={`How it stands: ${title}`}>
      {error === undefined ? null : <ErrorText id={`${id}-error`}>{error}</ErrorText>}
      <div className="ir-actions">
        {CHECK_IN_ANSWERS.map((answer, index) => (
          <Button
            key={answer}
            type="button"
            secondary={chosen !== answer}
            id={choiceId(id, index)}
            aria-pressed={chosen === answer}
            onClick={(event) => {
              onPress(answer, event);
            }}
          >
            {CHECK_IN_WORDS[answer]}
          </Button>
        ))}
      </div>
    </div>
  );
}
