import { PDFHexString, PDFName } from "pdf-lib";
import type { PDFContext, PDFDict, PDFRef } from "pdf-lib";

import { PAPER } from "./paper";

/** A place readers can jump to. `top` is measured from the top edge of page `page` (counted from 0). */
export type Bookmark = { title: string; page: number; top: number };

/** Writes a flat outline in the order given. */
export function writeOutline(
  context: PDFContext,
  bookmarks: readonly Bookmark[],
  pages: readonly PDFRef[],
): PDFRef {
  const root = context.nextRef();
  const entries = bookmarks.flatMap((bookmark) => {
    const page = pages[bookmark.page];
    return page === undefined ? [] : [{ bookmark, page, ref: context.nextRef() }];
  });
  entries.forEach(({ bookmark, page, ref }, index) => {
    const top = Math.min(PAPER.height, PAPER.height - bookmark.top + 8);
    const entry: PDFDict = context.obj({
      Title: PDFHexString.fromText(bookmark.title),
      Parent: root,
      Dest: [page, "XYZ", PAPER.left, Math.round(top), null],
    });
    link(entry, "Prev", entries[index - 1]?.ref);
    link(entry, "Next", entries[index + 1]?.ref);
    context.assign(ref, entry);
  });
  const outline = context.obj({ Type: "Outlines", Count: entries.length });
  link(outline, "First", entries[0]?.ref);
  link(outline, "Last", entries.at(-1)?.ref);
  context.assign(root, outline);
  return root;
}

function link(dict: PDFDict, key: string, ref: PDFRef | undefined): void {
  if (ref !== undefined) dict.set(PDFName.of(key), ref);
}
