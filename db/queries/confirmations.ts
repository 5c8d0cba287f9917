import { and, asc, between, desc, eq, gt, inArray, isNull, ne, or } from "drizzle-orm";
import type { ConfirmationState } from "../../app/domain/confirmation/states";
import {
  confirmations,
  documents,
  grants,
  organisations,
  questionnaires,
  questionnaireVersions,
  responses,
  rounds,
  schools,
  submissions,
  users,
} from "../schema";
import type { Reader, Writer } from "../types";

/** A rolling round with what confirming its schools turns on. */
const schemeColumns = {
  id: rounds.id,
  organisationId: rounds.organisationId,
  organisationKey: organisations.key,
  organisationName: organisations.name,
  organisationLabel: organisations.shortName,
  title: rounds.title,
  versionId: rounds.versionId,
  versionNumber: questionnaireVersions.number,
  questionnaireKey: questionnaires.key,
  questionnaireTitle: questionnaires.title,
  validityMonths: rounds.validityMonths,
  trainingGate: rounds.trainingGate,
  opensOn: rounds.opensOn,
  closedAt: rounds.closedAt,
  demonstration: rounds.demonstration,
};

const selectSchemes = (read: Reader) =>
  read
    .select(schemeColumns)
    .from(rounds)
    .innerJoin(organisations, eq(organisations.id, rounds.organisationId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId));

export type SchemeRow = Awaited<ReturnType<typeof findScheme>> & {};

/** A rolling round; undefined for any other. */
export async function findScheme(read: Reader, scope: { roundId: string }) {
  const rows = await selectSchemes(read).where(
    and(eq(rounds.id, scope.roundId), eq(rounds.rolling, true)),
  );
  return rows[0];
}

/** Every rolling round. */
export async function listSchemes(read: Reader) {
  return selectSchemes(read).where(eq(rounds.rolling, true)).orderBy(asc(rounds.id));
}

const confirmationColumns = {
  id: confirmations.id,
  roundId: confirmations.roundId,
  schoolId: confirmations.schoolId,
  submissionId: confirmations.submissionId,
  number: confirmations.number,
  reference: confirmations.reference,
  state: confirmations.state,
  confirmedOn: confirmations.confirmedOn,
  endsOn: confirmations.endsOn,
  confirmedAt: confirmations.confirmedAt,
  confirmedByName: users.name,
  withdrawnAt: confirmations.withdrawnAt,
  withdrawnReason: confirmations.withdrawnReason,
  remindedWeeks: confirmations.remindedWeeks,
  version: confirmations.version,
  /** The period of the self-review it was given for. */
  period: responses.period,
  responseId: responses.id,
  copyNumber: submissions.number,
};

const selectConfirmations = (read: Reader) =>
  read
    .select(confirmationColumns)
    .from(confirmations)
    .innerJoin(submissions, eq(submissions.id, confirmations.submissionId))
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(users, eq(users.id, confirmations.confirmedBy));

export type ConfirmationRow = Awaited<ReturnType<typeof listConfirmations>>[number];

/** Every confirmation of a round, or of one school in it, the latest of each school first. */
export async function listConfirmations(
  read: Reader,
  scope: { roundId: string; schoolId?: string },
) {
  return selectConfirmations(read)
    .where(
      and(
        eq(confirmations.roundId, scope.roundId),
        scope.schoolId === undefined ? undefined : eq(confirmations.schoolId, scope.schoolId),
      ),
    )
    .orderBy(asc(confirmations.schoolId), desc(confirmations.number));
}

/** Every confirmation of a school, the latest of each round first. */
export async function listConfirmationsOfSchool(read: Reader, scope: { schoolId: string }) {
  return selectConfirmations(read)
    .where(eq(confirmations.schoolId, scope.schoolId))
    .orderBy(asc(confirmations.roundId), desc(confirmations.number));
}

/** One confirmation of one school; undefined where the school has no such. */
export async function findConfirmation(
  read: Reader,
  scope: { schoolId: string; confirmationId: string },
) {
  const rows = await selectConfirmations(read).where(
    and(eq(confirmations.id, scope.confirmationId), eq(confirmations.schoolId, scope.schoolId)),
  );
  return rows[0];
}

/** Those that stand and whose last day lies between two days. */
export async function listToRemind(
  read: Reader,
  scope: { roundId: string; from: string; until: string },
) {
  return selectConfirmations(read)
    .where(
      and(
        eq(confirmations.roundId, scope.roundId),
        eq(confirmations.state, "standing"),
        between(confirmations.endsOn, scope.from, scope.until),
      ),
    )
    .orderBy(asc(confirmations.id));
}

/** The self-reviews of a round in every period with their school and the copy that stands; withdrawn schools are left out. */
export async function listSchemeReviews(
  read: Reader,
  scope: { roundId: string; schoolIds?: readonly string[] },
) {
  return read
    .select({
      responseId: responses.id,
      period: responses.period,
      state: responses.state,
      schoolId: schools.id,
      urn: schools.urn,
      name: schools.name,
      district: schools.district,
      laName: schools.laName,
      submissionId: submissions.id,
      copyNumber: submissions.number,
      reference: submissions.reference,
      signedAt: submissions.signedAt,
    })
    .from(responses)
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .leftJoin(
      submissions,
      and(
        eq(submissions.responseId, responses.id),
        eq(submissions.state, "standing"),
        isNull(submissions.supersededById),
        isNull(submissions.withdrawnAt),
      ),
    )
    .where(
      and(
        eq(responses.roundId, scope.roundId),
        ne(responses.state, "withdrawn"),
        scope.schoolIds === undefined
          ? undefined
          : inArray(responses.schoolId, [...scope.schoolIds]),
      ),
    )
    .orderBy(asc(responses.schoolId), desc(responses.period));
}

