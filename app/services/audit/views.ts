import type { AuditFilter } from "~/domain/audit/filter";

/** One line of the record as a page shows it. */
export type AuditRowView = {
  id: string;
  at: Date;
  /** A person's name, or "The service". */
  who: string;
  /** After the name: "signed the self-review". */
  did: string;
  /** The self-review it is about; in an organisation's record with the school. Null: about none. */
  about: string | null;
};

export type AuditPlace = { name: string; path: string };

/** `viewSchoolAudit` and `viewOrganisationAudit`: a page of the record. */
export type AuditView = {
  place: AuditPlace;
  filter: AuditFilter;
  people: { id: string; name: string }[];
  rows: AuditRowView[];
  found: number;
  page: number;
  pages: number;
};
