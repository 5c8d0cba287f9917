import type { MatchingChoices } from "~/domain/matching/choices";
import type { TestApp } from "../test-app";
import { anActor } from "./people";
import { anOrganisation, aSchool } from "./places";
import { aPublishedVersion } from "./questionnaires";
import { aResponse, aRound } from "./rounds";
import { aReviewer } from "./visits";

/** What an address says that nobody has changed. */
export const USUAL: MatchingChoices & { shown: boolean } = {
  shown: true,
  roundId: null,
  from: "",
  to: "",
  askedForIt: true,
  longestWithout: true,
  sampleByDistrict: false,
  sampleMost: null,
  seed: "1",
  picked: [],
  pairs: [],
};

/** A round with two schools that could be visited, three reviewers with two visits each, and a manager. */
export async function aRoundToMatch(app: TestApp) {
  const organisation = await anOrganisation(app, { key: "wealdshire" });
  const organisationId = organisation.id;
  const manager = await anActor(app, {
    user: { name: "Graham Pike" },
    grants: [{ role: "manager", organisationId }],
  });
  const version = await aPublishedVersion(app, { organisationId });
  const round = await aRound(app, { organisationId, versionId: version.id });
  const host = async (name: string) => {
    const school = await aSchool(app, {
      name,
      coveredBy: [organisationId],
      typeName: "Community school",
      typeGroup: "Local authority maintained schools",
    });
    const head = await anActor(app, {
      user: { name: `Head of ${name}` },
      grants: [{ role: "head", schoolId: school.id }],
    });
    const of = { schoolId: school.id, versionId: version.id, roundId: round.id };
    const response = await aResponse(app, { ...of, state: "in-progress" });
    return { school, head, response };
  };
  const marshLane = await host("Marsh Lane");
  const quarryHill = await host("Quarry Hill");
  const questionnaireKeys = JSON.stringify([version.definitionValue.key]);
  const reviewer = (name: string, over: Partial<Parameters<typeof aReviewer>[1]> = {}) =>
    aReviewer(app, { organisationId, name, questionnaireKeys, ...over });
  const ruth = await reviewer("Ruth Adeyemi");
  const lukasz = await reviewer("Łukasz Nowak");
  const grace = await reviewer("Grace Mensah");
  const people = { ruth, lukasz, grace };
  return {
    organisation,
    organisationId,
    manager,
    version,
    round,
    marshLane,
    quarryHill,
    people,
    reviewer,
  };
}
