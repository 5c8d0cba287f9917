import type { MouseEvent } from "react";
import type { AnswerContent } from "~/domain/response/answer";
import type { Level } from "~/domain/questionnaire/definition";
import { answerId, resolutionValue, type Resolution } from "~/forms/answers";
import { Button } from "../button";
import { LevelWord } from "../levels/level-mark";
import { Panel } from "../panels/panel";
import { DiffText } from "../text/diff-text";
import { answerNoun, firstName, possessive } from "./answer-words";
import { useAnswer, useAnswering } from "./answering-context";
import { dutyAnswerWord } from "./duty-words";

type ConflictPanelProps = { answerKey: string; levels: readonly Level[]; about?: string };

/** Two versions of one answer: yours first, the differences marked, and three equal ways on. */
export function ConflictPanel({ answerKey, levels, about }: ConflictPanelProps) {
  const { queue, resolve } = useAnswering();
  const { state } = useAnswer(answerKey);
  const { theirs } = state;
  if (theirs === null) return null;
  const mine = queue.contentOf(answerKey);
  const their = possessive(theirs.byName);
  const noun = about ?? answerNoun(answerKey);

  function choose(how: Resolution) {
    return (event: MouseEvent<HTMLButtonElement>) => {
      event.preventDefault();
      resolve(answerKey, how);
      document.getElementById(answerId(answerKey, "level"))?.focus();
    };
  }
  const choices: [Resolution, string][] = [
    ["mine", "Keep mine"],
    ["theirs", `Keep ${possessive(firstName(theirs.byName))}`],
    ["both", "Edit both together"],
  ];
  return (
    <Panel
      kind="conflict"
      id={`${answerId(answerKey, "base")}-versions`}
      title={`${theirs.byName} saved ${noun} while you were writing`}
      level="h3"
    >
      <p>Nothing is lost. Choose what to keep. The other text stays in earlier versions.</p>
      <div className="ir-sides">
        <Side name="Yours" when="Not saved yet" of={mine} other={theirs.content} levels={levels} />
        <Side
          name={their}
          when={`Saved ${theirs.when}`}
          of={theirs.content}
          other={mine}
          levels={levels}
        />
      </div>
      <div className="ir-actions">
        {choices.map(([how, words]) => (
          <Button
            key={how}
            secondary
            name="resolve"
            value={resolutionValue(answerKey, how)}
            onClick={choose(how)}
          >
            {words}
          </Button>
        ))}
      </div>
    </Panel>
  );
}

type SideProps = {
  name: string;
  when: string;
  of: AnswerContent;
  other: AnswerContent;
  levels: readonly Level[];
};

const TEXTS = [
  ["dutyNote", "What is missing"],
  ["commentary", null],
  ["whereSeen", "Where someone could see this"],
  ["value", null],
] as const;

function Side({ name, when, of, other, levels }: SideProps) {
  const level = levels.find(({ code }) => code === of.level) ?? null;
  return (
    <div className="ir-card">
      <h4 className="ir-h3">{name}</h4>
      <p className="ir-hint">{when}</p>
      {of.level === null && other.level === null ? null : <LevelWord level={level} />}
      {of.duty === null && other.duty === null ? null : (
        <p className="ir-small">Legal duty: {dutyAnswerWord(of.duty)}</p>
      )}
      {TEXTS.map(([part, label]) =>
        of[part] === "" && other[part] === "" ? null : (
          <div key={part}>
            {label ? <p className="ir-small ir-muted">{label}</p> : null}
            <DiffText text={of[part] || "Nothing written"} other={other[part]} />
          </div>
        ),
      )}
    </div>
  );
}
