import type { StatementView } from "~/services/answering/views";
import { DUTY_QUESTION } from "~/domain/questionnaire/duties";
import { DutyTag } from "../../duty-tag";
import { SegmentedChoice } from "../../form/segmented-choice";
import { AnswerText } from "../answer-parts";
import { useAnswer } from "../answering-context";
import { DUTY_CHOICES, dutyAnswerWord, dutyAsksWords } from "../duty-words";

/** The legal duties of a statement with Yes, Partly, No. The answer never changes a level. */
export function DutyBox({ item, owner }: { item: StatementView; owner: string }) {
  const { control, opened, errorAt, state } = useAnswer(item.key);
  const { id, register } = control("duty");
  const legal = item.duties.filter(({ kind }) => kind === "must");
  return (
    <>
      <div className="ir-duty-box">
        {legal.map(({ source, checked }) => (
          <p className="ir-duty-line" key={source}>
            <DutyTag kind="must" owner={owner} />
            {source}
            {checked ? null : " (reference to be checked)"}
          </p>
        ))}
        <SegmentedChoice
          id={id}
          name={register.name}
          legend="Do you do this?"
          legendStyle="small"
          choices={DUTY_CHOICES}
          chosen={opened.duty}
          control={register}
          error={errorAt("duty")}
        />
      </div>
      {dutyAsksWords(state.duty) ? (
        <AnswerText
          answerKey={item.key}
          part="dutyNote"
          label={DUTY_QUESTION}
          hint={`Asked because you chose ${dutyAnswerWord(state.duty)}. Your level stays your own choice.`}
        />
      ) : null}
    </>
  );
}
