import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable, SQLiteText } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { TEXT_HOLDERS } from "~db/queries/free-text";
import * as schema from "~db/schema";

/**
 * Columns of text that `TEXT_HOLDERS` does not clean, and why a removal of personal details need not, or how it does
 * (docs/decisions/0013-removing-personal-details.md). A new column is refused until somebody says which it is.
 */
const NOT_HELD: Record<string, readonly string[]> = {
  "cleaned by the service itself, not as a row of its own": [
    "answers: commentary whereSeen dutyNote value",
    "submissions: snapshot",
    "visit_records: snapshot",
    "session_tombstones: keptForm",
    "mails: data",
    "caught_mails: source",
    "cleaned_texts: text",
    "outbox: problem",
    "documents: problem",
  ],
  "chosen from a list, an address or a figure, never a sentence": [
    "actions: term",
    "action_check_ins: term",
    "answers: level",
    "answer_revisions: level",
    "removals: counts",
    "cleaned_texts: tableName field",
    "responses: phases types chosenSections",
    "round_schools: firstDeadline finalDeadline",
    "officer_districts: district",
    "district_covers: districts",
    "letter_batches: unreached",
    "sent_reminders: deadline",
    "submissions: reference",
    "confirmations: reference",
    "visit_notes: filedTo",
    "visit_records: reference",
    "visit_dates: day",
    "visit_requests: terms",
    "visit_tellings: what about",
    "note_deliveries: answer",
    "access_checks: year",
    "terms: year",
    "bank_holidays: date",
    "mails: bounceCode",
    "session_tombstones: keptPath",
    "outbox: payload",
    "audit_entries: event subjectKind data",
    "installation: value",
    "retention_schedules: settings",
    "retention_reports: day kind oldestKept",
    "fresh_proofs: kind purpose",
  ],
  "an adult’s own account, which erasing an account takes": [
    "users: email emailNormal name",
    "identities: provider issuer subject label organisationUrn organisationName organisationRoles",
    "pending_identities: provider issuer subject label",
    "single_sign_on_flows: browser provider sealed next",
    "email_changes: oldEmail newEmail",
    "invitations: email emailNormal name signingTitle",
    "mails: email name",
    "grants: signingTitle",
    "saved_lists: name query",
    "sessions: device",
    "authenticators: secret pendingSecret",
    "sign_offs: name title",
    "record_signatures: name title declaration",
    "reviewers: post homeSchoolName homeAuthority trustName federationName phases questionnaireKeys districts accreditedUntil",
  ],
  "facts of the national register, or words an organisation publishes": [
    "schools: laCode laName establishmentNumber name typeName typeGroup status phaseName street town postcode district officeEmail telephone trustName federationName",
    "school_groups: name",
    "school_group_rules: value",
    "coverage_authorities: laCode",
    "register_imports: laCodes summary",
    "register_import_schools: changes laCode laName establishmentNumber name typeName typeGroup status phaseName street town postcode district telephone trustName federationName",
    "register_import_links: predecessorUrn successorUrn",
    "organisations: name shortName contactName contactEmail telephone headDeclaration governorDeclaration",
    "organisation_logos: mediaType alt",
    "questionnaires: title",
    "questionnaire_versions: definition",
    "duties: source validFrom validTo types",
    "duty_history: content",
    "duty_asks: before after",
    "round_reminders: note",
    "rounds: title year message sections firstDeadline finalDeadline declaration governorDeclaration",
    "round_drafts: content",
    "support_entries: title about dates booking link email telephone itemKeys districts validFrom validTo",
    "support_history: content",
    "seal_certificates: pem",
    "confirmations: snapshot",
  ],
};

const IDS = /^(id|key|from|to|hash|sha256|urn|state)$|(Id|By|Key|Hash|Sha256|On|At)$/;

/** A column of text that takes more than the words of a list. */
function isFree(column: unknown): boolean {
  if (!is(column, SQLiteText)) return false;
  const words: unknown = column.enumValues;
  return !Array.isArray(words) || words.length === 0;
}

function textColumns(): string[] {
  return Object.values(schema).flatMap((table) => {
    if (!is(table, SQLiteTable)) return [];
    return Object.entries(getTableColumns(table))
      .filter(([name, column]) => !IDS.test(name) && isFree(column))
      .map(([name]) => `${getTableName(table)}.${name}`);
  });
}

const notHeld = Object.values(NOT_HELD).flatMap((lines) =>
  lines.flatMap((line) => {
    const [table = "", columns = ""] = line.split(": ");
    return columns.split(" ").map((column) => `${table}.${column}`);
  }),
);

const held = TEXT_HOLDERS.flatMap(({ table, texts }) =>
  texts.map((name) => `${getTableName(table)}.${name}`),
);

test("every column of text is cleaned by a removal, or is said to need none", () => {
  const known = new Set([...held, ...notHeld]);
  expect(textColumns().filter((column) => !known.has(column))).toEqual([]);
});

test("every column that a removal cleans is there", () => {
  const there = new Set(textColumns());
  expect(held.filter((column) => !there.has(column))).toEqual([]);
});
