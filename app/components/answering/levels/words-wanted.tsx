import { useSyncExternalStore } from "react";
import type { Level } from "~/domain/questionnaire/definition";
import { answerId } from "~/forms/answers";
import { DutyTag } from "../../duty-tag";
import { ItemCode } from "../../item-code";
import { LevelWord } from "../../levels/level-mark";
import { AnswerText } from "../answer-parts";
import { useAnswer, useAnswering } from "../answering-context";
import { dutyAnswerWord } from "../duty-words";
import { RelatedPanel } from "../related-panel";
import type { LevelsItem } from "./levels-view";
import { useWordsAsked, wordsAsked } from "./words-asked";

type WordsWantedProps = {
  items: readonly LevelsItem[];
  levels: readonly Level[];
  owner: string;
  /** Said where no words are asked for. */
  nothing?: string;
};

/** Under the rows: only the statements whose choice asks for words, each with its own question. */
export function WordsWanted(props: WordsWantedProps) {
  const { items, levels, owner, nothing = "Nothing needs words in this section." } = props;
  const missing = useMissing(items, levels);
  return (
    <section className="ir-section" aria-labelledby="words">
      <h2 className="ir-h2" id="words">
        {missing === 0 ? "What still needs words" : `What still needs words: ${missing}`}
      </h2>
      <div className="ir-card ir-card-list ir-card-list-maybe">
        {items.map((item) => (
          <WordsOfItem key={item.key} item={item} levels={levels} owner={owner} />
        ))}
      </div>
      <p className="ir-hint ir-nothing">{nothing}</p>
    </section>
  );
}

/** How many boxes are still empty, counted again as answers are saved. */
function useMissing(items: readonly LevelsItem[], levels: readonly Level[]): number {
  const { queue } = useAnswering();
  const count = () =>
    items.flatMap(({ key, asksDuty }) =>
      wordsAsked(queue.contentOf(key), { asksDuty, levels }).filter(({ written }) => !written),
    ).length;
  return useSyncExternalStore(queue.subscribe, count, count);
}

type WordsOfItemProps = { item: LevelsItem; levels: readonly Level[]; owner: string };

function WordsOfItem({ item, levels, owner }: WordsOfItemProps) {
  const { asked } = useWordsAsked(item, levels);
  const { state } = useAnswer(item.key);
  const level = levels.find(({ code }) => code === state.level) ?? null;
  return (
    <>
      {asked.map(({ box, question }) => (
        <div key={box}>
          <h3 className="ir-h3 ir-words-head">
            <ItemCode code={item.key} />
            {box === "commentary" ? (
              <LevelWord level={level} />
            ) : (
              <>
                <DutyTag kind="must" owner={owner} /> {dutyAnswerWord(state.duty)}
              </>
            )}
          </h3>
          {box === "commentary"
            ? item.related
                .slice(0, 1)
                .map((related) => (
                  <RelatedPanel
                    key={related.responseId}
                    id={`${answerId(item.key, "commentary")}-related`}
                    answerKey={item.key}
                    related={related}
                  />
                ))
            : null}
          <AnswerText
            answerKey={item.key}
            part={box}
            label={question}
            hint={box === "dutyNote" ? "This does not change your level." : undefined}
            labelStyle="plain"
          />
        </div>
      ))}
    </>
  );
}
