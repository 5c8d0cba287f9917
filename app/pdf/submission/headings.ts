import type { Block } from "../engine/flow";
import { STYLE } from "../engine/paper";
import { plain, textBlock } from "../engine/text-blocks";
import type { TextOptions } from "../engine/text-blocks";
import type { Bookmark } from "../engine/write-outline";

/** The bookmarks of a document, gathered while headings are placed. */
export type Bookmarks = Bookmark[];

/** A second-level heading; with `bookmarks`, readers can jump to it. */
export function heading(
  text: string,
  options: { before?: number; bookmarks?: Bookmarks; width?: number } = {},
): Block {
  const { before = 18, bookmarks, width } = options;
  const onPlace = bookmarkAs(text, bookmarks);
  return textBlock(plain(text, STYLE.h2), {
    type: "H2",
    before,
    keepWithNext: true,
    onPlace,
    width,
  });
}

/** What to do when a block is placed so that a bookmark leads there. */
export function bookmarkAs(title: string, bookmarks: Bookmarks | undefined): Block["onPlace"] {
  if (bookmarks === undefined) return undefined;
  return (page, top) => bookmarks.push({ title, page, top });
}

/** A paragraph of body text. */
export function paragraph(text: string, options: TextOptions = {}): Block {
  return textBlock(plain(text, STYLE.body), { before: 4, ...options });
}

/** A small muted line under a figure or table. */
export function note(text: string, options: TextOptions = {}): Block {
  return textBlock(plain(text, STYLE.tableMuted), { before: 6, ...options });
}
