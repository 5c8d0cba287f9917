import type { MouseEvent } from "react";
import type { Level } from "~/domain/questionnaire/definition";
import { answerGroup, answerId } from "~/forms/answers";
import type { ReactNode } from "react";
import { LevelRow } from "../../levels/level-row";
import { HiddenParts } from "../answer-parts";
import { useAnswer } from "../answering-context";
import { ConflictPanel } from "../conflict-panel";
import { KeptText } from "../kept-text";
import type { AnswerPart } from "~/forms/answers";
import { chooseByKey, moveOn } from "./row-keys";

type StatementRowProps = {
  itemKey: string;
  statement: string;
  levels: readonly Level[];
  /** Beside the statement: its duty, "Needs words", "NHS". */
  asks?: ReactNode;
  /** Under the row: the help available, where it is wanted. */
  help?: ReactNode;
  /** Parts that have a control elsewhere on the page. */
  shown: readonly AnswerPart[];
  keys: boolean;
  /** Whether the rings show their keys. */
  signs: boolean;
};

/** One statement as a row of rings, saved as soon as one is chosen. */
export function StatementRow(props: StatementRowProps) {
  const { itemKey, statement, levels, asks, help, shown, keys, signs } = props;
  const { control, opened, errorAt } = useAnswer(itemKey);
  const { register } = control("level");
  /** Only a press of a pointer moves on; a key of the radio group stays in it. */
  function press(event: MouseEvent<HTMLInputElement>) {
    const row = event.currentTarget.closest("[data-item]");
    if (event.detail > 0 && row) moveOn(row, "level");
  }
  return (
    <>
      <LevelRow
        id={answerId(itemKey, "level")}
        itemKey={itemKey}
        statement={statement}
        levels={levels}
        name={register.name}
        chosen={opened.level}
        control={{ ...register, onClick: press }}
        asks={asks}
        error={errorAt("level")}
        keys={signs}
        onKeyDown={keys ? (event) => chooseByKey(event, levels) : undefined}
      />
      <HiddenParts answerKey={itemKey} shown={shown} />
      {help}
      <RowNotes answerKey={itemKey} levels={levels} />
    </>
  );
}

/** What a row has to say when it was not saved: two versions, or why, with the text. */
function RowNotes({ answerKey, levels }: { answerKey: string; levels: readonly Level[] }) {
  const { state } = useAnswer(answerKey);
  if (state.theirs === null && state.refusal === null) return null;
  return (
    <div className="ir-row-notes" id={`${answerGroup(answerKey)}-notes`}>
      <ConflictPanel answerKey={answerKey} levels={levels} />
      <KeptText answerKey={answerKey} />
    </div>
  );
}
