import canonicalize from "canonicalize";
import type { Definition } from "~/domain/questionnaire/definition";

/**
 * RFC 8785 text of a value: the same value gives the same text whatever order its keys were written in. The
 * service takes SHA-256 over the UTF-8 bytes of this text. Throws for what JSON cannot hold (NaN, undefined).
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("This value has no JSON form");
  return text;
}

/**
 * The text stored with a version (design.md section 2). Duties stand outside the immutable definition
 * (design.md section 5): they become dated rows at import, so they are left out here.
 */
export function canonicalDefinition(definition: Definition): string {
  return canonicalText(withoutDuties(definition));
}

/** The definition as it is stored: every statement's duties taken out. */
export function withoutDuties(definition: Definition): Definition {
  return {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, duties: [] })),
    })),
  };
}
