import { ItemCode } from "../../item-code";
import { LevelWord } from "../../levels/level-mark";
import type { StatementCardProps } from "./statement-card";

type FoldedStatementProps = Pick<StatementCardProps, "item" | "levels" | "onChange">;

/** A finished statement as one row. Without JavaScript the statement stands open instead. */
export function FoldedStatement({ item, levels, onChange }: FoldedStatementProps) {
  const level = levels.find(({ code }) => code === item.answer.level) ?? null;
  return (
    <div className="ir-folded ir-js-only">
      <ItemCode code={item.key} />
      <span className="ir-folded-words">{item.statement}</span>
      <LevelWord level={level} />
      <button type="button" className="ir-link-button" onClick={() => onChange(item.key)}>
        Change<span className="govuk-visually-hidden"> {item.key}</span>
      </button>
    </div>
  );
}
