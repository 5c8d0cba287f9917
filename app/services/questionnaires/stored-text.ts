import { createHash } from "node:crypto";
import { canonicalDefinition, canonicalText } from "~/domain/questionnaire/canonical";
import type { Definition } from "~/domain/questionnaire/definition";

export const hashOf = (text: string): string =>
  createHash("sha256").update(text, "utf8").digest("hex");

/** What is stored of a draft: everything, also the duties that become rows when it is published. */
export function draftText(definition: Definition): { definition: string; sha256: string } {
  const text = canonicalText(definition);
  return { definition: text, sha256: hashOf(text) };
}

/** What is stored of a published version, for ever: without its duties, which are dated rows beside it. */
export function publishedText(definition: Definition): { definition: string; sha256: string } {
  const text = canonicalDefinition(definition);
  return { definition: text, sha256: hashOf(text) };
}
