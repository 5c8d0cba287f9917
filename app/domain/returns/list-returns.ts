import { RESPONSE_STATES, type ResponseState } from "~/domain/response/states";

/** How many schools stand on one page of a list. */
export const PAGE_SIZE = 50;

export type Listed = { state: ResponseState; district: string | null };
export type ReturnsFilter = { district: string | null; state: ResponseState | null; page: number };

export type ReturnsPage<T> = {
  /** How many of the district (or of all) stand in each state; a withdrawn school is not counted. */
  counts: { state: ResponseState; count: number }[];
  invited: number;
  districts: string[];
  /** What the filter leaves, this page of it. */
  rows: T[];
  found: number;
  page: number;
  pages: number;
};

/**
 * One page of a round's returns. Counts follow the district, not the state, so that the states stay to choose from.
 * Order is the caller's: by name, never by a figure. A page beyond the last is the last.
 */
export function returnsPage<T extends Listed>(
  all: readonly T[],
  { district, state, page }: ReturnsFilter,
): ReturnsPage<T> {
  const taking = all.filter((one) => one.state !== "withdrawn");
  const here = taking.filter((one) => district === null || one.district === district);
  const found = here.filter((one) => state === null || one.state === state);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pages);
  const counts = RESPONSE_STATES.map((each) => ({
    state: each,
    count: here.filter((one) => one.state === each).length,
  })).filter(({ count }) => count > 0);
  return {
    counts,
    invited: here.length,
    districts: [...new Set(taking.flatMap((one) => one.district ?? []))].sort(),
    rows: found.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE),
    found: found.length,
    page: shown,
    pages,
  };
}
