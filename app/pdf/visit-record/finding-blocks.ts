import type { RecordSnapshot } from "~/domain/visit/record-snapshot";
import { NOTE_KIND_WORDS, VIEW_WORDS } from "~/domain/visit/view-words";
import { columnsBlock, columnWidth, drawnBlock } from "../engine/box-blocks";
import { breakLines, textWidth } from "../engine/break-lines";
import type { Block, Spot } from "../engine/flow";
import { drawMark } from "../engine/level-mark";
import { TEXT_WIDTH } from "../engine/paper";
import { addNode, type StructureNode } from "../engine/structure-tree";
import { drawLines } from "../engine/text-blocks";
import { levelName, markOf, type Level } from "../submission/printed-words";
import { bookmarkAs, type Bookmarks } from "../submission/headings";
import type { RecordLook } from "./record-look";
import { labelled, recordHeading, ruleBlock, words } from "./record-parts";
import { drawViewMark } from "./view-mark";

type Finding = RecordSnapshot["findings"][number];
type Place = { snapshot: RecordSnapshot; look: RecordLook; bookmarks: Bookmarks };

const GAP = 20;
const HALF = columnWidth(2, GAP);

/** One focus section or statement: what the school said, the moderated view, and what was said on the day. */
export function findingBlocks(finding: Finding, { snapshot, look, bookmarks }: Place): Block[] {
  const title = `${finding.key}. ${finding.title}`;
  const level = snapshot.levels.find(({ code }) => code === finding.selfLevel) ?? null;
  const why = finding.reason === "" ? [] : [labelled("Why", finding.reason, { look })];
  return [
    ruleBlock(look.gap),
    ...(look.close
      ? [closeHead(finding, { title, level, look, bookmarks })]
      : [
          recordHeading(title, look, { before: look.step, bookmarks }),
          viewBlock(finding, { level, look, width: TEXT_WIDTH }),
        ]),
    ...why,
    ...(look.close ? closeWords(finding, look) : openWords(finding, look)),
  ];
}

type Head = { title: string; level: Level | null; look: RecordLook; bookmarks: Bookmarks };

function closeHead(finding: Finding, { title, level, look, bookmarks }: Head): Block {
  const heading = recordHeading(title, look, { before: 0, width: HALF });
  const view = viewBlock(finding, { level, look, width: HALF });
  const block = columnsBlock([[heading], [view]], { gap: GAP, before: look.step });
  const onPlace = bookmarkAs(title, bookmarks);
  return { ...block, keepWithNext: true, ...(onPlace === undefined ? {} : { onPlace }) };
}

type Viewed = { level: Level | null; look: RecordLook; width: number };

/** "The school said Developing · Moderated view further on", each with its mark. */
function viewBlock(finding: Finding, { level, look, width }: Viewed): Block {
  const [said, viewed] = look.close ? ["Said", "View"] : ["The school said", "Moderated view"];
  const pieces = [
    { label: said, word: levelName(level), mark: levelMark(level) },
    { label: viewed, word: VIEW_WORDS[finding.view], mark: viewMark(finding) },
  ];
  const size = look.body.size + 2.5;
  const height = size * 1.35;
  return drawnBlock(
    height,
    (spot, parent) =>
      pieces.forEach((piece, index) =>
        drawPiece(piece, {
          spot: { ...spot, x: spot.x + (index * width) / 2 },
          parent: addNode(parent, "P"),
          look,
          size,
        }),
      ),
    { before: look.close ? 0 : look.step, keepWithNext: true },
  );
}

type Mark = (spot: Spot, size: number) => void;
const levelMark =
  (level: Level | null): Mark =>
  (spot, size) =>
    drawMark(markOf(level), size, spot);
const viewMark =
  ({ view }: Finding): Mark =>
  (spot, size) =>
    drawViewMark(view, size, spot);

type Piece = { label: string; word: string; mark: Mark };
type PiecePlace = { spot: Spot; parent: StructureNode; look: RecordLook; size: number };

function drawPiece({ label, word, mark }: Piece, { spot, parent, look, size }: PiecePlace): void {
  const text = (said: string, x: number) =>
    spot.canvas.tagged(parent, () =>
      drawLines(breakLines([{ text: said, style: look.strong }], TEXT_WIDTH), { ...spot, x }),
    );
  const afterLabel = spot.x + textWidth(label, look.strong) + 7;
  text(label, spot.x);
  spot.canvas.artifact(() => mark({ ...spot, x: afterLabel, top: spot.top + 0.5 }, size));
  text(word, afterLabel + size + 5);
}

const TEXTS = [
  ["saw", NOTE_KIND_WORDS.saw],
  ["worksWell", NOTE_KIND_WORDS["works-well"]],
  ["wondered", NOTE_KIND_WORDS.wondered],
] as const;

const closeWords = (finding: Finding, look: RecordLook): Block[] =>
  TEXTS.flatMap(([box, label]) =>
    finding[box] === "" ? [] : [labelled(label, finding[box], { look })],
  );

/** What we saw beside what works well, what we wondered below (look/20). */
function openWords(finding: Finding, look: RecordLook): Block[] {
  const part = (box: (typeof TEXTS)[number][0], label: string, width: number) =>
    finding[box] === ""
      ? []
      : [
          words(label, { ...look, body: look.strong }, { width, keepWithNext: true }),
          words(finding[box], look, { width }),
        ];
  const beside = [
    part("saw", NOTE_KIND_WORDS.saw, HALF),
    part("worksWell", NOTE_KIND_WORDS["works-well"], HALF),
  ].filter((column) => column.length > 0);
  return [
    ...(beside.length === 0 ? [] : [columnsBlock(beside, { gap: GAP, before: look.step * 2 })]),
    ...part("wondered", NOTE_KIND_WORDS.wondered, TEXT_WIDTH),
  ];
}
