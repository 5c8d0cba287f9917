import type { Day } from "~/domain/calendar/day";
import type { AuditKind } from "./kinds";

/** How many entries stand on one page. */
export const AUDIT_PAGE_SIZE = 50;

/** What a reader narrows the record to. Days are in London and inclusive; null: not narrowed. */
export type AuditFilter = {
  /** A person's id. */
  person: string | null;
  kind: AuditKind | null;
  from: Day | null;
  to: Day | null;
};
