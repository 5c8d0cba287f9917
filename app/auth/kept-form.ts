import { z } from "~/domain/zod";

const KeptFormSchema = z.object({
  /** Where it was posted: path and query. */
  path: z.string(),
  /** The page it was typed on, to go back to. */
  page: z.string(),
  /** Names and texts in the order of the form; a name may come twice. */
  fields: z.array(z.tuple([z.string(), z.string()])),
});

/** A form posted after its session had ended. */
export type KeptForm = z.infer<typeof KeptFormSchema>;

/** More tabs than anyone has open; beyond it the oldest form goes. */
const MOST_FORMS = 20;

const SECRET_NAME = /pass(word|phrase)|secret|token|^(current|new|code|pin)$/i;

/** What may be kept of a posted form: its texts, never a password (by the field's name), never a file. */
export function fieldsToKeep(form: Iterable<[string, FormDataEntryValue]>): KeptForm["fields"] {
  const fields: KeptForm["fields"] = [];
  for (const [name, value] of form) {
    if (typeof value === "string" && !SECRET_NAME.test(name)) fields.push([name, value]);
  }
  return fields;
}

/** Reads what a tombstone holds; anything unreadable is no forms. */
export function readKeptForms(stored: string | null): KeptForm[] {
  if (stored === null) return [];
  const read = z.array(KeptFormSchema).safeParse(JSON.parse(stored));
  return read.success ? read.data : [];
}

/** What a tombstone holds after one more form; the same form sent again counts once. */
export function addKeptForm(stored: string | null, form: KeptForm): string {
  const before = readKeptForms(stored).filter((other) => !isSameForm(other, form));
  return JSON.stringify([...before, form].slice(-MOST_FORMS));
}

function isSameForm(one: KeptForm, other: KeptForm): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Names that a form carries for itself; people did not type them. */
const OWN_NAME =
  /^(_.*|intent|action|next|writer|save-?id|version|revision|based-?on|(.+\.)?base)$/i;

/** The texts of a form as a person would know them: what the box was called, and the words. */
export function textsOf(form: KeptForm): { label: string; text: string }[] {
  return form.fields
    .filter(([name, text]) => text.trim() !== "" && !OWN_NAME.test(name))
    .map(([name, text]) => ({ label: labelOf(name), text }));
}

/** "C2.whereSeen" reads "C2 where seen". */
function labelOf(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, (_, before: string, after: string) => {
      return `${before} ${after.toLowerCase()}`;
    })
    .trim();
  return words === "" ? "Text" : words.charAt(0).toUpperCase() + words.slice(1);
}
