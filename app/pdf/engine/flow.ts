import { EmbeddedFonts } from "./embedded-fonts";
import { PageCanvas } from "./page-canvas";
import { PAPER, TEXT_WIDTH } from "./paper";
import type { StructureNode } from "./structure-tree";

/** Where a piece is drawn: its top left corner and the width it may use, in points. */
export type Spot = { canvas: PageCanvas; x: number; top: number; width: number };

/** The smallest thing that is never parted: a line, a row, a box. */
export type Piece = { height: number; draw: (spot: Spot) => void };

/**
 * Something that flows down pages. `open` hangs the block into the structure and gives its pieces, whose
 * heights must equal `heights`; `head` is drawn again above the rest after a page break.
 */
export type Block = {
  /** Space above, left out at the top of a page. */
  before: number;
  heights: readonly number[];
  /** Pieces from the start that stay together, at least 1. */
  lead: number;
  keepWithNext: boolean;
  open: (parent: StructureNode) => { pieces: readonly Piece[]; head: Piece | null };
  /** Told the page each time the block starts, for bookmarks. */
  onPlace?: (page: number, top: number) => void;
};

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0);

/** The height of blocks one below the other when nothing is parted. */
export function heightOf(blocks: readonly Block[]): number {
  return sum(blocks.map((block, index) => (index === 0 ? 0 : block.before) + sum(block.heights)));
}

/** Pages being filled from the top down. */
export class Flow {
  readonly fonts = new EmbeddedFonts();
  readonly pages: PageCanvas[] = [];
  #top = 0;

  constructor() {
    this.newPage();
  }

  get page(): PageCanvas {
    const page = this.pages.at(-1);
    if (page === undefined) throw new Error("A flow always has a page");
    return page;
  }

  /** Room left on this page, in points. */
  get room(): number {
    return PAPER.height - PAPER.bottom - this.#top;
  }

  newPage(): void {
    this.pages.push(new PageCanvas(this.pages.length, this.fonts));
    this.#top = this.pages.length === 1 ? PAPER.firstTop : PAPER.top;
  }

  /** Draws blocks below one another, starting pages where they are needed. */
  add(blocks: readonly Block[], parent: StructureNode): void {
    blocks.forEach((block, index) => {
      this.#startBlock(block, leadOf(blocks, index));
      this.#drawBlock(block, parent);
    });
  }

  get #atTop(): boolean {
    return this.#top === (this.pages.length === 1 ? PAPER.firstTop : PAPER.top);
  }

  #startBlock(block: Block, lead: number): void {
    if (!this.#atTop) {
      if (block.before + lead > this.room) this.newPage();
      else this.#top += block.before;
    }
    block.onPlace?.(this.page.index, this.#top);
  }

  #drawBlock(block: Block, parent: StructureNode): void {
    const { pieces, head } = block.open(parent);
    for (const piece of pieces) {
      if (piece.height > this.room && !this.#atTop) {
        this.newPage();
        if (head !== null) this.#draw(head);
      }
      this.#draw(piece);
    }
  }

  #draw(piece: Piece): void {
    piece.draw({ canvas: this.page, x: PAPER.left, top: this.#top, width: TEXT_WIDTH });
    this.#top += piece.height;
  }
}

/** The height that must fit below one another before a page is started: headings carry what follows. */
function leadOf(blocks: readonly Block[], index: number): number {
  const block = blocks[index];
  if (block === undefined) return 0;
  const own = sum(block.heights.slice(0, block.keepWithNext ? undefined : block.lead));
  const next = blocks[index + 1];
  if (!block.keepWithNext || next === undefined) return own;
  return own + next.before + leadOf(blocks, index + 1);
}
