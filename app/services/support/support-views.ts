import { courseDateWords } from "~/domain/support/support-words";
import type { SupportEntry, SupportKind } from "~/domain/support/entry";

/** An entry of help as a school reads it. */
export type SupportView = {
  id: string;
  kind: SupportKind;
  title: string;
  about: string;
  /** In words, soonest first. */
  dates: string[];
  booking: string;
  link: string | null;
  email: string | null;
  telephone: string | null;
  /** The school that shares; null for other kinds. */
  schoolName: string | null;
  /** What that school agreed to share in the record of a visit, for this statement. */
  practice: string[];
};

/** At most so many dates of a course are named. */
const MOST_DATES = 3;

export function supportView(entry: SupportEntry, practice: readonly string[]): SupportView {
  const { id, kind, title, about, booking, link, email, telephone, school } = entry;
  return {
    ...{ id, kind, title, about, booking, link, email, telephone },
    dates: entry.dates.slice(0, MOST_DATES).map(courseDateWords),
    schoolName: school?.name ?? null,
    practice: [...practice],
  };
}
