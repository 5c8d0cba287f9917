import { londonDate } from "~/domain/calendar/format";
import { InviteSchoolsSchema } from "~/domain/work/outbox";
import type { App } from "~/platform/app.server";
import type { Job } from "~/platform/outbox-worker.server";
import { findOrganisation } from "~db/queries/organisations";
import { enqueue } from "~db/queries/outbox";
import { listExpectedSchools, updateRoundSchool } from "~db/queries/round-schools";
import { findRound, insertRoundResponses, type RoundRow } from "~db/queries/rounds";
import type { Writer } from "~db/types";
import { mailRound } from "./mail-round.server";
import { roundReaders, type RoundReader } from "./round-people.server";

/** Schools invited in one transaction: a few milliseconds, so that nobody waits behind a round of hundreds. */
const BATCH = 20;

type Expected = Awaited<ReturnType<typeof listExpectedSchools>>[number];
type Inviting = { round: RoundRow; organisationName: string; readers: Map<string, RoundReader[]> };

/**
 * Invites every school that open rounds count on and that somebody works in: from then on it has a return to give, and
 * its head and coordinators are told. A school nobody works in waits, and is never late. Done again, it goes on where
 * it stopped.
 */
export async function inviteSchools({ app, payload }: Job): Promise<void> {
  const expected = await listExpectedSchools(app.db.read, InviteSchoolsSchema.parse(payload));
  for (const roundId of new Set(expected.map((one) => one.roundId))) {
    const schools = expected.filter((one) => one.roundId === roundId);
    const inviting = await aboutRound(app, { roundId, schools });
    if (inviting === null) continue;
    const reachable = schools.filter(({ schoolId }) => inviting.readers.has(schoolId));
    for (let from = 0; from < reachable.length; from += BATCH) {
      const batch = reachable.slice(from, from + BATCH);
      await app.db.transact(async (tx) => {
        for (const school of batch) await invite(tx, app, { ...inviting, school });
      });
    }
  }
  app.wakeWorker();
}

async function aboutRound(
  app: App,
  { roundId, schools }: { roundId: string; schools: readonly Expected[] },
): Promise<Inviting | null> {
  const round = await findRound(app.db.read, { roundId });
  if (round === undefined) return null;
  const organisation = await findOrganisation(app.db.read, round.organisationId);
  const { questionnaireKey } = round;
  const schoolIds = schools.map(({ schoolId }) => schoolId);
  const today = londonDate(app.clock.now());
  const readers = await roundReaders(app, { schoolIds, questionnaireKey, today });
  return { round, organisationName: organisation?.name ?? "", readers };
}

type Invited = Inviting & { school: Expected };

async function invite(
  tx: Writer,
  app: App,
  { round, organisationName, readers, school }: Invited,
): Promise<void> {
  const at = app.clock.now();
  const { schoolId, urn, schoolName, version } = school;
  const set = { participation: "invited" as const, invitedAt: at };
  const place = { roundId: round.id, schoolId };
  if (!(await updateRoundSchool(tx, { ...place, version, set }))) return;
  if (!round.rolling) {
    await insertRoundResponses(tx, [
      firstResponse({ ...place, versionId: round.versionId, at }, app),
    ]);
  }
  for (const to of readers.get(schoolId) ?? []) {
    await mailRound(tx, app, {
      what: round.rolling ? "may-join" : "invited",
      ...{ round, organisationName, to, words: round.message },
      school: { id: schoolId, urn, name: schoolName },
    });
  }
}

type OfResponse = { roundId: string; schoolId: string; versionId: string; at: Date };

/** A school's return of period 1, not yet started. */
export function firstResponse(
  { at, ...place }: OfResponse,
  { newId }: Pick<App, "newId">,
): Parameters<typeof insertRoundResponses>[1][number] {
  const dates = { createdAt: at, updatedAt: at };
  return { id: newId(), ...place, period: 1, state: "not-started", version: 1, ...dates };
}

/** Asks for the invitations of a school somebody has begun to work in, where a round counts on it. */
export async function inviteSchoolLater(
  tx: Writer,
  app: Pick<App, "newId" | "clock">,
  { schoolId }: { schoolId: string },
): Promise<void> {
  const expected = await listExpectedSchools(tx, { schoolId });
  if (expected.length === 0) return;
  const at = app.clock.now();
  await enqueue(tx, { id: app.newId(), kind: "invite-schools", payload: { schoolId }, at });
}
