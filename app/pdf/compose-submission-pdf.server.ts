import { Flow } from "./engine/flow";
import { documentNode } from "./engine/structure-tree";
import { writeDocument } from "./engine/write-document";
import { asthmaPageOne } from "./submission/asthma-summary";
import { closingBlocks } from "./submission/closing-blocks";
import { fullSections } from "./submission/full-sections";
import type { Bookmarks } from "./submission/headings";
import { numbersBlocks } from "./submission/numbers-blocks";
import { drawFirstHead, drawFurniture } from "./submission/page-furniture";
import { submissionFurniture } from "./submission/submission-furniture";
import type { SubmissionInput } from "./submission/submission-input";
import { summaryPageOne } from "./submission/summary-page-one";
import { summaryPageTwo } from "./submission/summary-page-two";

/** A printed copy, as bytes, and how many pages it has. */
export type ComposedPdf = { bytes: Uint8Array; pages: number };

/**
 * Prints a signed copy from its snapshot: two pages of summary, then everything in full. Pure: the same
 * input gives the same bytes, so it may run anywhere, a worker thread included. The result is not yet
 * sealed; it keeps an empty field for that (app/signing), except on a draft, which is never sealed.
 */
export async function composeSubmissionPdf(input: SubmissionInput): Promise<ComposedPdf> {
  const flow = new Flow();
  const root = documentNode();
  const bookmarks: Bookmarks = [];
  const { snapshot } = input;
  const pageOne = snapshot.questionnaire.sectionSummary ? summaryPageOne : asthmaPageOne;
  const furniture = submissionFurniture(input);
  drawFirstHead(flow.page, root, furniture);
  flow.add(pageOne(input, flow.room, bookmarks), root);
  flow.newPage();
  flow.add(summaryPageTwo(input, flow.room, bookmarks), root);
  flow.newPage();
  flow.add(fullSections(snapshot, bookmarks), root);
  flow.add([...numbersBlocks(snapshot, bookmarks), ...closingBlocks(input, bookmarks)], root);
  drawFurniture(flow, furniture);
  const bytes = await writeDocument(flow, root, { ...factsOf(input), bookmarks });
  return { bytes, pages: flow.pages.length };
}

function factsOf(input: SubmissionInput) {
  const { snapshot, draft } = input;
  const copy = draft === null ? `signed copy ${snapshot.number}, ${snapshot.reference}` : draft;
  return {
    title: `${snapshot.school.name}: ${snapshot.questionnaire.title}, ${copy}`,
    subject:
      draft === null ? `Inclusion Review reference ${snapshot.reference}` : "Draft, not sealed",
    author: snapshot.school.name,
    madeAt: input.madeAt,
    id: input.sha256.slice(0, 32).toUpperCase(),
    attachment: draft === null ? attachmentOf(input.snapshotText) : null,
    sealable: draft === null,
  };
}

function attachmentOf(snapshotText: string) {
  return {
    name: "snapshot.json",
    description: "The answers as signed",
    mimeType: "application/json",
    bytes: new TextEncoder().encode(snapshotText),
  };
}
