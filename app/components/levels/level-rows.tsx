import type { ReactNode } from "react";
import { classNames } from "../class-names";
import type { LevelChoice } from "./level-choice";
import { LevelMark } from "./level-mark";

type LevelRowsProps = {
  levels: readonly LevelChoice[];
  /** Heads the first column: "Statement", "Point". */
  heading?: string;
  children: ReactNode;
};

/** The levels view: heads that stay in sight and one `LevelRow` for each statement. */
export function LevelRows({ levels, heading = "Statement", children }: LevelRowsProps) {
  return (
    <div className={classNames("ir-rows", `ir-rows-${levels.length}`)}>
      <div className="ir-rows-head" aria-hidden="true">
        <span className="ir-rows-head-statement">{heading}</span>
        <span className="ir-rows-head-choices">
          {levels.map((level) => (
            <span className="ir-rows-head-choice" key={level.code}>
              <LevelMark level={level} />
              {level.name}
            </span>
          ))}
        </span>
      </div>
      {children}
    </div>
  );
}
