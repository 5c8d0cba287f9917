import type { KeyboardEvent, ReactNode } from "react";
import { ItemCode } from "../item-code";
import { choiceId } from "../form/choice";
import { ErrorText } from "../form/field";
import type { LevelChoice, LevelSet } from "./level-choice";
import { LevelMark } from "./level-mark";

type LevelRowProps = LevelSet & {
  itemKey: string;
  statement: string;
  /** Beside the statement: the duty, "Needs words", a template. */
  asks?: ReactNode;
  error?: string;
  /** Whether the rings show the key that chooses them. */
  keys?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
};

/** One statement of the levels view: a radio group named by the statement, as rings that become marks. */
export function LevelRow(props: LevelRowProps) {
  const { id, itemKey, statement, levels, name, chosen, control, asks, error, keys = true } = props;
  const statementId = `${id}-statement`;
  return (
    <div
      id={itemKey}
      className="ir-row"
      role="group"
      data-item={itemKey}
      aria-labelledby={statementId}
      aria-describedby={error ? `${id}-error` : undefined}
      onKeyDown={props.onKeyDown}
    >
      <div className="ir-row-statement">
        <ItemCode code={itemKey} />
        <div className="ir-row-words">
          <p id={statementId}>{statement}</p>
          {error ? <ErrorText id={`${id}-error`}>{error}</ErrorText> : null}
          {asks}
        </div>
      </div>
      <div className="ir-row-choices">
        {levels.map((level, index) => (
          <LevelRing
            key={level.code}
            level={level}
            sign={keys ? level.shortcut : null}
            input={{
              ...control,
              id: choiceId(id, index),
              name,
              defaultChecked: level.code === chosen,
            }}
          />
        ))}
      </div>
    </div>
  );
}

type LevelRingProps = {
  level: LevelChoice;
  sign: string | null;
  input: LevelSet["control"] & { id: string; name: string };
};

function LevelRing({ level, sign, input }: LevelRingProps) {
  return (
    <label className="ir-choice">
      <input {...input} type="radio" className="ir-choice-input" value={level.code} />
      <span className="ir-choice-ring" aria-hidden="true">
        {sign}
      </span>
      <span className="ir-choice-mark">
        <LevelMark level={level} />
      </span>
      <span className="ir-choice-name">{level.name}</span>
    </label>
  );
}
