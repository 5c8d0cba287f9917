import { ORGANISATION_KINDS } from "../../app/domain/organisation/organisation";
import {
  bool,
  bytes,
  index,
  int,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "../columns";
import { oneOf } from "./state-check";

/** A local authority, NHS body or trust. It owns questionnaires and runs rounds. */
export const organisations = table(
  "organisations",
  {
    id: text("id").primaryKey(),
    /** In addresses: /organisations/kent. */
    key: text("key").notNull(),
    kind: text("kind", { enum: ORGANISATION_KINDS }).notNull(),
    name: text("name").notNull(),
    /** The word before "expectation": "Kent". */
    shortName: text("short_name").notNull(),
    contactName: text("contact_name").notNull(),
    contactEmail: text("contact_email").notNull(),
    telephone: text("telephone"),
    /** Whether the contact stands on the sign-in page, which everybody can read. */
    contactOnSignIn: bool("contact_on_sign_in").notNull().default(false),
    /** What new rounds begin with; null: the words and figures of the service (app/domain/organisation/settings.ts). */
    headDeclaration: text("head_declaration"),
    governorDeclaration: text("governor_declaration"),
    /** Percent. */
    trainingThreshold: int("training_threshold"),
    trainingGate: bool("training_gate").notNull().default(false),
    /** Working days within which a signed return is answered; null: nothing is promised. */
    replyDays: int("reply_days"),
    /** How many schools the list of a Monday holds at most; null: nine. */
    ringAtMost: int("ring_at_most"),
    demonstration: bool("demonstration").notNull(),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("organisations_key").on(t.key),
    oneOf("organisations_kind", "kind", ORGANISATION_KINDS),
  ],
);

/** An organisation's picture, drawn anew from what was sent (app/domain/organisation/logo.ts). No row: none. */
export const organisationLogos = table("organisation_logos", {
  organisationId: text("organisation_id")
    .primaryKey()
    .references(() => organisations.id),
  mediaType: text("media_type").notNull(),
  content: bytes("content").notNull(),
  /** Hex, of `content`; in the address, so that browsers may keep it. */
  sha256: text("sha256").notNull(),
  /** Pixels. */
  width: int("width").notNull(),
  height: int("height").notNull(),
  /** What it says, for those who do not see it. */
  alt: text("alt").notNull(),
  createdAt: timestamp("created_at").notNull(),
});

/** A school under GIAS facts. The URN is an attribute: conversions change it. */
export const schools = table(
  "schools",
  {
    id: text("id").primaryKey(),
    urn: text("urn").notNull(),
    laCode: text("la_code").notNull(),
    laName: text("la_name").notNull(),
    establishmentNumber: text("establishment_number"),
    name: text("name").notNull(),
    typeName: text("type_name").notNull(),
    typeGroup: text("type_group").notNull(),
    status: text("status").notNull(),
    phaseName: text("phase_name").notNull(),
    lowAge: int("low_age"),
    highAge: int("high_age"),
    pupils: int("pupils"),
    street: text("street").notNull(),
    town: text("town").notNull(),
    postcode: text("postcode").notNull(),
    district: text("district"),
    officeEmail: text("office_email"),
    telephone: text("telephone"),
    openedOn: text("opened_on"),
    closedOn: text("closed_on"),
    /** As GIAS names them; a trust that is missing at an academy is "not recorded", not "none". */
    trustName: text("trust_name"),
    federationName: text("federation_name"),
    demonstration: bool("demonstration").notNull(),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [uniqueIndex("schools_urn").on(t.urn), index("schools_la").on(t.laCode, t.district)],
);

/** A conversion, merger or split: work is re-pointed, signed things stay with the predecessor. */
export const schoolLinks = table(
  "school_links",
  {
    predecessorId: text("predecessor_id")
      .notNull()
      .references(() => schools.id),
    successorId: text("successor_id")
      .notNull()
      .references(() => schools.id),
    linkedOn: text("linked_on"),
    /** When the successor's head or coordinator took the predecessor's open work and people over; null: not yet. */
    takenOverAt: timestamp("taken_over_at"),
    /** A user's id. */
    takenOverBy: text("taken_over_by"),
  },
  (t) => [primaryKey({ columns: [t.predecessorId, t.successorId] })],
);

/** Which schools an organisation covers. NHS Kent and Medway covers two authorities. */
export const coverage = table(
  "coverage",
  {
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.schoolId] }),
    index("coverage_school").on(t.schoolId),
  ],
);

/** A Kent term, editable: schools shift days. Dates are YYYY-MM-DD, both inclusive. */
export const terms = table(
  "terms",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** "2026-27". */
    year: text("year").notNull(),
    term: int("term").notNull(),
    from: text("from_date").notNull(),
    to: text("to_date").notNull(),
    version: int("version").notNull(),
  },
  (t) => [uniqueIndex("terms_year").on(t.organisationId, t.year, t.term)],
);

export const bankHolidays = table("bank_holidays", { date: text("date").primaryKey() });
