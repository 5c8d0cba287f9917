import { and, asc, eq, exists, inArray, isNull, or, sql } from "drizzle-orm";
import type { ScopeClause } from "../../app/domain/policy/scopes";
import type { ResponseState } from "../../app/domain/response/states";
import {
  organisations,
  questionnaires,
  questionnaireVersions,
  responses,
  rounds,
  schools,
} from "../schema";
import type { Reader, Writer } from "../types";
import { isVisible } from "./visible-responses";

/** A response with the facts of its round, version and questionnaire that most decisions need. */
const responseColumns = {
  id: responses.id,
  schoolId: responses.schoolId,
  roundId: responses.roundId,
  versionId: responses.versionId,
  period: responses.period,
  state: responses.state,
  phases: responses.phases,
  types: responses.types,
  chosenSections: responses.chosenSections,
  confirmedAt: responses.confirmedAt,
  confirmedBy: responses.confirmedBy,
  readyAt: responses.readyAt,
  readyBy: responses.readyBy,
  openedByOfficerAt: responses.openedByOfficerAt,
  amendReason: responses.amendReason,
  version: responses.version,
  createdAt: responses.createdAt,
  updatedAt: responses.updatedAt,
  questionnaireId: questionnaires.id,
  questionnaireKey: questionnaires.key,
  questionnaireTitle: questionnaires.title,
  versionNumber: questionnaireVersions.number,
  definitionSha256: questionnaireVersions.sha256,
  ownerId: organisations.id,
  ownerName: organisations.name,
  ownerLabel: organisations.shortName,
  roundTitle: rounds.title,
  roundSections: rounds.sections,
  chooseAtLeast: rounds.chooseAtLeast,
  opensOn: rounds.opensOn,
  firstDeadline: rounds.firstDeadline,
  finalDeadline: rounds.finalDeadline,
  rolling: rounds.rolling,
  governorSigns: rounds.governorSigns,
  trainingThreshold: rounds.trainingThreshold,
  trainingGate: rounds.trainingGate,
  declaration: rounds.declaration,
  closedAt: rounds.closedAt,
  roundOrganisationId: rounds.organisationId,
  roundDemonstration: rounds.demonstration,
};

const selectResponses = (read: Reader) =>
  read
    .select(responseColumns)
    .from(responses)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .innerJoin(organisations, eq(organisations.id, questionnaires.organisationId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId));

export type ResponseRow = Awaited<ReturnType<typeof findResponse>> & {};

/** One response of one school; undefined where the school has no such response. */
export async function findResponse(read: Reader, scope: { schoolId: string; responseId: string }) {
  const rows = await selectResponses(read).where(
    and(eq(responses.id, scope.responseId), eq(responses.schoolId, scope.schoolId)),
  );
  return rows[0];
}

/** Every response of a school, in rounds and private, oldest first: for loading data, not for what people see. */
export async function listResponses(read: Reader, scope: { schoolId: string }) {
  return selectResponses(read)
    .where(eq(responses.schoolId, scope.schoolId))
    .orderBy(asc(responses.createdAt), asc(responses.id));
}

/** Those of them that a person may know of (`visibleResponses` in the policy), oldest first. */
export async function listVisibleResponses(
  read: Reader,
  scope: { schoolId: string; visible: readonly ScopeClause[] },
) {
  return selectResponses(read)
    .where(and(eq(responses.schoolId, scope.schoolId), isVisible(read, scope.visible)))
    .orderBy(asc(responses.createdAt), asc(responses.id));
}

/** States in which answers may be written. */
const WRITABLE: ResponseState[] = ["not-started", "in-progress"];

/**
 * Takes the response for writing answers and says what it stands at, or undefined when answers can no longer be
 * written (state moved on, or the round closed). The update itself is the lock: a signature that changes
 * the same row waits for this transaction or goes before it (design.md decision 4).
 */
export async function takeForAnswers(
  tx: Writer,
  { schoolId, responseId, at }: { schoolId: string; responseId: string; at: Date },
) {
  const openRound = tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.id, responses.roundId), isNull(rounds.closedAt)));
  const rows = await tx
    .update(responses)
    .set({ updatedAt: at })
    .where(
      and(
        eq(responses.id, responseId),
        eq(responses.schoolId, schoolId),
        inArray(responses.state, WRITABLE),
        or(isNull(responses.roundId), exists(openRound)),
      ),
    )
    .returning({
      state: responses.state,
      phases: responses.phases,
      types: responses.types,
      chosenSections: responses.chosenSections,
      confirmedAt: responses.confirmedAt,
      version: responses.version,
    });
  return rows[0];
}

export type ResponseStanding = {
  state: ResponseState;
  closedAt: Date | null;
  openedByOfficerAt: Date | null;
  /** What a lapsed response was when its round closed. */
  stateBeforeClosing: ResponseState | null;
};

