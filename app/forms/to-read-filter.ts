import type { ToReadFilter } from "~/domain/reply/to-read";

/** `?mine=1&district=…&round=…&page=2`. What is no number is the first page. */
export function readToReadFilter(query: URLSearchParams): ToReadFilter {
  const page = Number(query.get("page") ?? "1");
  return {
    mine: query.get("mine") === "1",
    district: query.get("district") || null,
    roundId: query.get("round") || null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of the queue with a filter; what is left out is not filtered. */
export function toReadAddress(key: string, filter: Partial<ToReadFilter> = {}): string {
  const { mine, district, roundId, page = 1 } = filter;
  const query = new URLSearchParams();
  if (mine) query.set("mine", "1");
  if (district) query.set("district", district);
  if (roundId) query.set("round", roundId);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return `/organisations/${key}/to-read${text === "" ? "" : `?${text}`}`;
}
