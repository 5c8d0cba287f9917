import { createHash } from "node:crypto";

import type { SubmissionInput } from "~/pdf/submission/submission-input";

import { aSnapshot, signOffs } from "./a-snapshot";

/** Everything a signed copy is printed from, at a fixed moment. */
export function aSubmission(overrides: Partial<SubmissionInput> = {}): SubmissionInput {
  const snapshot = overrides.snapshot ?? aSnapshot();
  const snapshotText = JSON.stringify(snapshot);
  return {
    snapshot,
    snapshotText,
    sha256: createHash("sha256").update(snapshotText).digest("hex"),
    signOffs: signOffs(),
    verifyAddress: "https://review.example/verify",
    madeAt: new Date("2026-12-14T18:03:10Z"),
    draft: null,
    ...overrides,
  };
}