/** What moves of a response turn on, as it is now: its state, closing, and whether an officer opened it. */
export async function findStanding(
  read: Reader,
  scope: { schoolId: string; responseId: string },
): Promise<ResponseStanding | undefined> {
  const rows = await read
    .select({
      state: responses.state,
      closedAt: rounds.closedAt,
      openedByOfficerAt: responses.openedByOfficerAt,
      stateBeforeClosing: responses.stateBeforeClosing,
    })
    .from(responses)
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(and(eq(responses.id, scope.responseId), eq(responses.schoolId, scope.schoolId)));
  return rows[0];
}

/** What is noted on a response together with a move. */
export type MoveNotes = Partial<
  Pick<
    typeof responses.$inferInsert,
    "readyAt" | "readyBy" | "openedByOfficerAt" | "amendReason" | "stateBeforeClosing"
  >
>;

/** Moves a response from one state to another; false when it was no longer in the first, or at `version`. */
export async function moveResponse(
  tx: Writer,
  move: {
    schoolId: string;
    responseId: string;
    from: ResponseState;
    to: ResponseState;
    at: Date;
    also?: MoveNotes;
    /** The version it must still be at, where that matters. */
    version?: number;
  },
): Promise<boolean> {
  const rows = await tx
    .update(responses)
    .set({
      ...move.also,
      state: move.to,
      updatedAt: move.at,
      version: sql`${responses.version} + 1`,
    })
    .where(
      and(
        eq(responses.id, move.responseId),
        eq(responses.schoolId, move.schoolId),
        eq(responses.state, move.from),
        move.version === undefined ? undefined : eq(responses.version, move.version),
      ),
    )
    .returning({ id: responses.id });
  return rows.length === 1;
}

export type Pinned = {
  schoolId: string;
  responseId: string;
  /** The version the form was made from. */
  version: number;
  phases: string;
  types: string;
  chosenSections: string | null;
  confirmedBy: string;
  at: Date;
};

/** Pins what applies, while answers may be written; false when someone changed the response first. */
export async function pinApplicability(tx: Writer, pinned: Pinned): Promise<boolean> {
  const rows = await tx
    .update(responses)
    .set({
      phases: pinned.phases,
      types: pinned.types,
      chosenSections: pinned.chosenSections,
      confirmedAt: pinned.at,
      confirmedBy: pinned.confirmedBy,
      updatedAt: pinned.at,
      version: pinned.version + 1,
    })
    .where(
      and(
        eq(responses.id, pinned.responseId),
        eq(responses.schoolId, pinned.schoolId),
        eq(responses.version, pinned.version),
        inArray(responses.state, WRITABLE),
      ),
    )
    .returning({ id: responses.id });
  return rows.length === 1;
}

export async function insertResponse(tx: Writer, row: typeof responses.$inferInsert) {
  await tx.insert(responses).values(row);
}

/** Published versions a school may start a private self-review from: those of organisations that cover it. */
export async function listPublishedVersions(
  read: Reader,
  scope: { organisationIds: readonly string[] },
) {
  if (scope.organisationIds.length === 0) return [];
  return read
    .select({
      versionId: questionnaireVersions.id,
      number: questionnaireVersions.number,
      questionnaireKey: questionnaires.key,
      title: questionnaires.title,
      organisationId: questionnaires.organisationId,
      ownerName: organisations.name,
    })
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .innerJoin(organisations, eq(organisations.id, questionnaires.organisationId))
    .where(
      and(
        inArray(questionnaires.organisationId, [...scope.organisationIds]),
        eq(questionnaireVersions.state, "published"),
      ),
    )
    .orderBy(asc(questionnaires.title), asc(questionnaireVersions.number));
}

/**
 * What a save is decided on before its transaction, for the response of the school in the address. Autosave asks
 * this at every pause in typing, so it reads these columns only.
 */
export async function findForSaving(read: Reader, scope: { urn: string; responseId: string }) {
  const rows = await read
    .select({
      schoolId: responses.schoolId,
      state: responses.state,
      roundId: responses.roundId,
      versionId: responses.versionId,
      definitionSha256: questionnaireVersions.sha256,
      questionnaireKey: questionnaires.key,
      roundOrganisationId: rounds.organisationId,
      roundSections: rounds.sections,
      closedAt: rounds.closedAt,
      openedByOfficerAt: responses.openedByOfficerAt,
    })
    .from(responses)
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(and(eq(responses.id, scope.responseId), eq(schools.urn, scope.urn)));
  return rows[0];
}

/** States in which the copy signed last stands and is not being changed. */
const SIGNED: ResponseState[] = ["submitted", "replied"];

/** Notes that an officer opened the copy signed last, once; false when it was noted or is called back. */
export async function noteOpenedByOfficer(
  tx: Writer,
  { responseId, at }: { responseId: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(responses)
    .set({ openedByOfficerAt: at })
    .where(
      and(
        eq(responses.id, responseId),
        inArray(responses.state, SIGNED),
        isNull(responses.openedByOfficerAt),
      ),
    )
    .returning({ id: responses.id });
  return rows.length === 1;
}
