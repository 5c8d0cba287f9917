import { Link } from "@remix-run/react";
import type { Level } from "~/domain/questionnaire/definition";
import type { StatementView } from "~/services/answering/views";
import { answerId } from "~/forms/answers";
import { DutyTag } from "../../duty-tag";
import { ItemCode } from "../../item-code";
import { LevelOptions } from "../../levels/level-options";
import { Panel } from "../../panels/panel";
import { AskedWhileEditing } from "../../replies/asked-while-editing";
import { useAnswer, useAnswering } from "../answering-context";
import { ConflictPanel } from "../conflict-panel";
import { KeptText } from "../kept-text";
import { reviewPath } from "../review-path";
import { DutyBox } from "./duty-box";
import { FoldedStatement } from "./folded-statement";
import { StatementExtras } from "./statement-extras";
import { StatementFoot } from "./statement-foot";
import { StatementWords } from "./statement-words";

export type StatementCardProps = {
  item: StatementView;
  /** What the scale asks. */
  asks: string;
  levels: readonly Level[];
  owner: string;
  /** Who sees a wish for help, and when. */
  wishSeen: string;
  /** Done before the page opened: one row with "Change", where JavaScript can open it again. */
  folded: boolean;
  onChange: (key: string) => void;
};

/** One statement: its duty first, the levels with what each looks like, and words where they are asked for. */
export function StatementCard(props: StatementCardProps) {
  const { item, asks, levels, owner, wishSeen, folded, onChange } = props;
  const headingId = `${answerId(item.key, "base")}-heading`;
  return (
    <article
      id={item.key}
      className="ir-card ir-statement-card"
      data-item={item.key}
      data-folded={folded}
      aria-labelledby={headingId}
    >
      {folded ? <FoldedStatement item={item} levels={levels} onChange={onChange} /> : null}
      <div className="ir-foldable">
        <div className="ir-statement-head">
          <ItemCode code={item.key} solid />
          <h2 className="ir-statement" id={headingId}>
            {item.statement}
          </h2>
        </div>
        <div className="ir-statement-body">
          <Guidance item={item} owner={owner} />
          <AskedWhileEditing asked={item.asked} />
          <ConflictPanel answerKey={item.key} levels={levels} />
          <KeptText answerKey={item.key} />
          {item.dutyChanged ? <DutyChanged itemKey={item.key} /> : null}
          {item.asksDuty ? <DutyBox item={item} owner={owner} /> : null}
          <Levels item={item} asks={asks} levels={levels} />
          <StatementWords item={item} levels={levels} wishSeen={wishSeen} />
          <StatementExtras item={item} />
        </div>
        <StatementFoot item={item} />
      </div>
    </article>
  );
}

/** Why a finished statement is left to do again; what it said and says stands with the duties. */
function DutyChanged({ itemKey }: { itemKey: string }) {
  const { urn, responseId } = useAnswering();
  return (
    <Panel kind="caution" id={`${answerId(itemKey, "base")}-duty-changed`}>
      <p>
        The duty changed.{" "}
        <Link to={`${reviewPath({ urn, id: responseId })}/duties#changed-${itemKey}`}>
          Read what it said and says, and say that you have looked
        </Link>
      </p>
    </Panel>
  );
}

/** What is expected beside legal duties, with its source. */
function Guidance({ item, owner }: Pick<StatementCardProps, "item" | "owner">) {
  const shown = item.duties.filter(({ kind }) => kind !== "must" || !item.asksDuty);
  return (
    <>
      {shown.map(({ kind, source, checked }) => (
        <p className="ir-duty-line" key={`${kind} ${source}`}>
          <DutyTag kind={kind} owner={owner} />
          {source}
          {checked ? null : " (reference to be checked)"}
        </p>
      ))}
    </>
  );
}

function Levels({ item, asks, levels }: Pick<StatementCardProps, "item" | "asks" | "levels">) {
  const { control, opened, errorAt } = useAnswer(item.key);
  const { id, register } = control("level");
  return (
    <LevelOptions
      id={id}
      name={register.name}
      legend={
        <>
          <span className="govuk-visually-hidden">{item.statement} </span>
          {asks}
        </>
      }
      levels={levels}
      chosen={opened.level}
      control={register}
      descriptors={item.descriptors}
      error={errorAt("level")}
    />
  );
}
