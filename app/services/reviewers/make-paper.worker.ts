import {
  composeReviewerPaper,
  type ReviewerPaper,
} from "~/pdf/reviewer/compose-reviewer-paper.server";

/** Prints a reviewer's paper away from the threads that answer people. */
export function run(paper: ReviewerPaper): Promise<Uint8Array> {
  return composeReviewerPaper(paper);
}
