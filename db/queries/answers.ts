import { and, asc, desc, eq, gte, inArray, ne } from "drizzle-orm";
import type { AnswerContent } from "../../app/domain/response/answer";
import {
  answerRevisions,
  answers,
  questionnaires,
  questionnaireVersions,
  responses,
  rounds,
  users,
} from "../schema";
import type { Reader, Writer } from "../types";

type Scope = { schoolId: string; responseId: string };

const contentColumns = {
  level: answers.level,
  commentary: answers.commentary,
  whereSeen: answers.whereSeen,
  duty: answers.duty,
  dutyNote: answers.dutyNote,
  helpWanted: answers.helpWanted,
  toConfirm: answers.toConfirm,
  value: answers.value,
};

const revisionColumns = {
  level: answerRevisions.level,
  commentary: answerRevisions.commentary,
  whereSeen: answerRevisions.whereSeen,
  duty: answerRevisions.duty,
  dutyNote: answerRevisions.dutyNote,
  helpWanted: answerRevisions.helpWanted,
  toConfirm: answerRevisions.toConfirm,
  value: answerRevisions.value,
};

const answerColumns = {
  key: answers.key,
  ...contentColumns,
  revision: answers.revision,
  updatedAt: answers.updatedAt,
  updatedById: answers.updatedBy,
  updatedByName: users.name,
};

export type AnswerRow = Awaited<ReturnType<typeof listAnswers>>[number];

/** Every answer of one response, with who saved it last. */
export async function listAnswers(read: Reader, scope: Scope) {
  return read
    .select(answerColumns)
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .innerJoin(users, eq(users.id, answers.updatedBy))
    .where(and(eq(answers.responseId, scope.responseId), eq(responses.schoolId, scope.schoolId)));
}

/** The answers of one response under the given keys. */
export async function listAnswersUnder(read: Reader, scope: Scope & { keys: readonly string[] }) {
  if (scope.keys.length === 0) return [];
  return read
    .select(answerColumns)
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .innerJoin(users, eq(users.id, answers.updatedBy))
    .where(
      and(
        eq(answers.responseId, scope.responseId),
        eq(responses.schoolId, scope.schoolId),
        inArray(answers.key, [...scope.keys]),
      ),
    );
}

/** Answers as they stand, for a transaction that has taken the response; `updatedBy` is an id. */
export async function listStanding(
  tx: Reader,
  scope: { responseId: string; keys: readonly string[] },
) {
  return tx
    .select({
      key: answers.key,
      ...contentColumns,
      revision: answers.revision,
      updatedAt: answers.updatedAt,
      updatedById: answers.updatedBy,
    })
    .from(answers)
    .where(and(eq(answers.responseId, scope.responseId), inArray(answers.key, [...scope.keys])));
}

/** Key, level, and enough to count progress for many responses of one school at once. */
export async function listAnswersOfResponses(
  read: Reader,
  scope: { schoolId: string; responseIds: readonly string[] },
) {
  if (scope.responseIds.length === 0) return [];
  return read
    .select({ responseId: answers.responseId, ...answerColumns })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .innerJoin(users, eq(users.id, answers.updatedBy))
    .where(
      and(
        inArray(answers.responseId, [...scope.responseIds]),
        eq(responses.schoolId, scope.schoolId),
      ),
    );
}

/** What earlier requests with these save ids wrote in one response. */
export async function listSaves(
  read: Reader,
  scope: { responseId: string; saveIds: readonly string[] },
) {
  return read
    .select({
      saveId: answerRevisions.saveId,
      key: answerRevisions.key,
      revision: answerRevisions.revision,
      savedAt: answerRevisions.savedAt,
      savedBy: answerRevisions.savedBy,
    })
    .from(answerRevisions)
    .where(
      and(
        eq(answerRevisions.responseId, scope.responseId),
        inArray(answerRevisions.saveId, [...scope.saveIds]),
      ),
    );
}

export type Save = {
  /** Id of the new revision row. */
  id: string;
  /** Id for the answer row, used when this is its first save. */
  answerId: string;
  responseId: string;
  key: string;
  /** The revision the answer must still be at; 0: never saved. */
  standsAt: number;
  /** The revision the writer had before them. */
  basedOn: number;
  saveId: string;
  content: AnswerContent;
  savedBy: string;
  savedAt: Date;
};