export type SchemeReviewRow = Awaited<ReturnType<typeof listSchemeReviews>>[number];

/** How many ids go into one query: an engine takes a limited number of values. */
const BATCH = 400;

/** The frozen texts of several signed copies, by id. */
export async function listSnapshots(
  read: Reader,
  submissionIds: readonly string[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let from = 0; from < submissionIds.length; from += BATCH) {
    const rows = await read
      .select({ id: submissions.id, snapshot: submissions.snapshot })
      .from(submissions)
      .where(inArray(submissions.id, submissionIds.slice(from, from + BATCH)));
    for (const { id, snapshot } of rows) texts.set(id, snapshot);
  }
  return texts;
}

/** Roles at schools that people with these addresses have or had. Addresses are as accounts hold them, in small letters. */
export async function listSchoolRolesByEmail(read: Reader, emails: readonly string[]) {
  const roles: { schoolId: string | null; email: string; to: string | null }[] = [];
  for (let from = 0; from < emails.length; from += BATCH) {
    const rows = await read
      .select({ schoolId: grants.schoolId, email: users.emailNormal, to: grants.to })
      .from(grants)
      .innerJoin(users, eq(users.id, grants.userId))
      .where(inArray(users.emailNormal, emails.slice(from, from + BATCH)));
    roles.push(...rows);
  }
  return roles;
}

/** Makes the self-review of a school's next period, unless it is there; false then. */
export async function insertNextPeriod(
  tx: Writer,
  row: typeof responses.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(responses)
    .values(row)
    .onConflictDoNothing({ target: [responses.roundId, responses.schoolId, responses.period] })
    .returning({ id: responses.id });
  return rows.length === 1;
}

export async function insertConfirmation(
  tx: Writer,
  row: typeof confirmations.$inferInsert,
): Promise<void> {
  await tx.insert(confirmations).values(row);
}

export type ConfirmationMove = {
  confirmationId: string;
  version: number;
  to: ConfirmationState;
  withdrawn?: { at: Date; by: string; reason: string };
};

/** Moves one that stands; false when it moved on meanwhile. */
export async function moveConfirmationTo(tx: Writer, move: ConfirmationMove): Promise<boolean> {
  const { withdrawn } = move;
  const rows = await tx
    .update(confirmations)
    .set({
      state: move.to,
      version: move.version + 1,
      ...(withdrawn === undefined
        ? {}
        : {
            withdrawnAt: withdrawn.at,
            withdrawnBy: withdrawn.by,
            withdrawnReason: withdrawn.reason,
          }),
    })
    .where(
      and(
        eq(confirmations.id, move.confirmationId),
        eq(confirmations.version, move.version),
        eq(confirmations.state, "standing"),
      ),
    )
    .returning({ id: confirmations.id });
  return rows.length === 1;
}

/** Notes that the reminder of so many weeks is sent; false when it was, or one nearer the end. */
export async function noteReminded(
  tx: Writer,
  { confirmationId, weeks }: { confirmationId: string; weeks: number },
): Promise<boolean> {
  const rows = await tx
    .update(confirmations)
    .set({ remindedWeeks: weeks })
    .where(
      and(
        eq(confirmations.id, confirmationId),
        eq(confirmations.state, "standing"),
        or(isNull(confirmations.remindedWeeks), gt(confirmations.remindedWeeks, weeks)),
      ),
    )
    .returning({ id: confirmations.id });
  return rows.length === 1;
}

/** The frozen certificate, for printing it and for those who check it. */
export async function findCertificateText(read: Reader, scope: { confirmationId: string }) {
  const rows = await read
    .select({
      snapshot: confirmations.snapshot,
      sha256: confirmations.sha256,
      reference: confirmations.reference,
      schoolId: confirmations.schoolId,
      roundOrganisationId: rounds.organisationId,
      schoolName: schools.name,
    })
    .from(confirmations)
    .innerJoin(rounds, eq(rounds.id, confirmations.roundId))
    .innerJoin(schools, eq(schools.id, confirmations.schoolId))
    .where(eq(confirmations.id, scope.confirmationId));
  return rows[0];
}

const checkedColumns = {
  confirmationId: confirmations.id,
  reference: confirmations.reference,
  state: confirmations.state,
  confirmedAt: confirmations.confirmedAt,
  endsOn: confirmations.endsOn,
  snapshot: confirmations.snapshot,
  sha256: confirmations.sha256,
  documentState: documents.state,
  readyAt: documents.readyAt,
};

/** Which certificate a file is, by the SHA-256 of its bytes. */
export async function findCertificateByHash(read: Reader, sha256: string) {
  const rows = await read
    .select(checkedColumns)
    .from(documents)
    .innerJoin(confirmations, eq(confirmations.id, documents.confirmationId))
    .where(eq(documents.sha256, sha256));
  return rows[0];
}

/** A certificate by the reference printed on it. */
export async function findCertificateByReference(read: Reader, reference: string) {
  const rows = await read
    .select(checkedColumns)
    .from(confirmations)
    .leftJoin(documents, eq(documents.confirmationId, confirmations.id))
    .where(eq(confirmations.reference, reference));
  return rows[0];
}
