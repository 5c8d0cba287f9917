/** Sizes in points and colours of the printed pages (look/tokens.json, `pdf` and `colour`). */
export const PAPER = {
  width: 595.28,
  height: 841.89,
  left: 48,
  right: 48,
  /** Top of the writing space, measured from the top edge: below the head of the page. */
  firstTop: 72,
  top: 62,
  /** Foot of the writing space, measured from the bottom edge: above the foot of the page. */
  bottom: 54,
} as const;

export const TEXT_WIDTH = PAPER.width - PAPER.left - PAPER.right;

export const SIZE = { title: 22.5, h2: 12.75, body: 10.5, table: 9.75, small: 8.6 } as const;

export const LEADING = 1.45;

export const RULE = { head: 2.25, table: 0.75, tableHead: 1.1 } as const;

export const COLOUR = {
  harbour: "#123c56",
  pine: "#0f6a63",
  ink: "#14212b",
  muted: "#4a5964",
  line: "#c3cdd1",
  control: "#62727c",
  dutyEdge: "#c9bcdf",
  caution: "#7a4700",
  page: "#ffffff",
} as const;

export type Weight = "regular" | "semibold" | "bold";

/** How a stretch of text looks. `leading` multiplies the size to give the height of a line. */
export type TextStyle = { size: number; weight: Weight; colour: string; leading: number };

const style = (size: number, weight: Weight, colour: string, leading: number = LEADING) => ({
  size,
  weight,
  colour,
  leading,
});

export const STYLE = {
  title: style(SIZE.title, "bold", COLOUR.ink, 1.3),
  h2: style(SIZE.h2, "bold", COLOUR.ink, 1.4),
  h3: style(SIZE.body, "bold", COLOUR.ink),
  body: style(SIZE.body, "regular", COLOUR.ink),
  strong: style(SIZE.body, "semibold", COLOUR.ink),
  muted: style(SIZE.body, "regular", COLOUR.muted),
  table: style(SIZE.table, "regular", COLOUR.ink),
  tableStrong: style(SIZE.table, "semibold", COLOUR.ink),
  tableHead: style(SIZE.table, "bold", COLOUR.ink),
  tableMuted: style(SIZE.table, "regular", COLOUR.muted),
  small: style(SIZE.small, "regular", COLOUR.muted),
  smallStrong: style(SIZE.small, "semibold", COLOUR.ink),
} as const satisfies Record<string, TextStyle>;
