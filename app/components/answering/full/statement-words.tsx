import type { Level } from "~/domain/questionnaire/definition";
import type { AnswerPart } from "~/forms/answers";
import type { StatementView } from "~/services/answering/views";
import { Details } from "../../details";
import { AnswerText, HiddenParts } from "../answer-parts";
import { useAnswer } from "../answering-context";
import { dutyAsksWords } from "../duty-words";
import { HelpAvailable } from "../help/help-available";
import { LastTime } from "../last-time";
import { RelatedPanel } from "../related-panel";
import { StillToConfirm } from "../still-to-confirm";

type StatementWordsProps = { item: StatementView; levels: readonly Level[]; wishSeen: string };

/** The words of a statement: those a level asks for, what stands elsewhere, and one line where to see it. */
export function StatementWords({ item, levels, wishSeen }: StatementWordsProps) {
  const { state, opened } = useAnswer(item.key);
  const level = levels.find(({ code }) => code === state.level);
  const asks = level?.asks ?? null;
  const shown: AnswerPart[] = ["level", "duty", "commentary", "whereSeen", "helpWanted"];
  if (item.asksDuty && dutyAsksWords(state.duty)) shown.push("dutyNote");
  if (opened.toConfirm) shown.push("toConfirm");
  return (
    <>
      {asks ? (
        <AnswerText
          answerKey={item.key}
          part="commentary"
          label={asks}
          hint={`Asked because you chose ${level?.name ?? ""}.`}
        />
      ) : null}
      <HelpAvailable item={item} levels={levels} wishSeen={wishSeen} />
      {item.related.slice(0, 2).map((related) => (
        <RelatedPanel
          key={`${related.responseId} ${related.key}`}
          id={`${item.key}-related-${related.key}`}
          answerKey={item.key}
          related={related}
        />
      ))}
      <LastTime earlier={item.lastTime} />
      {asks ? null : <SayMore itemKey={item.key} open={opened.commentary !== ""} />}
      <AnswerText
        answerKey={item.key}
        part="whereSeen"
        label="Where could someone see this?"
        aside="(one line, if you like)"
        oneLine
      />
      {opened.toConfirm ? <StillToConfirm answerKey={item.key} /> : null}
      <HiddenParts answerKey={item.key} shown={shown} />
    </>
  );
}

function SayMore({ itemKey, open }: { itemKey: string; open: boolean }) {
  return (
    <Details summary="Say more, if you like" open={open}>
      <AnswerText answerKey={itemKey} part="commentary" label="What would you add?" />
    </Details>
  );
}
