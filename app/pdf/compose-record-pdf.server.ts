import type { ComposedPdf } from "./compose-submission-pdf.server";
import { Flow } from "./engine/flow";
import { documentNode } from "./engine/structure-tree";
import { writeDocument } from "./engine/write-document";
import type { Bookmarks } from "./submission/headings";
import { drawFirstHead, drawFurniture, type Furniture } from "./submission/page-furniture";
import { footWords } from "./submission/submission-furniture";
import { findingBlocks } from "./visit-record/finding-blocks";
import { recordClosing } from "./visit-record/record-closing";
import { recordHead } from "./visit-record/record-head";
import type { RecordInput } from "./visit-record/record-input";
import { RECORD_LOOKS, type RecordLook } from "./visit-record/record-look";

/** Pages a record may have (domain.md 6.8). */
const MOST_PAGES = 2;

/**
 * Prints the record of a visit from its snapshot on two pages, in the largest size that lets it stand there. Pure: the
 * same input gives the same bytes. Not yet sealed, as a signed copy's.
 */
export async function composeRecordPdf(input: RecordInput): Promise<ComposedPdf> {
  const { flow, root, bookmarks } = fitted(input);
  drawFurniture(flow, furnitureOf(input));
  const bytes = await writeDocument(flow, root, { ...factsOf(input), bookmarks });
  return { bytes, pages: flow.pages.length };
}

/** Where even the smallest needs a third page it has one: nothing that was signed is left out. */
function fitted(input: RecordInput) {
  let laid = layOut(input, RECORD_LOOKS[0]);
  for (const look of RECORD_LOOKS.slice(1)) {
    if (laid.flow.pages.length <= MOST_PAGES) break;
    laid = layOut(input, look);
  }
  return laid;
}

function layOut(input: RecordInput, look: RecordLook | undefined) {
  if (look === undefined) throw new Error("A record has at least one look");
  const flow = new Flow();
  const root = documentNode();
  const bookmarks: Bookmarks = [];
  const place = { look, bookmarks };
  const { snapshot } = input;
  drawFirstHead(flow.page, root, furnitureOf(input));
  flow.add(
    [
      ...recordHead(input, place),
      ...snapshot.findings.flatMap((finding) => findingBlocks(finding, { snapshot, ...place })),
      ...recordClosing(input, place),
    ],
    root,
  );
  return { flow, root, bookmarks };
}

function furnitureOf(input: RecordInput): Furniture {
  const { snapshot, draft } = input;
  const { reference, school } = snapshot;
  const kind =
    snapshot.bothViews === null ? "Agreed record, signed by both" : "Both views recorded";
  return {
    first:
      draft === null ? { above: kind, below: reference } : { above: "", below: "Not yet sealed" },
    later: {
      left: `${school.name}, record of a peer moderation visit`,
      right: draft === null ? reference : "Not yet sealed",
    },
    foot: footWords(input, snapshot.demonstration),
    draft,
  };
}

function factsOf(input: RecordInput) {
  const { snapshot, draft, sha256, snapshotText, madeAt } = input;
  const { reference, school } = snapshot;
  const attachment = {
    name: "record.json",
    description: "The record as agreed",
    mimeType: "application/json",
    bytes: new TextEncoder().encode(snapshotText),
  };
  return {
    title: `${school.name}: record of a peer moderation visit, ${draft ?? reference}`,
    subject: draft === null ? `Inclusion Review reference ${reference}` : "Draft, not sealed",
    author: school.name,
    madeAt,
    id: sha256.slice(0, 32).toUpperCase(),
    attachment: draft === null ? attachment : null,
    sealable: draft === null,
  };
}
