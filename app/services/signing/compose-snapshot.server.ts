import { formatDate } from "~/domain/calendar/format";
import { whoMaySee } from "~/domain/policy/who-sees";
import type { Duty } from "~/domain/questionnaire/duties";
import { selfReview } from "~/domain/questionnaire/self-review";
import { buildSnapshot, type SnapshotRequest } from "~/domain/submission/build-snapshot";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import type { Snapshot } from "~/domain/submission/snapshot";
import type { App } from "~/platform/app.server";
import { dutiesOf } from "~/services/answering/duties-of.server";
import type { Loaded } from "~/services/answering/load-response.server";
import { shareNames } from "~/services/answering/seen-by.server";
import { listActions } from "~db/queries/actions";
import { listAnswers } from "~db/queries/answers";
import { findLatestStanding, findSnapshot } from "~db/queries/submissions";
import type { Reader } from "~db/types";

/** What a snapshot needs that signing does not change: read before the transaction. */
export type SnapshotGround = {
  duties: Duty[];
  sharedWith: string[];
  previous: SnapshotRequest["previous"];
};

/** Reads duties, who the round is shared with, and the copy signed before this one. */
export async function snapshotGround(app: App, loaded: Loaded): Promise<SnapshotGround> {
  return {
    duties: await dutiesOf(app, loaded.row),
    sharedWith: await shareNames(app, loaded.row.roundId),
    previous: await previousCopy(app, loaded),
  };
}

/**
 * The copy of the same questionnaire that stood last in this school, in this round or one before. A copy that
 * leaves the school never speaks of a private one, not even that it exists (design.md section 3).
 */
async function previousCopy(app: App, { row }: Loaded): Promise<SnapshotRequest["previous"]> {
  const { schoolId, questionnaireKey, roundId } = row;
  const scope = { schoolId, questionnaireKey, readOutside: roundId !== null };
  const latest = await findLatestStanding(app.db.read, scope);
  if (latest === undefined) return null;
  const text = await findSnapshot(app.db.read, { submissionId: latest.id });
  if (text === undefined) return null;
  return { since: formatDate(latest.signedAt), snapshot: parseSnapshot(text) };
}

type Naming = { reference: string; number: number };

/**
 * The snapshot of how a response stands now, read through `read`: inside the signing transaction the copy that
 * is frozen, outside it a preview (design.md section 4).
 */
export async function composeSnapshot(
  read: Reader,
  { loaded, ground, naming }: { loaded: Loaded; ground: SnapshotGround; naming: Naming },
): Promise<Snapshot> {
  const { row, definition, applicability, today } = loaded;
  const answers = await listAnswers(read, { schoolId: row.schoolId, responseId: row.id });
  const review = selfReview({ definition, applicability, duties: ground.duties, today, answers });
  return buildSnapshot({
    ...naming,
    review,
    applicability,
    demonstration: row.roundDemonstration ?? loaded.school.demonstration,
    version: {
      number: row.versionNumber,
      sha256: row.definitionSha256,
      owner: row.ownerName,
      ownerLabel: row.ownerLabel,
    },
    round: roundOf(loaded),
    school: schoolOf(loaded),
    trainingThreshold: row.trainingThreshold,
    actions: await actionsOf(read, loaded),
    previous: ground.previous,
    visibility: visibilityOf(loaded, ground),
  });
}

function roundOf({ row }: Loaded): Snapshot["round"] {
  if (row.roundId === null || row.roundTitle === null) return null;
  return { title: row.roundTitle, finalDeadline: row.finalDeadline, rolling: row.rolling ?? false };
}

function schoolOf({ school }: Loaded): Snapshot["school"] {
  const { laCode, establishmentNumber, lowAge, highAge } = school;
  return {
    urn: school.urn,
    name: school.name,
    dfeNumber: establishmentNumber === null ? null : `${laCode}/${establishmentNumber}`,
    localAuthority: school.laName,
    district: school.district,
    phase: school.phaseName,
    ages: lowAge === null || highAge === null ? null : `${lowAge} to ${highAge}`,
    type: school.typeName,
  };
}

/** Actions that were not dropped, as titles, lead roles and terms only (design.md section 3). */
async function actionsOf(read: Reader, { row }: Loaded): Promise<Snapshot["actions"]> {
  const rows = await listActions(read, { schoolId: row.schoolId });
  return rows
    .filter(({ responseId, state }) => responseId === row.id && state !== "dropped")
    .map(({ itemKey, title, leadRole, term }) => ({ itemKey, title, leadRole, term }));
}

function visibilityOf({ school, row }: Loaded, { sharedWith }: SnapshotGround): string[] {
  return whoMaySee("signed-copy", {
    schoolName: school.name,
    organisation: row.roundId === null ? null : row.ownerName,
    sharedWith,
    governorAwaited: false,
  });
}
