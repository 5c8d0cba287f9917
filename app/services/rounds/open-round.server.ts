import type { App } from "~/platform/app.server";
import { roundDefaults } from "~/services/organisation/round-defaults.server";
import { insertAudit } from "~db/queries/audit";
import { insertRoundSchools } from "~db/queries/round-schools";
import { insertRound, insertRoundResponses, insertRoundShare } from "~db/queries/rounds";

/** A round as it is opened. Days are YYYY-MM-DD; null sections: all; rolling rounds have no deadlines. */
export type NewRound = {
  organisationId: string;
  versionId: string;
  title: string;
  sections: readonly string[] | null;
  chooseAtLeast: number | null;
  opensOn: string;
  firstDeadline: string | null;
  finalDeadline: string | null;
  rolling: boolean;
  validityMonths: number | null;
  governorSigns: boolean;
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

/**
 * Opens a round and gives every invited school its response, not yet started (design.md section 2, Round).
 * Gives the round's id.
 */
export async function openRound(
  app: App,
  { round, schoolIds }: { round: NewRound; schoolIds: readonly string[] },
): Promise<string> {
  const at = app.clock.now();
  const id = app.newId();
  const auditId = app.newId();
  const { sharedWith, sections, ...said } = round;
  const facts = { ...(await roundDefaults(app, round)), ...said };
  const rows = schoolIds.map((schoolId) => ({
    id: app.newId(),
    schoolId,
    roundId: id,
    versionId: round.versionId,
    period: 1,
    state: "not-started" as const,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }));
  await app.db.transact(async (tx) => {
    const stored = sections === null ? null : JSON.stringify(sections);
    await insertRound(tx, { ...facts, id, sections: stored, version: 1, createdAt: at });
    for (const organisationId of sharedWith) {
      await insertRoundShare(tx, { roundId: id, organisationId });
    }
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH);
      await insertRoundSchools(tx, batch.map(invited));
      await insertRoundResponses(tx, batch);
    }
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: null,
      event: "round.opened",
      schoolId: null,
      organisationId: round.organisationId,
      subjectKind: "round",
      subjectId: id,
      data: { schools: rows.length },
    });
  });
  return id;
}

const invited = ({ roundId, schoolId, createdAt }: NewResponse) => ({
  ...{ roundId, schoolId, createdAt },
  participation: "invited" as const,
  invitedAt: createdAt,
  version: 1,
});

type NewResponse = { roundId: string; schoolId: string; createdAt: Date };
