import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import {
  findResponse,
  insertNewResponse,
  insertResponse,
  listPublishedVersions,
} from "~db/queries/responses";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
import type { Writer } from "~db/types";
import { stopUnless } from "./stop-unless.server";

/** A questionnaire that the school may answer for itself. */
export type PrivateChoiceView = {
  versionId: string;
  title: string;
  version: number;
  owner: string;
};
export type PrivateStartView = {
  school: { urn: string; name: string };
  choices: PrivateChoiceView[];
};

/** The questionnaires a private self-review can be started from: the newest published version of each. */
export async function viewPrivateStart(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<PrivateStartView> {
  const { school, organisationIds } = await schoolThatStarts(app, actor, urn);
  const versions = await listPublishedVersions(app.db.read, { organisationIds });
  // Versions come in order of number, so the last of each questionnaire stays.
  const newest = new Map(
    versions.map((one) => [`${one.organisationId} ${one.questionnaireKey}`, one]),
  );
  return {
    school: { urn: school.urn, name: school.name },
    choices: [...newest.values()].map(({ versionId, title, number, ownerName }) => ({
      versionId,
      title,
      version: number,
      owner: ownerName,
    })),
  };
}

/**
 * Starts a self-review that nobody outside the school sees or knows of. A form sent twice, with one `startId`,
 * starts one. Throws `not-found` for a version that is not offered to the school.
 */
export async function startPrivate(
  app: App,
  actor: Actor,
  { urn, versionId, startId }: { urn: string; versionId: string; startId: string },
): Promise<{ responseId: string }> {
  const { school } = await schoolThatStarts(app, actor, urn);
  const { choices } = await viewPrivateStart(app, actor, { urn });
  if (!choices.some((choice) => choice.versionId === versionId)) throw new AppError("not-found");
  const at = app.clock.now();
  const ids = { start: startId, spare: app.newId(), audit: app.newId() };
  return app.db.transact(async (tx) => {
    const { responseId, isNew } = await insertOnce(tx, { schoolId: school.id, versionId, ids, at });
    if (isNew) {
      await insertAudit(tx, {
        id: ids.audit,
        at,
        actorId: actor.userId,
        event: "response.private-started",
        schoolId: school.id,
        subjectKind: "response",
        subjectId: responseId,
        data: { versionId },
      });
    }
    return { responseId };
  });
}

type Start = {
  schoolId: string;
  versionId: string;
  ids: { start: string; spare: string };
  at: Date;
};

/** An id that was used for anything but this very start says nothing, and the start is made under another. */
async function insertOnce(
  tx: Writer,
  { schoolId, versionId, ids, at }: Start,
): Promise<{ responseId: string; isNew: boolean }> {
  const row = {
    schoolId,
    roundId: null,
    versionId,
    period: 1,
    state: "not-started" as const,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  if (await insertNewResponse(tx, { ...row, id: ids.start })) {
    return { responseId: ids.start, isNew: true };
  }
  const earlier = await findResponse(tx, { schoolId, responseId: ids.start });
  if (earlier?.roundId === null && earlier.versionId === versionId) {
    return { responseId: ids.start, isNew: false };
  }
  await insertResponse(tx, { ...row, id: ids.spare });
  return { responseId: ids.spare, isNew: true };
}

async function schoolThatStarts(app: App, actor: Actor, urn: string) {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const organisationIds = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  const today = londonDate(app.clock.now());
  const facts = { today, schoolId: school.id, coveredBy: organisationIds };
  stopUnless(can(actor, "school.start-private", facts));
  return { school, organisationIds };
}
