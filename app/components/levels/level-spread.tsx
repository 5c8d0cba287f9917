import { LevelMark } from "./level-mark";
import type { LevelSign } from "./level-sign";
import { spreadText } from "./spread-text";

type LevelSpreadProps = { levels: readonly (LevelSign | null)[]; large?: boolean };

/** A row of marks, one for each statement, read out as one sentence. */
export function LevelSpread({ levels, large = false }: LevelSpreadProps) {
  if (levels.length === 0) return null;
  return (
    <span className="ir-spread" role="img" aria-label={spreadText(levels)}>
      {levels.map((level, index) => (
        <LevelMark key={index} level={level} size={large ? "spread-large" : "spread"} />
      ))}
    </span>
  );
}

/** What each mark means, above a list of spreads. */
export function LevelKey({ levels }: { levels: readonly LevelSign[] }) {
  return (
    <ul className="ir-mark-key">
      {levels.map((level) => (
        <li key={level.name}>
          <LevelMark level={level} size="spread-large" />
          {level.name}
        </li>
      ))}
      <li>
        <LevelMark level={null} size="spread-large" />
        Not answered
      </li>
    </ul>
  );
}
