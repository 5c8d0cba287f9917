import type { Day } from "~/domain/calendar/day";
import { SUPPORT_KINDS, type SupportEntry, type SupportKind } from "./entry";
import { supportStanding, type SupportStanding } from "./support-for";

/** What a list of help can be narrowed to: what stands, what comes, what is over, what was taken off. */
export const SUPPORT_SHOWS = ["on", "coming", "past", "retired", "all"] as const;

/** What the address of the list asks for. */
export type SupportFilter = {
  shows: SupportStanding | "all";
  kind: SupportKind | null;
  questionnaire: string | null;
  /** The code of a statement; empty: any. */
  statement: string;
  /** Part of the name or of what is said about it. */
  words: string;
};

type Listed = SupportEntry & { questionnaireKey: string };

/** Entries a filter asks for, by statement and name. */
export function filterSupport<T extends Listed>(
  entries: readonly T[],
  { shows, kind, questionnaire, statement, words }: SupportFilter,
  today: Day,
): T[] {
  const part = words.trim().toLowerCase();
  const code = statement.trim().toUpperCase();
  return entries
    .filter(
      (entry) =>
        (shows === "all" || supportStanding(entry, today) === shows) &&
        (kind === null || entry.kind === kind) &&
        (questionnaire === null || entry.questionnaireKey === questionnaire) &&
        (code === "" || entry.itemKeys.includes(code)) &&
        `${entry.title} ${entry.about} ${entry.school?.name ?? ""}`.toLowerCase().includes(part),
    )
    .sort(
      (a, b) =>
        SUPPORT_KINDS.indexOf(a.kind) - SUPPORT_KINDS.indexOf(b.kind) ||
        a.title.localeCompare(b.title, "en-GB"),
    );
}
