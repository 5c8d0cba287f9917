import { SCHOOL_SHOWS, type SchoolsFilter } from "~/domain/round/list-schools";

/** Filter and page of a round's schools, as the address says them. */
export function readSchoolsFilter(query: URLSearchParams): SchoolsFilter {
  const asked = query.get("shows");
  const page = Number(query.get("page") ?? "1");
  return {
    shows: SCHOOL_SHOWS.find((shows) => shows === asked) ?? null,
    name: (query.get("name") ?? "").slice(0, 100),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of the list under a filter. */
export function schoolsAddress(
  path: string,
  { shows, name, page }: Partial<SchoolsFilter>,
): string {
  const query = new URLSearchParams();
  if (shows) query.set("shows", shows);
  if (name) query.set("name", name);
  if (page !== undefined && page > 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
