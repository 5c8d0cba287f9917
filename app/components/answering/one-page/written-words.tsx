import { Link } from "@remix-run/react";
import type { Level } from "~/domain/questionnaire/definition";
import { contentOf } from "~/domain/response/answer-content";
import type { StatementView } from "~/services/answering/views";
import { Details } from "../../details";
import { versionsPath } from "../../history/versions-path";
import { ItemCode } from "../../item-code";
import { AnswerText } from "../answer-parts";
import { counted } from "../answer-words";
import { useAnswering } from "../answering-context";
import { useWordsAsked, wordsAsked } from "../levels/words-asked";

type WrittenWordsProps = { items: readonly StatementView[]; levels: readonly Level[] };

/** Words that were there when the page opened, folded away: a one-page form has no other place to change them. */
export function WrittenWords({ items, levels }: WrittenWordsProps) {
  const count = items.filter(({ answer, asksDuty }) =>
    wordsAsked(contentOf(answer), { asksDuty, levels }).some(({ written }) => written),
  ).length;
  if (count === 0) return null;
  return (
    <Details summary={`Words already written: ${counted(count, "point")}`} quiet={false}>
      {items.map((item) => (
        <WordsOfPoint key={item.key} item={item} levels={levels} />
      ))}
    </Details>
  );
}

function WordsOfPoint({ item, levels }: { item: StatementView; levels: readonly Level[] }) {
  const { urn, responseId } = useAnswering();
  const { written } = useWordsAsked(item, levels);
  return written.map(({ box, question }) => (
    <div key={box} className="ir-section">
      <h3 className="ir-h3 ir-words-head">
        <ItemCode code={item.key} /> {item.short}
      </h3>
      <AnswerText answerKey={item.key} part={box} label={question} labelStyle="plain" />
      <p className="ir-small">
        <Link to={versionsPath({ urn, id: responseId, key: item.key })}>
          Earlier versions<span className="govuk-visually-hidden"> of {item.key}</span>
        </Link>
      </p>
    </div>
  ));
}
