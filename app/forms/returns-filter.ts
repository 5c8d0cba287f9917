import {
  EVERY_RETURN,
  LIST_STATES,
  RETURN_SORTS,
  type ReturnsFilter,
} from "~/domain/returns/list-returns";
import { z } from "~/domain/zod";

const named = (length: number) => z.string().trim().min(1).max(length).nullable().catch(null);

/** What an address of the returns list asks for. Anything unreadable is as if it were not said. */
const FilterSchema = z.object({
  round: named(80),
  state: z.enum(LIST_STATES).nullable().catch(null),
  district: named(80),
  phase: named(80),
  group: named(80),
  search: named(80),
  sort: z.enum(RETURN_SORTS).catch("name"),
  down: z
    .literal("1")
    .transform(() => true)
    .catch(false),
  page: z.coerce.number().int().min(1).max(9999).catch(1),
});

export type ReturnsQuery = { roundId: string | null; filter: ReturnsFilter };

export function readReturnsQuery(query: URLSearchParams): ReturnsQuery {
  const names = Object.keys(FilterSchema.shape);
  const said = names.map((name) => [name, query.get(name)] as const);
  const page = query.get("page") ?? 1;
  const { round: roundId, ...filter } = FilterSchema.parse({ ...Object.fromEntries(said), page });
  return { roundId, filter };
}

export type AskedReturns = { round: string } & Partial<ReturnsFilter>;

/** The query of the list with a filter: what is as usual is left out. */
export function returnsQuery({ round, ...asked }: AskedReturns): string {
  const filter = { ...EVERY_RETURN, ...asked };
  const query = new URLSearchParams({ round });
  for (const name of ["state", "district", "phase", "group", "search"] as const) {
    const value = filter[name];
    if (value !== null) query.set(name, value);
  }
  if (filter.sort !== "name") query.set("sort", filter.sort);
  if (filter.down) query.set("down", "1");
  if (filter.page > 1) query.set("page", String(filter.page));
  return query.toString();
}

/** The address of the list with a filter, page 1 unless said. */
export const returnsAddress = (key: string, asked: AskedReturns): string =>
  `/organisations/${key}/returns?${returnsQuery(asked)}`;
