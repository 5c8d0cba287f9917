import type { OwnershipRule } from "~/domain/visit/states";
import type { App } from "~/platform/app.server";
import { roundDefaults } from "~/services/organisation/round-defaults.server";
import { insertAudit } from "~db/queries/audit";
import { insertRoundSchools } from "~db/queries/round-schools";
import { insertRound, insertRoundResponses, insertRoundShare } from "~db/queries/rounds";
import type { Writer } from "~db/types";
import { firstResponse } from "./invite-schools.server";

/** A round as it is opened. Days are YYYY-MM-DD; null sections: all; rolling rounds have no deadlines. */
export type NewRound = {
  organisationId: string;
  versionId: string;
  title: string;
  /** "2026-27"; null: the year it opens in. */
  year?: string | null;
  /** To the schools; none where it is not said. */
  message?: string;
  sections: readonly string[] | null;
  chooseAtLeast: number | null;
  opensOn: string;
  firstDeadline: string | null;
  finalDeadline: string | null;
  rolling: boolean;
  validityMonths: number | null;
  governorSigns: boolean;
  visitOwnership?: OwnershipRule;
  viewsFirst?: boolean;
  /** Not said, these and the declarations are as the organisation has set them for new rounds. */
  trainingThreshold?: number | null;
  trainingGate?: boolean;
  declaration?: string;
  /** Null: the words of the service. */
  governorDeclaration?: string | null;
  demonstration: boolean;
  sharedWith: readonly string[];
};

/** Rows in one insert: an engine takes a limited number of values in a query. */
const BATCH = 200;

export type Opening = {
  id: string;
  facts: Parameters<typeof insertRound>[1];
  sharedWith: readonly string[];
  /** Who opens it; null: the service. */
  actorId: string | null;
};

/** Everything of a round that is read or made before the transaction that opens it. */
export async function prepareRound(
  app: App,
  { round, actorId }: { round: NewRound; actorId: string | null },
): Promise<Opening> {
  const { sharedWith, sections, ...said } = round;
  const id = app.newId();
  const facts = { ...(await roundDefaults(app, round)), ...said, id };
  const stored = sections === null ? null : JSON.stringify(sections);
  const made = { sections: stored, version: 1, createdAt: app.clock.now() };
  return { id, facts: { ...facts, ...made }, sharedWith, actorId };
}

type RoundSchool = Parameters<typeof insertRoundSchools>[1][number];

/** Writes a round, whom it is shared with and the schools it is meant for: some statements for any number of schools. */
export async function writeRound(
  tx: Writer,
  app: App,
  { opening, schools }: { opening: Opening; schools: readonly RoundSchool[] },
): Promise<void> {
  const { id, facts, sharedWith, actorId } = opening;
  await insertRound(tx, facts);
  for (const organisationId of sharedWith) {
    await insertRoundShare(tx, { roundId: id, organisationId });
  }
  for (let from = 0; from < schools.length; from += BATCH) {
    await insertRoundSchools(tx, schools.slice(from, from + BATCH));
  }
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId,
    event: "round.opened",
    schoolId: null,
    organisationId: facts.organisationId,
    subjectKind: "round",
    subjectId: id,
    data: { schools: schools.length },
  });
}

/** A school that a round counts on, to be told. */
export const expectedSchool = (place: {
  roundId: string;
  schoolId: string;
  createdAt: Date;
}): RoundSchool => ({ ...place, participation: "expected", version: 1 });

type Invited = {
  round: NewRound;
  schoolIds: readonly string[];
  /** Those of a rolling round that have joined; the others may. */
  joinedIds?: readonly string[];
  /** When schools were invited that heard later than on the opening day. */
  invitedLater?: ReadonlyMap<string, Date>;
};

/**
 * Opens a round with its schools invited already, nobody told, each with its return not yet started (in a rolling
 * round those that joined): for the demonstration and tests. Managers open theirs from a draft. Gives the round's id.
 */
export async function openRound(
  app: App,
  { round, schoolIds, joinedIds = [], invitedLater = new Map() }: Invited,
): Promise<string> {
  const opening = await prepareRound(app, { round, actorId: null });
  const at = app.clock.now();
  const joined = new Set(round.rolling ? joinedIds : []);
  const schools = schoolIds.map((schoolId): RoundSchool => {
    const place = { roundId: opening.id, schoolId, createdAt: at, version: 1 };
    const invitedAt = invitedLater.get(schoolId) ?? at;
    const invited = { ...place, participation: "invited" as const, invitedAt };
    return joined.has(schoolId) ? { ...invited, participation: "joined", joinedAt: at } : invited;
  });
  const asked = round.rolling ? schoolIds.filter((id) => joined.has(id)) : schoolIds;
  const { versionId } = round;
  const rows = asked.map((schoolId) =>
    firstResponse({ roundId: opening.id, schoolId, versionId, at }, app),
  );
  await app.db.transact(async (tx) => {
    await writeRound(tx, app, { opening, schools });
    for (let from = 0; from < rows.length; from += BATCH) {
      await insertRoundResponses(tx, rows.slice(from, from + BATCH));
    }
  });
  return opening.id;
}
