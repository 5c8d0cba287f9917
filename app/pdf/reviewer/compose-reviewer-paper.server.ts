import { breakLines, textWidth } from "../engine/break-lines";
import { Flow } from "../engine/flow";
import type { PageCanvas } from "../engine/page-canvas";
import { COLOUR, PAPER, RULE, STYLE, TEXT_WIDTH, type TextStyle } from "../engine/paper";
import { addNode, documentNode, type StructureNode } from "../engine/structure-tree";
import { plain, textBlock } from "../engine/text-blocks";
import { writeDocument } from "../engine/write-document";
import { factList, type Fact } from "../submission/fact-list";
import { heading, paragraph, type Bookmarks } from "../submission/headings";

/** A page about a reviewer: the assurance letter, or the certificate of visits made. */
export type ReviewerPaper = {
  title: string;
  /** Who writes it: "Kent County Council". */
  organisation: string;
  facts: Fact[];
  sections: { title: string; paragraphs: string[] }[];
  /** What it is not: stands last. */
  note: string;
  madeAt: Date;
  /** 32 hexadecimal digits: the same for the same content. */
  id: string;
  demonstration: boolean;
};

/** Prints a paper as one tagged PDF. Pure: the same input gives the same bytes. It is not sealed. */
export async function composeReviewerPaper(paper: ReviewerPaper): Promise<Uint8Array> {
  const flow = new Flow();
  const root = documentNode();
  const bookmarks: Bookmarks = [];
  drawHead(flow.page, root, paper);
  flow.add([textBlock(plain(paper.title, STYLE.title), { type: "H1" })], root);
  flow.add([factList(paper.facts, { width: TEXT_WIDTH, before: 12 })], root);
  for (const { title, paragraphs } of paper.sections) {
    flow.add([heading(title, { bookmarks }), ...paragraphs.map((text) => paragraph(text))], root);
  }
  flow.add([paragraph(paper.note, { before: 18 })], root);
  for (const page of flow.pages) {
    page.furniture("Footer", () => drawFoot(page, paper, flow.pages.length));
  }
  const { title, organisation, madeAt, id } = paper;
  const about = { title, subject: "Peer moderation", author: organisation, madeAt, id };
  return writeDocument(flow, root, { ...about, bookmarks, attachment: null, sealable: false });
}

const NAME: TextStyle = { ...STYLE.h2, leading: 1.3 };

function drawHead(page: PageCanvas, root: StructureNode, { organisation }: ReviewerPaper): void {
  page.tagged(addNode(root, "P"), () => {
    drawText(page, organisation, { style: NAME, x: PAPER.left, top: 28 });
  });
  page.artifact(() => {
    page.rule(PAPER.left, 58, TEXT_WIDTH, { stroke: COLOUR.harbour, width: RULE.head });
  });
}

function drawFoot(page: PageCanvas, { demonstration }: ReviewerPaper, pages: number): void {
  const top = PAPER.height - 42;
  page.rule(PAPER.left, top, TEXT_WIDTH, { stroke: COLOUR.line, width: RULE.table });
  const words = demonstration ? "Demonstration data. Inclusion Review" : "Inclusion Review";
  const style = STYLE.small;
  drawText(page, words, { style, x: PAPER.left, top: top + 5 });
  const right = `Page ${page.index + 1} of ${pages}`;
  const x = PAPER.width - PAPER.right - textWidth(right, style);
  drawText(page, right, { style, x, top: top + 5 });
}

type At = { style: TextStyle; x: number; top: number };

function drawText(page: PageCanvas, text: string, { style, x, top }: At): void {
  const [line] = breakLines([{ text, style }], TEXT_WIDTH);
  if (line !== undefined) page.line(line, x, top);
}
