import type { AuditFilter } from "~/domain/audit/filter";
import { AUDIT_KINDS } from "~/domain/audit/kinds";
import { readDay } from "~/domain/calendar/read-day";
import { z } from "~/domain/zod";

export type AuditQuery = {
  filter: AuditFilter;
  page: number;
  /** Days as they were typed, and whether each can be read; what cannot is not narrowed by. */
  typed: { from: string; to: string };
  unreadable: ("from" | "to")[];
};

const QuerySchema = z.object({
  person: z.string().min(1).max(80).nullable().catch(null),
  kind: z.enum(AUDIT_KINDS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(99_999).catch(1),
});

/** What an address of the record asks for. */
export function readAuditQuery(query: URLSearchParams): AuditQuery {
  const { person, kind, page } = QuerySchema.parse({
    person: query.get("person"),
    kind: query.get("kind"),
    page: query.get("page") ?? 1,
  });
  const typed = { from: typedDay(query, "from"), to: typedDay(query, "to") };
  const from = readDay(typed.from);
  const to = readDay(typed.to);
  const unreadable = (["from", "to"] as const).filter(
    (end) => typed[end] !== "" && readDay(typed[end]) === null,
  );
  return { filter: { person, kind, from, to }, page, typed, unreadable };
}

const typedDay = (query: URLSearchParams, name: string) =>
  (query.get(name) ?? "").trim().slice(0, 40);

/** The part of an address after "?", with its sign; empty where nothing is asked for. */
export function auditQueryText(filter: AuditFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const name of ["person", "kind", "from", "to"] as const) {
    const value = filter[name];
    if (value !== null) query.set(name, value);
  }
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
