import type { Definition } from "~/domain/questionnaire/definition";
import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";
import type { AnswerToSave } from "~/services/answering/saves";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound, type Response, type Round } from "~tests/support/factories/rounds";
import { aTestApp } from "~tests/support/test-app";

type Options = {
  definition?: Definition;
  round?: Partial<Round>;
  response?: Partial<Response>;
};

/** A school with a round open, its people, and another school with people of its own. */
export async function anAnsweringSchool({ definition, round, response }: Options = {}) {
  const app = await aTestApp();
  const owner = await anOrganisation(app);
  const version = await aPublishedVersion(app, { definition, organisationId: owner.id });
  const school = await aSchool(app, { coveredBy: [owner.id] });
  const otherSchool = await aSchool(app, { name: "Elmhurst School", coveredBy: [owner.id] });
  const opened = await aRound(app, { organisationId: owner.id, versionId: version.id, ...round });
  const schoolId = school.id;
  const asked = { schoolId, versionId: version.id, roundId: opened.id };
  const started = await aResponse(app, { ...asked, ...response });
  const person = (name: string, role: "head" | "coordinator" | "contributor" | "governor") =>
    anActor(app, { user: { name }, grants: [{ role, schoolId }] });
  return {
    app,
    owner,
    version,
    school,
    otherSchool,
    round: opened,
    response: started,
    /** Where the answers stand, as every service takes it. */
    at: { urn: school.urn, responseId: started.id },
    senco: await person("Priya Nair", "coordinator"),
    head: await person("Margaret Ellis", "head"),
    colleague: await person("Tom Okafor", "contributor"),
    governor: await person("Joan Whitfield", "governor"),
    officer: await anActor(app, {
      user: { name: "Hannah Osei" },
      grants: [{ role: "officer", organisationId: owner.id }],
    }),
    outsider: await anActor(app, {
      user: { name: "Łukasz Nowak" },
      grants: [{ role: "head", schoolId: otherSchool.id }],
    }),
  };
}

export type AnsweringSchool = Awaited<ReturnType<typeof anAnsweringSchool>>;

export function content(over: Partial<AnswerContent> = {}): AnswerContent {
  return { ...EMPTY_ANSWER, ...over };
}

let saves = 0;

/** An answer to A2 never saved before, with a save id of its own, unless said. */
export function toSave(
  over: Partial<Omit<AnswerToSave, "content">> & { content?: Partial<AnswerContent> } = {},
): AnswerToSave {
  saves += 1;
  const { content: part, ...rest } = over;
  return {
    key: "A2",
    base: 0,
    saveId: `save-${saves}`,
    namesConfirmed: false,
    ...rest,
    content: content(part ?? { level: "2" }),
  };
}
