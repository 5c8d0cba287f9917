import { GROUP_FACTS, GROUP_KINDS } from "../../app/domain/register/group-kinds";
import { IMPORT_STATES, LINE_KINDS } from "../../app/domain/register/import-states";
import { index, int, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { organisations, schools } from "./organisations";
import { users } from "./people";
import { oneOf } from "./state-check";

/** Authorities whose schools an organisation covers, so that a new school joins by itself. A trust has none. */
export const coverageAuthorities = table(
  "coverage_authorities",
  {
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** As GIAS writes it: "886". */
    laCode: text("la_code").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.laCode] })],
);

/** A district, an area, a Community of Schools or a trust, as the organisation groups its schools. */
export const schoolGroups = table(
  "school_groups",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    kind: text("kind", { enum: GROUP_KINDS }).notNull(),
    name: text("name").notNull(),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("school_groups_name").on(t.organisationId, t.kind, t.name),
    oneOf("school_groups_kind", "kind", GROUP_KINDS),
  ],
);

/** A school put into a group by hand. */
export const schoolGroupMembers = table(
  "school_group_members",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => schoolGroups.id, { onDelete: "cascade" }),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.schoolId] }),
    index("school_group_members_school").on(t.schoolId),
  ],
);

/** Every school with this district or trust in the register is in the group: an area is a set of districts. */
export const schoolGroupRules = table(
  "school_group_rules",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => schoolGroups.id, { onDelete: "cascade" }),
    fact: text("fact", { enum: GROUP_FACTS }).notNull(),
    value: text("value").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.fact, t.value] }),
    oneOf("school_group_rules_fact", "fact", GROUP_FACTS),
  ],
);

/** A file of schools, read and compared with the register. Nothing of it counts until it is applied, once. */
export const registerImports = table(
  "register_imports",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    state: text("state", { enum: IMPORT_STATES }).notNull(),
    /** JSON array: the authorities covered when it was compared. */
    laCodes: text("la_codes").notNull(),
    /** JSON: what was counted, and what was left out and why (app/domain/register/compared.ts). */
    summary: text("summary").notNull(),
    preparedBy: text("prepared_by").references(() => users.id),
    preparedAt: timestamp("prepared_at").notNull(),
    appliedBy: text("applied_by").references(() => users.id),
    appliedAt: timestamp("applied_at"),
  },
  (t) => [
    index("register_imports_organisation").on(t.organisationId, t.preparedAt),
    oneOf("register_imports_state", "state", IMPORT_STATES),
  ],
);

/** A line that adds or changes a school: the school as it will be, so that applying is a few statements. */
export const registerImportSchools = table(
  "register_import_schools",
  {
    importId: text("import_id")
      .notNull()
      .references(() => registerImports.id, { onDelete: "cascade" }),
    urn: text("urn").notNull(),
    /** Of the file; headings are line 1. */
    line: int("line").notNull(),
    kind: text("kind", { enum: LINE_KINDS }).notNull(),
    /** JSON array of { field, from, to }. */
    changes: text("changes").notNull(),
    /** The school's version when it was compared; null: it was not in the register. */
    baseVersion: int("base_version"),
    schoolId: text("school_id").notNull(),
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
    telephone: text("telephone"),
    openedOn: text("opened_on"),
    closedOn: text("closed_on"),
    trustName: text("trust_name"),
    federationName: text("federation_name"),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.urn] }),
    oneOf("register_import_schools_kind", "kind", LINE_KINDS),
  ],
);

/** A link between two schools of the register, or of the same file, that is not there yet. */
export const registerImportLinks = table(
  "register_import_links",
  {
    importId: text("import_id")
      .notNull()
      .references(() => registerImports.id, { onDelete: "cascade" }),
    predecessorUrn: text("predecessor_urn").notNull(),
    successorUrn: text("successor_urn").notNull(),
    linkedOn: text("linked_on"),
  },
  (t) => [primaryKey({ columns: [t.importId, t.predecessorUrn, t.successorUrn] })],
);
