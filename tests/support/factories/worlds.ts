import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";
import type { App } from "~/platform/app.server";
import { answerRevisions, answers } from "~db/schema";
import { anActor } from "./people";
import { anOrganisation, aSchool } from "./places";
import { aPublishedVersion } from "./questionnaires";
import { aResponse, aRound } from "./rounds";

/** A school with a head and a coordinator, in an open round of its authority, with a response in progress. */
export async function aSchoolInARound(app: App) {
  const organisation = await anOrganisation(app);
  const school = await aSchool(app, { coveredBy: [organisation.id] });
  const inSchool = { schoolId: school.id };
  const head = await anActor(app, {
    user: { name: "Helen Price" },
    grants: [{ role: "head", ...inSchool }],
  });
  const coordinator = await anActor(app, {
    user: { name: "Tom Okafor" },
    grants: [{ role: "coordinator", ...inSchool }],
  });
  const version = await aPublishedVersion(app, { organisationId: organisation.id });
  const placed = { organisationId: organisation.id, versionId: version.id };
  const round = await aRound(app, placed);
  const response = await aResponse(app, {
    ...inSchool,
    versionId: version.id,
    roundId: round.id,
    state: "in-progress",
  });
  return { organisation, school, head, coordinator, version, round, response };
}

type ASave = { responseId: string; userId: string; key: string };

/** The first save of an answer, written straight to the tables. */
export async function aSave(
  app: App,
  { responseId, userId, key, ...given }: ASave & Partial<AnswerContent>,
): Promise<void> {
  const content = { ...EMPTY_ANSWER, ...given };
  const at = app.clock.now();
  const place = { responseId, key, revision: 1 };
  await app.db.transact(async (tx) => {
    await tx
      .insert(answers)
      .values({ id: app.newId(), ...place, ...content, updatedBy: userId, updatedAt: at });
    await tx.insert(answerRevisions).values({
      id: app.newId(),
      ...place,
      ...content,
      basedOn: 0,
      saveId: app.newId(),
      savedBy: userId,
      savedAt: at,
    });
  });
}
