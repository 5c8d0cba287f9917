import { readFile } from "node:fs/promises";
import path from "node:path";
import { readCalendar } from "~/domain/calendar/read-calendar";
import type { Calendar } from "~/domain/calendar/calendar";
import type { App } from "~/platform/app.server";
import type { RegisterSchool } from "~/domain/register/school-fields";
import { readSchoolsFile } from "~/services/register/read-schools-file";
import { DEMO_ORGANISATIONS, TRUST_SCHOOLS, type DemoOrganisationKey } from "~db/demo/people";
import { demoGroups } from "~db/demo/groups";
import { insertBankHolidays, insertTerms } from "~db/queries/calendar";
import { insertCoveredAuthorities } from "~db/queries/register-imports";
import { insertOrganisation } from "~db/queries/organisations";
import { insertGroupMembers, insertGroupRules, insertGroups } from "~db/queries/school-groups";
import { insertCoverage, insertSchools } from "~db/queries/schools";
import type { Writer } from "~db/types";

/** What the demonstration's places became: ids by the organisation's key and by URN. */
export type DemoPlaces = {
  organisations: Record<DemoOrganisationKey, string>;
  /** Kent's and Medway's schools: id by URN. */
  schools: ReadonlyMap<string, string>;
  kentSchoolIds: string[];
  allSchoolIds: string[];
  calendar: Calendar;
};

/** Rows in one insert: an engine takes a limited number of values in a query. */
const BATCH = 200;
const DATA = path.resolve("db/demo/data");

/** Loads organisations, real schools, coverage and the calendar. */
export async function loadPlaces(app: App): Promise<DemoPlaces> {
  const kent = await readSchoolsFile(path.join(DATA, "kent-schools.csv"));
  const medway = await readSchoolsFile(path.join(DATA, "medway-schools.csv"));
  const calendar = await readDemoCalendar();
  const organisations = {
    kent: app.newId(),
    "nhs-kent-medway": app.newId(),
    "samphire-trust": app.newId(),
  };
  const rows = [...kent, ...medway].map((school, index) => toRow(app, { school, index }));
  const schools = new Map(rows.map((row) => [row.urn, row.id]));
  const kentSchoolIds = rows.slice(0, kent.length).map((row) => row.id);
  const allSchoolIds = rows.map((row) => row.id);
  const trustIds = rows.filter((row) => TRUST_SCHOOLS.includes(row.urn)).map((row) => row.id);
  await app.db.transact(async (tx) => {
    await writeOrganisations(tx, { app, organisations });
    await inBatches(rows, (batch) => insertSchools(tx, batch));
    await cover(tx, { organisationId: organisations.kent, schoolIds: kentSchoolIds });
    await cover(tx, { organisationId: organisations["nhs-kent-medway"], schoolIds: allSchoolIds });
    await cover(tx, { organisationId: organisations["samphire-trust"], schoolIds: trustIds });
    await insertCoveredAuthorities(tx, authoritiesOf(organisations));
    await writeGroups(tx, { app, organisationId: organisations.kent, schools });
    await writeCalendar(tx, { app, organisations, calendar });
  });
  return { organisations, schools, kentSchoolIds, allSchoolIds, calendar };
}

async function readDemoCalendar(): Promise<Calendar> {
  const read = readCalendar(await readFile(path.join(DATA, "calendar.yaml"), "utf8"));
  if (!read.ok) throw new Error(read.problem.join("\n"));
  return read.value;
}

/** E-mail addresses and telephone numbers of offices are invented: no source gives them. */
function toRow(app: App, { school, index }: { school: RegisterSchool; index: number }) {
  return {
    ...school,
    id: app.newId(),
    officeEmail: `office@${school.urn}.demo.test`,
    telephone: `01632 960${String(index % 1000).padStart(3, "0")}`,
    demonstration: true,
    version: 1,
    createdAt: app.clock.now(),
  };
}

/** A trust covers its schools one by one, whatever authority they are in. */
const authoritiesOf = (organisations: DemoPlaces["organisations"]) => [
  { organisationId: organisations.kent, laCode: "886" },
  { organisationId: organisations["nhs-kent-medway"], laCode: "886" },
  { organisationId: organisations["nhs-kent-medway"], laCode: "887" },
];

type Groups = { app: App; organisationId: string; schools: ReadonlyMap<string, string> };

async function writeGroups(tx: Writer, { app, organisationId, schools }: Groups): Promise<void> {
  for (const { kind, name, rules, urns } of demoGroups(TRUST_SCHOOLS)) {
    const groupId = app.newId();
    const createdAt = app.clock.now();
    await insertGroups(tx, [{ id: groupId, organisationId, kind, name, version: 1, createdAt }]);
    await insertGroupRules(
      tx,
      rules.map((rule) => ({ ...rule, groupId })),
    );
    const ids = urns.flatMap((urn) => schools.get(urn) ?? []);
    await insertGroupMembers(
      tx,
      ids.map((schoolId) => ({ groupId, schoolId })),
    );
  }
}

type Organisations = { app: App; organisations: DemoPlaces["organisations"] };

async function writeOrganisations(
  tx: Writer,
  { app, organisations }: Organisations,
): Promise<void> {
  for (const organisation of DEMO_ORGANISATIONS) {
    const id = organisations[organisation.key];
    const made = { demonstration: true, version: 1, createdAt: app.clock.now() };
    await insertOrganisation(tx, { ...organisation, ...made, id });
  }
}

async function cover(
  tx: Writer,
  { organisationId, schoolIds }: { organisationId: string; schoolIds: readonly string[] },
): Promise<void> {
  const rows = schoolIds.map((schoolId) => ({ organisationId, schoolId }));
  await inBatches(rows, (batch) => insertCoverage(tx, batch));
}

async function writeCalendar(
  tx: Writer,
  { app, organisations, calendar }: Organisations & { calendar: Calendar },
): Promise<void> {
  for (const organisationId of [organisations.kent, organisations["nhs-kent-medway"]]) {
    const rows = calendar.terms.map((term) => ({
      ...term,
      id: app.newId(),
      organisationId,
      version: 1,
    }));
    await insertTerms(tx, rows);
  }
  await insertBankHolidays(tx, calendar.bankHolidays);
}

async function inBatches<T>(
  rows: readonly T[],
  write: (batch: T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await write(rows.slice(from, from + BATCH));
}
