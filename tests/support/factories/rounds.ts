import type { App } from "~/platform/app.server";
import { responses, rounds, roundSchools } from "~db/schema";

export type Round = typeof rounds.$inferSelect;
export type RoundSchool = typeof roundSchools.$inferSelect;
export type Response = typeof responses.$inferSelect;

/** A round open since September, for the whole questionnaire, without a governor. */
export async function aRound(
  app: App,
  over: Partial<Round> & { organisationId: string; versionId: string },
): Promise<Round> {
  const round: Round = {
    id: app.newId(),
    title: "Autumn review",
    year: null,
    message: "",
    sections: null,
    chooseAtLeast: null,
    opensOn: "2026-09-01",
    firstDeadline: "2026-12-11",
    finalDeadline: "2027-01-15",
    rolling: false,
    validityMonths: null,
    governorSigns: false,
    trainingThreshold: null,
    trainingGate: false,
    declaration: "I have read this self-review. It is our honest view of our school.",
    governorDeclaration: null,
    visitOwnership: "themes",
    viewsFirst: true,
    closedAt: null,
    demonstration: false,
    version: 1,
    createdAt: app.clock.now(),
    ...over,
  };
  await app.db.transact(async (tx) => {
    await tx.insert(rounds).values(round);
  });
  return round;
}

/** A school invited to a round. */
export async function aRoundSchool(
  app: App,
  over: Partial<RoundSchool> & { roundId: string; schoolId: string },
): Promise<RoundSchool> {
  const now = app.clock.now();
  const row: RoundSchool = {
    participation: "invited",
    createdAt: now,
    invitedAt: now,
    joinedAt: null,
    withdrawnAt: null,
    withdrawnReason: null,
    firstDeadline: null,
    finalDeadline: null,
    extendedAt: null,
    extendedReason: null,
    version: 1,
    ...over,
  };
  await app.db.transact(async (tx) => {
    await tx.insert(roundSchools).values(row).onConflictDoNothing();
  });
  return row;
}

/**
 * A response not yet started, whose school has said which parts apply: primary, academy. Private
 * without `roundId`; in a round its school is invited, unless it stands there in another way.
 */
export async function aResponse(
  app: App,
  over: Partial<Response> & { schoolId: string; versionId: string },
): Promise<Response> {
  const now = app.clock.now();
  const response: Response = {
    id: app.newId(),
    roundId: null,
    period: 1,
    state: "not-started",
    stateBeforeClosing: null,
    phases: '["P"]',
    types: '["academy"]',
    chosenSections: null,
    confirmedAt: now,
    confirmedBy: null,
    readyAt: null,
    readyBy: null,
    openedByOfficerAt: null,
    amendReason: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
    ...over,
  };
  await app.db.transact(async (tx) => {
    await tx.insert(responses).values(response);
  });
  const { roundId, schoolId } = response;
  if (roundId !== null) await aRoundSchool(app, { roundId, schoolId });
  return response;
}
