import { COMMENTARY_MAX, WHERE_SEEN_MAX } from "~/domain/response/answer";
import { answerId, answerName, type AnswerPart } from "~/forms/answers";
import type { FieldWords } from "../form/field";
import { NamesQuestion } from "../form/names-question";
import { TextArea } from "../form/text-area";
import { useAnswer, useAnswering } from "./answering-context";

type HiddenPartsProps = {
  answerKey: string;
  /** The parts that have a control on this page; what the others hold goes along unseen. */
  shown: readonly AnswerPart[];
};

/** What a form without JavaScript sends along: the save it builds on, and parts this page does not show. */
export function HiddenParts({ answerKey, shown }: HiddenPartsProps) {
  const { opened, base, state } = useAnswer(answerKey);
  const held = Object.entries(opened).filter(
    ([part, value]) => value !== "" && value !== null && value !== false && !isShown(part, shown),
  );
  return (
    <>
      <input type="hidden" name={answerName(answerKey, "base")} value={base} />
      {state.theirs ? (
        <input type="hidden" name={answerName(answerKey, "theirs")} value={state.theirs.revision} />
      ) : null}
      {held.map(([part, value]) => (
        <input
          key={part}
          type="hidden"
          name={`${answerName(answerKey, "base").slice(0, -"base".length)}${part}`}
          value={String(value)}
        />
      ))}
    </>
  );
}

const isShown = (part: string, shown: readonly AnswerPart[]): boolean =>
  shown.some((each) => each === part);

type TextPart = "commentary" | "whereSeen" | "dutyNote";
const LIMITS: Record<TextPart, number> = {
  commentary: COMMENTARY_MAX,
  whereSeen: WHERE_SEEN_MAX,
  dutyNote: COMMENTARY_MAX,
};

type AnswerTextProps = Pick<FieldWords, "label" | "aside" | "hint" | "labelStyle"> & {
  answerKey: string;
  part: TextPart;
  oneLine?: boolean;
};

/** A box for words of an answer, with the line about children's names and what is wrong with it. */
export function AnswerText({ answerKey, part, ...words }: AnswerTextProps) {
  const { control, opened, errorAt, state } = useAnswer(answerKey);
  const { id, register } = control(part);
  const asksNames = state.refusal?.code === "names" && state.refusal.part === part;
  return (
    <>
      <TextArea
        {...register}
        {...words}
        id={id}
        limit={LIMITS[part]}
        defaultValue={opened[part]}
        error={errorAt(part)}
        warnNames
      />
      {asksNames ? <AnswerNames answerKey={answerKey} /> : null}
    </>
  );
}

function AnswerNames({ answerKey }: { answerKey: string }) {
  const { queue } = useAnswering();
  return (
    <NamesQuestion
      id={answerId(answerKey, "namesConfirmed")}
      name={answerName(answerKey, "namesConfirmed")}
      onConfirm={() => queue.confirmNames(answerKey)}
    />
  );
}
