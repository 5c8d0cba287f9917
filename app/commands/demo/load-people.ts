import { argon2Passwords } from "~/auth/password.server";
import type { Role } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { DEMO_PEOPLE, INVENTED_NAMES, type DemoPerson } from "~db/demo/people";
import { DEMO_PLAN, LAST_YEAR_PLAN } from "~db/demo/plan";
import { reviewerPeople } from "~db/demo/reviewers";
import { pick } from "~db/demo/words";
import { setOfficerDistricts } from "~db/queries/officer-districts";
import { insertGrant, insertUser } from "~db/queries/people";
import type { DemoPlaces } from "./load-places";

/** Since when demonstration roles hold: long before anything they are shown to have done. */
const SINCE = "2020-09-01";

/** Loads the demonstration's people, its reviewers and, for every school in the plan, an invented head and governor. */
export async function loadPeople(app: App, places: DemoPlaces): Promise<void> {
  const passwordHash = await argon2Passwords.hash(app.config.demoPassword);
  const reviewers = reviewerPeople(DEMO_PEOPLE);
  const people = [...DEMO_PEOPLE, ...reviewers, ...signers([...DEMO_PEOPLE, ...reviewers])];
  const rows = people.map((person) => ({ person, id: app.newId() }));
  const at = app.clock.now();
  const grants = rows.flatMap(({ person, id }) =>
    person.grants.map((grant) => ({
      id: app.newId(),
      userId: id,
      role: grant.role,
      schoolId: grant.urn === undefined ? null : schoolId(places, grant.urn),
      organisationId:
        grant.organisation === undefined ? null : places.organisations[grant.organisation],
      questionnaireKey: grant.questionnaireKey ?? null,
      signingTitle: grant.signingTitle ?? null,
      from: SINCE,
      to: null,
      createdAt: at,
      districts: grant.districts ?? [],
    })),
  );
  await app.db.transact(async (tx) => {
    for (const { person, id } of rows) {
      const { email, name } = person;
      await insertUser(tx, { id, email, name, passwordHash, version: 1, createdAt: at });
    }
    for (const { districts, ...grant } of grants) {
      await insertGrant(tx, grant);
      await setOfficerDistricts(tx, { grantId: grant.id, districts });
    }
  });
}

function schoolId(places: DemoPlaces, urn: string): string {
  const id = places.schools.get(urn);
  if (id === undefined)
    throw new Error(`The demonstration names a school that is not there: ${urn}`);
  return id;
}

/** URNs of the schools that somebody of the demonstration leads. */
export function ledSchools(): ReadonlySet<string> {
  const known = [...DEMO_PEOPLE, ...reviewerPeople(DEMO_PEOPLE)];
  const grants = [...known, ...signers(known)].flatMap((person) => person.grants);
  const led = grants.filter(({ role }) => role === "head" || role === "coordinator");
  return new Set(led.flatMap(({ urn }) => urn ?? []));
}

/** An invented head for each school in the plan that has none yet, and a governor for the second signature. */
function signers(known: readonly DemoPerson[]): DemoPerson[] {
  const urns = [...new Set([...DEMO_PLAN, ...LAST_YEAR_PLAN].map((work) => work.urn))];
  const has = (urn: string, role: Role) =>
    known.some((person) => person.grants.some((one) => one.urn === urn && one.role === role));
  return urns.flatMap((urn) => [
    ...(has(urn, "head") ? [] : [signer(urn, { role: "head", signingTitle: "headteacher" })]),
    ...(has(urn, "governor")
      ? []
      : [signer(urn, { role: "governor", signingTitle: "link governor" })]),
  ]);
}

function signer(urn: string, grant: { role: Role; signingTitle: string }): DemoPerson {
  return {
    email: `${grant.role}@${urn}.demo.test`,
    name: pick(INVENTED_NAMES, `${grant.role} of ${urn}`),
    grants: [{ ...grant, urn }],
  };
}
