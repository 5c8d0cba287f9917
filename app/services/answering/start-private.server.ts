import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { insertResponse, listPublishedVersions } from "~db/queries/responses";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
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
 * Starts a self-review that nobody outside the school sees or knows of. Throws `not-found` for a version that is
 * not offered to the school.
 */
export async function startPrivate(
  app: App,
  actor: Actor,
  { urn, versionId }: { urn: string; versionId: string },
): Promise<{ responseId: string }> {
  const { school } = await schoolThatStarts(app, actor, urn);
  const { choices } = await viewPrivateStart(app, actor, { urn });
  if (!choices.some((choice) => choice.versionId === versionId)) throw new AppError("not-found");
  const at = app.clock.now();
  const responseId = app.newId();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    await insertResponse(tx, {
      id: responseId,
      schoolId: school.id,
      roundId: null,
      versionId,
      period: 1,
      state: "not-started",
      createdAt: at,
      updatedAt: at,
      version: 1,
    });
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "response.private-started",
      schoolId: school.id,
      subjectKind: "response",
      subjectId: responseId,
      data: { versionId },
    });
  });
  return { responseId };
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
