import type { Day } from "~/domain/calendar/day";

/** What help can be (design.md section 2, Support). */
export const SUPPORT_KINDS = ["course", "contact", "template", "school"] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** One time a course is held. `at` is "15:45", or empty where no time is said. */
export type CourseDate = { on: Day; at: string; place: string };

/** An entry of the help available, tied to statements of one questionnaire, outside its definition. */
export type SupportEntry = {
  id: string;
  kind: SupportKind;
  title: string;
  /** One line more: "Online, free, 14 places". */
  about: string;
  /** Of a course, in order of time; empty: held when it is asked for. */
  dates: readonly CourseDate[];
  /** How to book or ask, in words. */
  booking: string;
  link: string | null;
  email: string | null;
  telephone: string | null;
  itemKeys: readonly string[];
  /** Districts it is meant for first; empty: everywhere. */
  districts: readonly string[];
  /** The school that shares, for a sharing school only. */
  school: { id: string; name: string } | null;
  /** Both included; null: no known beginning or end. */
  validFrom: Day | null;
  validTo: Day | null;
  /** Taken off by an officer, and kept. */
  retired: boolean;
};