/**
 * Writes one save: the revision, for ever, and the answer as it now stands. The answer must still be at
 * `standsAt`; false when someone saved first. Two first saves at once meet on a unique index.
 */
export async function writeSave(tx: Writer, save: Save): Promise<boolean> {
  const { id, answerId, responseId, key, standsAt, basedOn, saveId } = save;
  const { content, savedBy, savedAt } = save;
  const revision = standsAt + 1;
  if (standsAt === 0) {
    const made = await tx
      .insert(answers)
      .values({
        id: answerId,
        responseId,
        key,
        ...content,
        revision,
        updatedBy: savedBy,
        updatedAt: savedAt,
      })
      .onConflictDoNothing({ target: [answers.responseId, answers.key] })
      .returning({ key: answers.key });
    if (made.length === 0) return false;
  } else {
    const changed = await tx
      .update(answers)
      .set({ ...content, revision, updatedBy: savedBy, updatedAt: savedAt })
      .where(
        and(
          eq(answers.responseId, responseId),
          eq(answers.key, key),
          eq(answers.revision, standsAt),
        ),
      )
      .returning({ key: answers.key });
    if (changed.length === 0) return false;
  }
  await tx
    .insert(answerRevisions)
    .values({ id, responseId, key, revision, basedOn, saveId, ...content, savedBy, savedAt });
  return true;
}

export type RevisionRow = Awaited<ReturnType<typeof listRevisions>>[number];

/** Every save of one answer, newest first. */
export async function listRevisions(read: Reader, scope: Scope & { key: string }) {
  return read
    .select({
      id: answerRevisions.id,
      revision: answerRevisions.revision,
      savedAt: answerRevisions.savedAt,
      savedById: answerRevisions.savedBy,
      savedByName: users.name,
      ...revisionColumns,
    })
    .from(answerRevisions)
    .innerJoin(responses, eq(responses.id, answerRevisions.responseId))
    .innerJoin(users, eq(users.id, answerRevisions.savedBy))
    .where(
      and(
        eq(answerRevisions.responseId, scope.responseId),
        eq(answerRevisions.key, scope.key),
        eq(responses.schoolId, scope.schoolId),
      ),
    )
    .orderBy(desc(answerRevisions.revision));
}

/** Who saved what since a moment, newest first: "Tom Okafor is also in this section". */
export async function listSavesSince(read: Reader, scope: Scope & { since: Date }) {
  return read
    .select({
      key: answerRevisions.key,
      at: answerRevisions.savedAt,
      userId: answerRevisions.savedBy,
      name: users.name,
    })
    .from(answerRevisions)
    .innerJoin(responses, eq(responses.id, answerRevisions.responseId))
    .innerJoin(users, eq(users.id, answerRevisions.savedBy))
    .where(
      and(
        eq(answerRevisions.responseId, scope.responseId),
        eq(responses.schoolId, scope.schoolId),
        gte(answerRevisions.savedAt, scope.since),
      ),
    )
    .orderBy(desc(answerRevisions.savedAt))
    .limit(200);
}

export type ElsewhereRow = Awaited<ReturnType<typeof listAnswersElsewhere>>[number];

/**
 * The school's answers under the given keys in its other responses, newest first. The caller pairs
 * questionnaire and key: a key alone can stand in two questionnaires.
 */
export async function listAnswersElsewhere(
  read: Reader,
  scope: Scope & { questionnaireKeys: readonly string[]; keys: readonly string[] },
) {
  if (scope.keys.length === 0 || scope.questionnaireKeys.length === 0) return [];
  return read
    .select({
      responseId: answers.responseId,
      state: responses.state,
      roundId: responses.roundId,
      roundTitle: rounds.title,
      roundOrganisationId: rounds.organisationId,
      versionId: responses.versionId,
      definitionSha256: questionnaireVersions.sha256,
      responseCreatedAt: responses.createdAt,
      questionnaireKey: questionnaires.key,
      questionnaireTitle: questionnaires.title,
      ...answerColumns,
    })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .innerJoin(users, eq(users.id, answers.updatedBy))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(
      and(
        eq(responses.schoolId, scope.schoolId),
        ne(responses.id, scope.responseId),
        inArray(questionnaires.key, [...scope.questionnaireKeys]),
        inArray(answers.key, [...scope.keys]),
      ),
    )
    .orderBy(desc(answers.updatedAt), asc(answers.id));
}
