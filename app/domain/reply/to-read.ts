/** How many returns stand on one page. */
export const TO_READ_SIZE = 50;

export type Queued = {
  schoolName: string;
  district: string;
  roundId: string;
  /** The day its last signature came, YYYY-MM-DD. */
  since: string;
};

export type ToReadFilter = {
  /** Only the reader's own districts and those covered today. */
  mine: boolean;
  district: string | null;
  roundId: string | null;
  page: number;
};

export type ToReadPage<T> = { rows: T[]; found: number; page: number; pages: number };

/** One page of the queue: what has waited longest first, then by name; never by a level. A page beyond is the last. */
export function toReadPage<T extends Queued>(
  all: readonly T[],
  { filter, mine }: { filter: ToReadFilter; mine: readonly string[] },
): ToReadPage<T> {
  const { district, roundId, page } = filter;
  const found = all
    .filter((one) => !filter.mine || mine.includes(one.district))
    .filter((one) => district === null || one.district === district)
    .filter((one) => roundId === null || one.roundId === roundId)
    .sort((a, b) => compare(a.since, b.since) || compare(a.schoolName, b.schoolName));
  const pages = Math.max(1, Math.ceil(found.length / TO_READ_SIZE));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = found.slice((shown - 1) * TO_READ_SIZE, shown * TO_READ_SIZE);
  return { rows, found: found.length, page: shown, pages };
}

/** In code units, so that all machines agree. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
