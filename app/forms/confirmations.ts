import {
  LEAD_FILTERS,
  POINTS_STATES,
  STATUSES,
  type SchemeFilter,
} from "~/domain/confirmation/list-schools";
import { z } from "~/domain/zod";

/** What an address of the list asks for. Anything unreadable is as if it were not said. */
const FilterSchema = z.object({
  points: z.enum(POINTS_STATES).nullable().catch(null),
  status: z.enum(STATUSES).nullable().catch(null),
  missing: z.string().min(1).max(20).nullable().catch(null),
  authority: z.string().min(1).max(80).nullable().catch(null),
  leads: z.enum(LEAD_FILTERS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(9999).catch(1),
});
const NAMES = ["points", "status", "missing", "authority", "leads"] as const;

export function readSchemeFilter(query: URLSearchParams): SchemeFilter {
  const given = Object.fromEntries(NAMES.map((name) => [name, query.get(name)]));
  return FilterSchema.parse({ ...given, page: query.get("page") ?? 1 });
}

type Place = { key: string; roundId: string };

/** The address of the list of a round, page 1 unless said. */
export function schemePath({ key, roundId }: Place, filter: Partial<SchemeFilter> = {}): string {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  if (filter.page !== undefined && filter.page > 1) query.set("page", String(filter.page));
  const asked = query.toString();
  const path = `/organisations/${key}/rounds/${roundId}/confirmations`;
  return asked === "" ? path : `${path}?${asked}`;
}

/** One page of the list at most. */
const MOST = 50;
const UrnSchema = z.string().regex(/^\d{6}$/);

/** The schools ticked in the list. */
export const readChosenSchools = (query: URLSearchParams): string[] =>
  [...new Set(query.getAll("school"))]
    .filter((urn) => UrnSchema.safeParse(urn).success)
    .slice(0, MOST);

const ChosenSchema = z.string().regex(/^\d{6} \S{1,80}$/);

/** The schools a preview confirms, each with the copy that was shown: "118273 0190…". */
export const readConfirming = (form: FormData): { urn: string; submissionId: string }[] =>
  form
    .getAll("confirm")
    .flatMap((value) => {
      const read = ChosenSchema.safeParse(value);
      if (!read.success) return [];
      const [urn = "", submissionId = ""] = read.data.split(" ");
      return [{ urn, submissionId }];
    })
    .slice(0, MOST);

/** The confirmation that a form withdraws; empty where it names none. */
export function readWithdrawing(form: FormData): string {
  const id = form.get("confirmation");
  return typeof id === "string" ? id : "";
}

/** What was done, in the address of the list. */
const DoneSchema = z.coerce.number().int().min(0).max(MOST).nullable().catch(null);
export const readDone = (query: URLSearchParams) => ({
  confirmed: DoneSchema.parse(query.get("confirmed")),
  left: DoneSchema.parse(query.get("left")),
});
