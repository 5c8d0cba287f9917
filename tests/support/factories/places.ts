import type { App } from "~/platform/app.server";
import { insertOrganisation, type OrganisationFacts } from "~db/queries/organisations";
import { replaceLogo } from "~db/queries/organisation-settings";
import { insertCoverage, insertSchools, type SchoolFacts } from "~db/queries/schools";

/** A local authority that owns questionnaires; `key` is unique unless given. */
export async function anOrganisation(
  app: App,
  over: Partial<OrganisationFacts> = {},
): Promise<OrganisationFacts> {
  const id = over.id ?? app.newId();
  const organisation: OrganisationFacts = {
    id,
    key: `authority-${id.slice(-6)}`,
    kind: "authority",
    name: "Wealdshire County Council",
    shortName: "Wealdshire",
    contactName: "Inclusion team",
    contactEmail: "inclusion@wealdshire.example",
    demonstration: false,
    version: 1,
    ...over,
  };
  const createdAt = app.clock.now();
  await app.db.transact((tx) => insertOrganisation(tx, { ...organisation, createdAt }));
  return organisation;
}

let lastUrn = 900_000;

/** A primary academy with a URN of its own, covered by `coveredBy` (organisation ids). */
export async function aSchool(
  app: App,
  { coveredBy = [], ...over }: Partial<SchoolFacts> & { coveredBy?: string[] } = {},
): Promise<SchoolFacts> {
  lastUrn += 1;
  const school: SchoolFacts = {
    id: app.newId(),
    urn: String(lastUrn),
    laCode: "900",
    laName: "Wealdshire",
    establishmentNumber: "2001",
    name: "Oakfold Primary School",
    typeName: "Academy converter",
    typeGroup: "Academies",
    status: "Open",
    phaseName: "Primary",
    lowAge: 4,
    highAge: 11,
    pupils: 210,
    street: "1 Mill Lane",
    town: "Oakfold",
    postcode: "WD1 1AA",
    district: "North Weald",
    officeEmail: "office@oakfold.example",
    telephone: null,
    openedOn: null,
    closedOn: null,
    trustName: null,
    federationName: null,
    demonstration: false,
    version: 1,
    ...over,
  };
  const createdAt = app.clock.now();
  await app.db.transact(async (tx) => {
    await insertSchools(tx, [{ ...school, createdAt }]);
    await insertCoverage(
      tx,
      coveredBy.map((organisationId) => ({ organisationId, schoolId: school.id })),
    );
  });
  return school;
}

/** An organisation's logo; its bytes are no picture. */
export async function aLogo(app: App, organisationId: string): Promise<void> {
  const content = Buffer.from("a picture");
  const facts = { mediaType: "image/png", width: 120, height: 40, alt: "Wealdshire" };
  const row = { organisationId, content, sha256: "0".repeat(64), ...facts };
  await app.db.transact((tx) => replaceLogo(tx, { ...row, createdAt: app.clock.now() }));
}
