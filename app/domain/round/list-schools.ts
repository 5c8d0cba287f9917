import type { SchoolProgress, SchoolStanding } from "./participation";

/** How many schools stand on one page. */
export const SCHOOLS_PAGE = 50;

/** `late` and `extended` cut across how far a school is. */
export const SCHOOL_SHOWS = [
  "late",
  "extended",
  "not-invited",
  "not-joined",
  "not-started",
  "drafting",
  "ready",
  "awaiting-governor",
  "signed",
  "lapsed",
  "withdrawn",
] as const satisfies readonly (SchoolProgress | "late" | "extended")[];
export type SchoolShows = (typeof SCHOOL_SHOWS)[number];

export type SchoolsFilter = { shows: SchoolShows | null; name: string; page: number };

type Listed = SchoolStanding & { name: string; urn: string };

export type SchoolsPage<T> = {
  /** How many there are of each, none of which there is nobody. */
  counts: { shows: SchoolShows; count: number }[];
  all: number;
  rows: T[];
  found: number;
  page: number;
  pages: number;
};

/** One page of a round's schools, in the order given. A page beyond the last is the last. */
export function schoolsPage<T extends Listed>(
  schools: readonly T[],
  { shows, name, page }: SchoolsFilter,
): SchoolsPage<T> {
  const wanted = name.trim().toLowerCase();
  const found = schools.filter(
    (school) =>
      (shows === null || isShown(school, shows)) &&
      (school.name.toLowerCase().includes(wanted) || school.urn === wanted),
  );
  const pages = Math.max(1, Math.ceil(found.length / SCHOOLS_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  return {
    counts: SCHOOL_SHOWS.map((each) => ({
      shows: each,
      count: schools.filter((school) => isShown(school, each)).length,
    })).filter(({ count }) => count > 0),
    all: schools.length,
    rows: found.slice((shown - 1) * SCHOOLS_PAGE, shown * SCHOOLS_PAGE),
    found: found.length,
    page: shown,
    pages,
  };
}

function isShown({ progress, late, next }: Listed, shows: SchoolShows): boolean {
  if (shows === "late") return late !== null;
  if (shows === "extended") return next?.extended === true;
  return progress === shows;
}
