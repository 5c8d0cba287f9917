import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { opensLater } from "~/domain/round/round";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { insertAudit } from "~db/queries/audit";
import { listRoundsToJoin, updateRoundSchool, type RoundToJoin } from "~db/queries/round-schools";
import { insertRoundResponses } from "~db/queries/rounds";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
import { findVersion } from "~db/queries/versions";
import { firstResponse } from "./invite-schools.server";

/** A round that a school may join, before it does. */
export type JoinView = {
  school: { urn: string; name: string };
  round: {
    id: string;
    title: string;
    organisationName: string;
    message: string;
    /** The day it opens, while that is to come. */
    opensOn: string | null;
    validityMonths: number | null;
    sections: { key: string; title: string; statements: number }[];
  };
};

type Asked = { urn: string; roundId: string };

/** What a school reads before it joins. Throws `not-found`, also once it has joined, or `forbidden`. */
export async function viewJoin(app: App, actor: Actor, asked: Asked): Promise<JoinView> {
  const { school, round } = await loadJoin(app, actor, asked);
  const version = await findVersion(app.db.read, { versionId: round.versionId });
  const { versionId, title, organisationName, message, opensOn, validityMonths } = round;
  const sha256 = version?.sha256 ?? "";
  const { sections } = await publishedDefinition(app, { versionId, sha256 });
  const today = londonDate(app.clock.now());
  return {
    school: { urn: school.urn, name: school.name },
    round: {
      ...{ id: round.roundId, title, organisationName, message, validityMonths },
      opensOn: opensLater(round, today) ? opensOn : null,
      sections: sections.map(({ key, title: name, items }) => ({
        ...{ key, title: name, statements: items.length },
      })),
    },
  };
}

/**
 * Joins a rolling round: its first period begins. Gives the self-review to go on with, null where the round has yet to
 * open. Throws as `viewJoin` does, `conflict` where somebody was first.
 */
export async function joinRound(app: App, actor: Actor, asked: Asked): Promise<string | null> {
  const { school, round } = await loadJoin(app, actor, asked);
  const at = app.clock.now();
  const place = { roundId: round.roundId, schoolId: school.id };
  const row = firstResponse({ ...place, versionId: round.versionId, at }, app);
  await app.db.transact(async (tx) => {
    const set = { participation: "joined" as const, joinedAt: at };
    const isDone = await updateRoundSchool(tx, { ...place, version: round.version, set });
    if (!isDone) throw new AppError("conflict");
    await insertRoundResponses(tx, [row]);
    await insertAudit(tx, {
      id: app.newId(),
      at,
      actorId: actor.userId,
      event: "round.joined",
      schoolId: school.id,
      organisationId: round.organisationId,
      subjectKind: "round",
      subjectId: round.roundId,
    });
  });
  return opensLater(round, londonDate(at)) ? null : row.id;
}

async function loadJoin(app: App, actor: Actor, { urn, roundId }: Asked) {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const coveredBy = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  const today = londonDate(app.clock.now());
  stopUnless(can(actor, "school.join-round", { schoolId: school.id, today, coveredBy }));
  const offered = await listRoundsToJoin(app.db.read, { schoolId: school.id });
  const round = offered.find((one) => one.roundId === roundId);
  if (round === undefined) throw new AppError("not-found");
  return { school, round };
}

/** Rounds that a school may join, for its home; none for people who may not. */
export async function roundsToJoin(
  app: App,
  actor: Actor,
  facts: { schoolId: string; today: string; coveredBy: string[] },
): Promise<Pick<RoundToJoin, "roundId" | "title" | "organisationName">[]> {
  if (!can(actor, "school.join-round", facts).allowed) return [];
  const offered = await listRoundsToJoin(app.db.read, { schoolId: facts.schoolId });
  return offered.map(({ roundId, title, organisationName }) => ({
    ...{ roundId, title, organisationName },
  }));
}
