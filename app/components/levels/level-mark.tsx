import { classNames } from "../class-names";
import { type LevelSign, markTone, NOT_ANSWERED } from "./level-sign";
import { markGlyph } from "./mark-glyph";

type LevelMarkProps = {
  /** Null draws the empty place of a statement not answered. */
  level: LevelSign | null;
  /** 16, 22, 26 (the usual) and 38 px. At 16 px a mark only repeats a word or figure nearby. */
  size?: "spread" | "spread-large" | "row";
  /** Says the level's name, where no word stands beside the mark. */
  named?: boolean;
};

const BOX = '<rect class="ir-mark-box" x="1" y="1" width="22" height="22" rx="3"/>';

/** The sign of a level: fill and steps together, in a box of 24. */
export function LevelMark({ level, size, named = false }: LevelMarkProps) {
  const naming = named
    ? { role: "img", "aria-label": level?.name ?? NOT_ANSWERED }
    : { "aria-hidden": true as const };
  return (
    <svg
      className={classNames("ir-mark", `ir-mark-${markTone(level)}`, size && `ir-mark-${size}`)}
      viewBox="0 0 24 24"
      focusable="false"
      {...naming}
      dangerouslySetInnerHTML={{ __html: level ? BOX + markGlyph(level) : BOX }}
    />
  );
}

/** The mark with its word. */
export function LevelWord({ level }: { level: LevelSign | null }) {
  return (
    <span className="ir-mark-word">
      <LevelMark level={level} />
      {level?.name ?? NOT_ANSWERED}
    </span>
  );
}
