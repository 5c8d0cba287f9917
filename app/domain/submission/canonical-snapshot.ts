import { canonicalText } from "~/domain/questionnaire/canonical";
import { SnapshotSchema, type Snapshot } from "./snapshot";

/**
 * The text of a snapshot that is stored, hashed and attached to the PDF: RFC 8785, so the same snapshot gives
 * the same bytes (design.md section 2). Throws when it does not have the shape: a fault of the program.
 */
export function canonicalSnapshot(snapshot: Snapshot): string {
  return canonicalText(SnapshotSchema.parse(snapshot));
}

/** Reads stored snapshot text back. Throws when it is not one. */
export function parseSnapshot(text: string): Snapshot {
  return SnapshotSchema.parse(JSON.parse(text));
}
