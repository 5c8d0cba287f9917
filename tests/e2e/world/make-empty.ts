import { readFile } from "node:fs/promises";
import path from "node:path";
import type { OrganisationKind } from "~/domain/organisation/organisation";
import type { App } from "~/platform/app.server";
import { importTemplate } from "~/services/questionnaires/import-template.server";
import { insertOrganisation } from "~db/queries/organisations";
import { findSchoolByUrn } from "~db/queries/schools";
import { makePerson } from "./make-person";
import type { Empty, Emptied } from "./plan";

/** A school of Medway that nobody of the demonstration works in. */
const MEDWAY_SCHOOL = "118320";

/** Two organisations that have a manager and a questionnaire, and nothing else: no schools, no rounds. */
export async function makeEmpty(app: App, passwordHash: string): Promise<Emptied> {
  const authority = await makeOne(app, {
    ...{ key: "saltmarsh", kind: "authority", name: "Saltmarsh Council (invented)" },
    ...{ manager: "Ines Calder", questionnaire: "early-years", passwordHash },
  });
  const health = await makeOne(app, {
    ...{ key: "nhs-saltmarsh", kind: "health", name: "NHS Saltmarsh (invented)" },
    ...{ manager: "Noor Hadley", questionnaire: "asthma-friendly", passwordHash },
  });
  const school = await findSchoolByUrn(app.db.read, MEDWAY_SCHOOL);
  if (school === undefined) throw new Error(`There is no school ${MEDWAY_SCHOOL}`);
  const head = await makePerson(app, {
    ...{ name: "Wilf Garland", email: "head@medway.e2e.test", passwordHash },
    grant: { role: "head", place: { schoolId: school.id }, signingTitle: "headteacher" },
  });
  return { authority, health, medway: { urn: school.urn, name: school.name, head } };
}

type Making = {
  key: string;
  kind: OrganisationKind;
  name: string;
  manager: string;
  questionnaire: string;
  passwordHash: string;
};

async function makeOne(app: App, making: Making): Promise<Empty> {
  const { key, kind, name, manager, questionnaire, passwordHash } = making;
  const organisationId = app.newId();
  const contact = { contactName: "Schools team", contactEmail: `schools@${key}.e2e.test` };
  const made = { demonstration: true, version: 1, createdAt: app.clock.now() };
  const row = { id: organisationId, key, kind, name, shortName: name, ...contact, ...made };
  await app.db.transact((tx) => insertOrganisation(tx, row));
  const template = path.resolve("db/questionnaires", questionnaire, "v1.yaml");
  await importTemplate(app, { organisationId, text: await readFile(template, "utf8") });
  const person = await makePerson(app, {
    ...{ name: manager, email: `manager@${key}.e2e.test`, passwordHash },
    grant: { role: "manager", place: { organisationId }, signingTitle: null },
  });
  return { key, name, manager: person };
}
