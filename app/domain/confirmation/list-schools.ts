import { PAGE_SIZE } from "~/domain/returns/list-returns";
import type { MissingPoint } from "./scheme-standing";

/** How far a school is by what it signed. */
export const POINTS_STATES = ["met", "one-missing", "more-missing", "not-signed"] as const;
export type PointsState = (typeof POINTS_STATES)[number];

/** How its confirmation stands; a school may be in several. */
export const STATUSES = ["to-confirm", "confirmed", "renewing", "lapsed"] as const;
export type Status = (typeof STATUSES)[number];

export type SchemeFilter = {
  points: PointsState | null;
  status: Status | null;
  /** Key of a point: schools that miss it. */
  missing: string | null;
  /** Local authority. */
  authority: string | null;
  /** Only leads to write to before September: training lapses by then, or the lead has left. */
  leads: LeadFilter | null;
  page: number;
};

export const LEAD_FILTERS = ["lapses", "left"] as const;
export type LeadFilter = (typeof LEAD_FILTERS)[number];

export type Listed = {
  points: PointsState;
  statuses: readonly Status[];
  missing: readonly MissingPoint[];
  authority: string;
  /** Training lapses before the coming September. */
  lapses: boolean;
  /** Whoever the copy names as lead has no role in the school any more. */
  leadLeft: boolean;
};

export type SchemePage<T> = {
  points: { state: PointsState; count: number }[];
  statuses: { status: Status; count: number }[];
  leads: { filter: LeadFilter; count: number }[];
  /** Points that somebody misses, with how many, in the order of the questionnaire. */
  missing: (MissingPoint & { count: number })[];
  authorities: string[];
  all: number;
  /** What the filter leaves, this page of it. */
  rows: T[];
  found: number;
  page: number;
  pages: number;
};

export function pointsState(signed: boolean, missing: number): PointsState {
  if (!signed) return "not-signed";
  if (missing === 0) return "met";
  return missing === 1 ? "one-missing" : "more-missing";
}

/**
 * One page of a scheme's schools. Counts follow the authority alone, so that every other filter stays to choose
 * from. Order is the caller's: by name, never by a figure. A page beyond the last is the last.
 */
export function schemePage<T extends Listed>(
  all: readonly T[],
  filter: SchemeFilter,
): SchemePage<T> {
  const here = all.filter((one) => filter.authority === null || one.authority === filter.authority);
  const found = here.filter((one) => matches(one, filter));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, filter.page), pages);
  const count = (isIn: (one: T) => boolean) => here.filter(isIn).length;
  return {
    points: POINTS_STATES.map((state) => ({ state, count: count((one) => one.points === state) })),
    statuses: STATUSES.map((status) => ({
      status,
      count: count((one) => one.statuses.includes(status)),
    })),
    leads: LEAD_FILTERS.map((lead) => ({ filter: lead, count: count((one) => leads(one, lead)) })),
    missing: missingCounts(here),
    authorities: [...new Set(all.map(({ authority }) => authority))].sort(),
    all: here.length,
    rows: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    found: found.length,
    page,
    pages,
  };
}

function matches(one: Listed, { points, status, missing, leads: lead }: SchemeFilter): boolean {
  return (
    (points === null || one.points === points) &&
    (status === null || one.statuses.includes(status)) &&
    (missing === null || one.missing.some(({ key }) => key === missing)) &&
    (lead === null || leads(one, lead))
  );
}

const leads = (one: Listed, filter: LeadFilter): boolean =>
  filter === "lapses" ? one.lapses : one.leadLeft;

function missingCounts(here: readonly Listed[]): (MissingPoint & { count: number })[] {
  const counts = new Map<string, MissingPoint & { count: number }>();
  for (const { key, short } of here.flatMap(({ missing }) => missing)) {
    counts.set(key, { key, short, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}
