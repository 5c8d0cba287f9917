import { RESPONSE_STATES } from "~/domain/response/states";
import type { ReturnsFilter } from "~/domain/returns/list-returns";
import { z } from "~/domain/zod";

/** What an address of the returns list asks for. Anything unreadable is as if it were not said. */
const FilterSchema = z.object({
  round: z.string().min(1).max(80).nullable().catch(null),
  district: z.string().min(1).max(80).nullable().catch(null),
  state: z.enum(RESPONSE_STATES).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(9999).catch(1),
});

export type ReturnsQuery = { roundId: string | null; filter: ReturnsFilter };

export function readReturnsQuery(query: URLSearchParams): ReturnsQuery {
  const [round, district, state] = ["round", "district", "state"].map((name) => query.get(name));
  const read = FilterSchema.parse({ round, district, state, page: query.get("page") ?? 1 });
  const { round: roundId, ...filter } = read;
  return { roundId, filter };
}

/** The address of the list with a filter, page 1 unless said. */
export function returnsAddress(
  key: string,
  { round, district, state, page }: { round: string } & Partial<ReturnsFilter>,
): string {
  const query = new URLSearchParams({ round });
  if (district) query.set("district", district);
  if (state) query.set("state", state);
  if (page !== undefined && page > 1) query.set("page", String(page));
  return `/organisations/${key}/returns?${query.toString()}`;
}
