import { isClosed } from "./school-fields";

/**
 * How a school stands with an organisation: `expected` is covered and nobody has asked it for anything, `invited` is
 * asked and nobody of it is here, `joined` has people here. Nobody uninvited is late.
 */
export const STANDINGS = ["expected", "invited", "joined", "closed"] as const;
export type SchoolStanding = (typeof STANDINGS)[number];

type Known = { invited: ReadonlySet<string>; joined: ReadonlySet<string> };

export function standingOfSchool(
  school: { id: string; status: string },
  { invited, joined }: Known,
): SchoolStanding {
  if (isClosed(school)) return "closed";
  if (joined.has(school.id)) return "joined";
  return invited.has(school.id) ? "invited" : "expected";
}

export type SchoolsFilter = {
  /** Words of a name or town, or a URN. */
  search: string;
  /** A group's id. */
  group: string | null;
  standing: SchoolStanding | null;
  page: number;
};

export type Listed = {
  id: string;
  urn: string;
  name: string;
  town: string;
  standing: SchoolStanding;
};

/** As many schools as stand on one page. */
export const SCHOOLS_PAGE = 50;

export type SchoolsPage<T> = {
  /** What search and group leave, by standing. */
  counts: Record<SchoolStanding, number>;
  rows: T[];
  found: number;
  page: number;
  pages: number;
};

/** One page of an organisation's schools, in the order given; a page beyond the last is the last. */
export function schoolsPage<T extends Listed>(
  all: readonly T[],
  { search, standing, page }: SchoolsFilter,
  inGroup: ReadonlySet<string> | null,
): SchoolsPage<T> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const here = all.filter(
    (one) => (inGroup === null || inGroup.has(one.id)) && words.every((word) => holds(one, word)),
  );
  const found = here.filter((one) => standing === null || one.standing === standing);
  const pages = Math.max(1, Math.ceil(found.length / SCHOOLS_PAGE));
  const shown = Math.min(page, pages);
  const counts = { expected: 0, invited: 0, joined: 0, closed: 0 };
  for (const one of here) counts[one.standing] += 1;
  const rows = found.slice((shown - 1) * SCHOOLS_PAGE, shown * SCHOOLS_PAGE);
  return { counts, rows, found: found.length, page: shown, pages };
}

const holds = ({ name, town, urn }: Listed, word: string): boolean =>
  name.toLowerCase().includes(word) || town.toLowerCase().includes(word) || urn === word;
