import { RESPONSE_STATES, type ResponseState } from "~/domain/response/states";

/** How many schools stand on one page of a list. */
export const PAGE_SIZE = 25;

export const RETURN_SORTS = ["name", "state", "activity"] as const;
export type ReturnSort = (typeof RETURN_SORTS)[number];

/** What a list can be narrowed to beside a state: a deadline gone by, and schools that nobody has invited yet. */
export const LIST_STATES = [...RESPONSE_STATES, "late", "not-invited"] as const;
export type ListState = (typeof LIST_STATES)[number];

/** What an address asks for. `district`: a name, "mine" or "all"; null: one's own where there are any. */
export type ReturnsFilter = {
  state: ListState | null;
  district: string | null;
  phase: string | null;
  /** A group's id. */
  group: string | null;
  /** Words of a name, or the beginning of a URN. */
  search: string | null;
  sort: ReturnSort;
  /** The other way round. */
  down: boolean;
  page: number;
};

export const EVERY_RETURN: ReturnsFilter = {
  state: null,
  district: null,
  phase: null,
  group: null,
  search: null,
  sort: "name",
  down: false,
  page: 1,
};

/** Which districts a filter leaves; null: all of them. */
export function districtsOf(
  { district }: Pick<ReturnsFilter, "district">,
  mine: readonly string[],
): readonly string[] | null {
  if (district === "all") return null;
  if (district !== null && district !== "mine") return [district];
  return mine.length === 0 ? null : mine;
}

export type StateCount = { state: ResponseState; count: number };

/** States in the order in which a return goes through them; those that no school stands in are left out. */
export function inOrder(counts: readonly StateCount[]): StateCount[] {
  return RESPONSE_STATES.flatMap((state) => counts.filter((one) => one.state === state)).filter(
    ({ state, count }) => count > 0 && state !== "withdrawn",
  );
}

/** The page that is shown and how many there are; one beyond the last is the last. */
export function pageOf(found: number, asked: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(found / PAGE_SIZE));
  return { page: Math.min(Math.max(1, asked), pages), pages };
}
