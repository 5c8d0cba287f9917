import { SUPPORT_KINDS, type SupportKind } from "~/domain/support/entry";
import { SUPPORT_SHOWS, type SupportFilter } from "~/domain/support/filter-support";
import { BLANK_SUPPORT, SUPPORT_FIELDS, type TypedSupport } from "~/domain/support/typed-support";
import { fieldOf } from "./invitation";

/** An entry of help as typed. Its rules stand in app/domain/support/judge-support.ts. */
export function readSupport(form: FormData): TypedSupport {
  const typed = SUPPORT_FIELDS.map((field) => [field, fieldOf(form, field)] as const);
  const districts = form.getAll("districts").filter((one) => typeof one === "string");
  return { ...BLANK_SUPPORT, ...Object.fromEntries(typed), districts: districts.join("; ") };
}

/** The kind an address or a form names; a course unless it does. */
export const readSupportKind = (text: string | null): SupportKind =>
  SUPPORT_KINDS.find((kind) => kind === text) ?? "course";

/** What an address of the list asks for. Anything unreadable is as if it were not said. */
export function readSupportFilter(query: URLSearchParams): SupportFilter {
  const said = (name: string, longest: number) => (query.get(name) ?? "").slice(0, longest);
  const questionnaire = said("questionnaire", 60);
  return {
    shows: SUPPORT_SHOWS.find((one) => one === query.get("shows")) ?? "on",
    kind: SUPPORT_KINDS.find((one) => one === query.get("kind")) ?? null,
    questionnaire: questionnaire === "" ? null : questionnaire,
    statement: said("statement", 12),
    words: said("words", 80),
  };
}

export const SUPPORT_FILE_FIELD = "file";
export const SUPPORT_FILE_MAX_BYTES = 200 * 1024;
