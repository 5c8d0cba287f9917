import { createHash } from "node:crypto";
import { canonicalText } from "~/domain/questionnaire/canonical";
import type { WrittenEntry } from "~db/queries/audit";

/** What the first entry of the chain follows. */
export const CHAIN_START = "0".repeat(64);

/** The hash of an entry at its place: SHA-256, hex, over the RFC 8785 text of everything it says. */
export function auditHash(
  entry: WrittenEntry,
  place: { position: number; previousHash: string },
): string {
  const { id, at, actorId, event, schoolId, organisationId, subjectKind, subjectId, data } = entry;
  const said = { id, actorId, event, schoolId, organisationId, subjectKind, subjectId, data };
  const text = canonicalText({ ...said, ...place, at: at.toISOString() });
  return createHash("sha256").update(text).digest("hex");
}
