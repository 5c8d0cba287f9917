import type { ResponseState } from "~/domain/response/states";
import { setOfficerDistricts } from "~db/queries/officer-districts";
import { grants } from "~db/schema";
import { eq } from "drizzle-orm";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import type { TestApp } from "~tests/support/test-app";

type Over = {
  district?: string;
  state?: ResponseState;
  joined?: boolean;
  telephone?: string | null;
  officeEmail?: string | null;
  ownFirst?: string;
};

/** A council with a round due on 11 December, two officers with a district each, a manager, and schools to add. */
export async function aCouncil(app: TestApp, key = "wealdshire") {
  const organisation = await anOrganisation(app, { key });
  const organisationId = organisation.id;
  const version = await aPublishedVersion(app, { organisationId });
  const round = await aRound(app, { organisationId, versionId: version.id });
  const officer = async (name: string, district: string) => {
    const actor = await anActor(app, {
      user: { name },
      grants: [{ role: "officer", organisationId }],
    });
    await app.db.transact(async (tx) => {
      const [grant] = await tx
        .select({ id: grants.id })
        .from(grants)
        .where(eq(grants.userId, actor.userId));
      await setOfficerDistricts(tx, { grantId: grant?.id ?? "", districts: [district] });
    });
    return actor;
  };
  const hannah = await officer("Hannah Osei", "Thanet");
  const kofi = await officer("Kofi Mensah", "Swale");
  const manager = await anActor(app, {
    user: { name: "Daniel Marsh" },
    grants: [{ role: "manager", organisationId }],
  });
  const school = async (name: string, over: Over = {}) => {
    const { district = "Thanet", state = "not-started", joined = true, ...facts } = over;
    const made = await aSchool(app, {
      name,
      district,
      telephone: facts.telephone === undefined ? "01632 960114" : facts.telephone,
      officeEmail:
        facts.officeEmail === undefined
          ? `office@${name.toLowerCase().replace(/\W/g, "-")}.example`
          : facts.officeEmail,
      coveredBy: [organisationId],
    });
    const head = joined
      ? await anActor(app, {
          user: { name: `Head of ${name}` },
          grants: [{ role: "head", schoolId: made.id }],
        })
      : null;
    const of = { schoolId: made.id, versionId: version.id, roundId: round.id };
    const response = await aResponse(app, { ...of, state });
    return { school: made, head, response };
  };
  return { app, organisation, organisationId, version, round, hannah, kofi, manager, school };
}
