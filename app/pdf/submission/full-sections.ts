import { drawnBlock } from "../engine/box-blocks";
import { breakLines } from "../engine/break-lines";
import type { Block } from "../engine/flow";
import { drawMark } from "../engine/level-mark";
import { STYLE, TEXT_WIDTH } from "../engine/paper";
import type { TextStyle } from "../engine/paper";
import { addNode } from "../engine/structure-tree";
import { drawLines, plain, textBlock } from "../engine/text-blocks";
import type { Snapshot, SnapshotSection } from "~/domain/submission/snapshot";
import { bookmarkAs, heading, note, paragraph } from "./headings";
import type { Bookmarks } from "./headings";
import { itemsOf, levelOf, markOf } from "./printed-words";
import { statementBlocks } from "./statement-blocks";

const SECTION: TextStyle = { ...STYLE.title, size: 15 };

/** Every section with its headline and words, and every statement in it. */
export function fullSections(snapshot: Snapshot, bookmarks: Bookmarks): Block[] {
  return [
    textBlock(plain("The self-review in full", STYLE.title), {
      type: "H2",
      keepWithNext: true,
      onPlace: bookmarkAs("The self-review in full", bookmarks),
    }),
    paragraph(snapshot.questionnaire.sourceNote, { keepWithNext: true }),
    ...snapshot.sections.flatMap((section) => sectionBlocks(snapshot, section, bookmarks)),
    ...awayList(snapshot, bookmarks),
  ].filter((block) => block.heights.length > 0);
}

function sectionBlocks(
  snapshot: Snapshot,
  section: SnapshotSection,
  bookmarks: Bookmarks,
): Block[] {
  const title = `${section.key}. ${section.title}`;
  const onPlace = bookmarkAs(title, bookmarks);
  return [
    ...(section.part === null ? [] : [partLine(section.part)]),
    textBlock(plain(title, SECTION), {
      type: "H2",
      before: section.part === null ? 24 : 2,
      keepWithNext: true,
      onPlace,
    }),
    ...(snapshot.questionnaire.sectionSummary ? headlineBlocks(snapshot, section) : []),
    ...section.items.flatMap((item) => statementBlocks(snapshot, item)),
  ];
}

function partLine(part: string): Block {
  return textBlock(plain(part, STYLE.muted), { before: 24, keepWithNext: true });
}

function headlineBlocks(snapshot: Snapshot, section: SnapshotSection): Block[] {
  const level = levelOf(snapshot, section.headline);
  const words = breakLines(
    [
      { text: "The school’s headline: ", style: STYLE.body },
      { text: level?.name ?? "Not given", style: STYLE.strong },
    ],
    TEXT_WIDTH - 20,
  );
  const line = drawnBlock(
    17,
    (spot, parent) => {
      spot.canvas.artifact(() => drawMark(markOf(level), 13, { ...spot, top: spot.top + 1.2 }));
      spot.canvas.tagged(addNode(parent, "P"), () => drawLines(words, { ...spot, x: spot.x + 19 }));
    },
    { before: 5, keepWithNext: true },
  );
  if (section.commentary.trim() === "") return [line];
  const label = textBlock(plain("How do you know?", { ...STYLE.small, weight: "semibold" }), {
    before: 6,
    keepWithNext: true,
  });
  return [line, label, paragraph(section.commentary.trim(), { before: 0 })];
}

/** Statements that do not apply, and those ready with no current need: told apart, each by code. */
function awayList(snapshot: Snapshot, bookmarks: Bookmarks): Block[] {
  const away = snapshot.levels.filter(({ counts }) => !counts);
  return away.flatMap((level) => {
    const items = itemsOf(snapshot).filter(
      (item) => levelOf(snapshot, item.level)?.code === level.code,
    );
    if (items.length === 0) return [];
    const title = level.mark === "none" ? "What does not apply" : level.name;
    return [
      heading(title, { before: 24, bookmarks }),
      ...items.map(({ key, short, commentary }) =>
        textBlock(
          [
            { text: `${key} ${short}`, style: STYLE.strong },
            { text: commentary.trim() === "" ? "" : `: ${commentary.trim()}`, style: STYLE.body },
          ],
          { before: 4 },
        ),
      ),
      note("These statements stand outside the counts and the shares."),
    ];
  });
}
