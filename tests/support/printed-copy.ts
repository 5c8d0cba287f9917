import { composeSubmissionPdf } from "~/pdf/compose-submission-pdf.server";

/** A printed copy as a reader gets it, not sealed. */
export async function printedCopy(
  ...input: Parameters<typeof composeSubmissionPdf>
): Promise<Uint8Array> {
  return (await composeSubmissionPdf(...input)).bytes;
}
