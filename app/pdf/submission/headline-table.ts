import { columnsBlock } from "../engine/box-blocks";
import type { Block } from "../engine/flow";
import { drawMark } from "../engine/level-mark";
import { STYLE, TEXT_WIDTH } from "../engine/paper";
import { tableBlock } from "../engine/table-block";
import type { Cell, CellDrawing } from "../engine/table-block";
import { plain } from "../engine/text-blocks";
import type { Snapshot, SnapshotItem, SnapshotSection } from "~/domain/submission/snapshot";
import { shortened } from "./fit-page";
import { levelName, levelOf, markOf, spreadInWords } from "./printed-words";
import type { Level } from "./printed-words";

const HEADLINE_WIDTH = 118;
const PITCH = 13;
const SPREAD_MARK = 10.5;

/** The school's headline for each section beside the spread of its statements. */
export function headlineTable(
  snapshot: Snapshot,
  sections: readonly SnapshotSection[],
  { most: longest, tight }: { most: number; tight: boolean },
): Block {
  const most = Math.max(...snapshot.sections.map((section) => section.items.length));
  const perLine = Math.min(9, Math.max(7, most));
  const spreadWidth = perLine * PITCH + 6;
  const columns = [
    {
      width: TEXT_WIDTH - HEADLINE_WIDTH - spreadWidth,
      heading: plain("Section", STYLE.tableHead),
    },
    { width: HEADLINE_WIDTH, heading: plain("The school’s headline", STYLE.tableHead) },
    { width: spreadWidth, heading: plain("Each statement", STYLE.tableHead) },
  ];
  const rows = sections.map((section) => [
    { spans: plain(shortened(`${section.key}. ${section.title}`, longest), STYLE.tableStrong) },
    levelCell(levelOf(snapshot, section.headline), "Not given"),
    { spans: [], drawing: spread(snapshot, section.items, perLine) },
  ]);
  return tableBlock({ columns, rows, before: 2, padding: tight ? 1.4 : 3 });
}

/** A level's mark with its word beside it. */
export function levelCell(level: Level | null, absent = levelName(null)): Cell {
  const words = plain(level?.name ?? absent, STYLE.tableStrong);
  return { spans: words, drawing: markDrawing(level) };
}

/** A mark that only repeats the word beside it. */
export function markDrawing(level: Level | null): CellDrawing {
  return {
    width: 18,
    height: 13,
    alt: null,
    draw: (spot) => drawMark(markOf(level), 13, spot),
  };
}

/** A row of marks, one for each statement, with one text alternative. */
export function spread(
  snapshot: Snapshot,
  items: readonly SnapshotItem[],
  perLine: number,
): CellDrawing {
  return {
    width: Math.min(items.length, perLine) * PITCH,
    height: Math.ceil(items.length / perLine) * PITCH,
    alt: spreadInWords(snapshot, items),
    draw: (spot) =>
      items.forEach((item, index) => {
        const x = spot.x + (index % perLine) * PITCH;
        const top = spot.top + 1.2 + Math.floor(index / perLine) * PITCH;
        drawMark(markOf(levelOf(snapshot, item.level)), SPREAD_MARK, { ...spot, x, top });
      }),
  };
}

/** Two columns, leaving out a column with nothing in it. */
export function pair(left: readonly Block[], right: readonly Block[], before: number): Block {
  return columnsBlock([left, right], { gap: 20, before });
}
