import { and, asc, desc, eq, gte, inArray, ne } from "drizzle-orm";
import type { AnswerContent } from "../../app/domain/response/answer";
import {
  forEachLength,
  listSlots,
  listValues,
  preparedRead,
  preparedWrite,
} from "../prepared-query";
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
  return answersOf(read, scope);
}

const selectAnswers = (read: Reader) =>
  read
    .select(answerColumns)
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .innerJoin(users, eq(users.id, answers.updatedBy));

const answersOf = preparedRead<Scope>()((read, slot) =>
  selectAnswers(read).where(
    and(
      eq(answers.responseId, slot("responseId", answers.responseId)),
      eq(responses.schoolId, slot("schoolId", responses.schoolId)),
    ),
  ),
);

/** The answers of one response under the given keys. */
export async function listAnswersUnder(read: Reader, scope: Scope & { keys: readonly string[] }) {
  const { schoolId, responseId, keys } = scope;
  if (keys.length === 0) return [];
  return answersUnder(keys.length)(read, { schoolId, responseId, ...listValues(keys) });
}

const answersUnder = forEachLength((length) =>
  preparedRead()((read, slot) =>
    selectAnswers(read).where(
      and(
        eq(answers.responseId, slot("responseId", answers.responseId)),
        eq(responses.schoolId, slot("schoolId", responses.schoolId)),
        inArray(answers.key, listSlots(slot, { length, column: answers.key })),
      ),
    ),
  ),
);

/** Answers as they stand, for a transaction that has taken the response; `updatedBy` is an id. */
export async function listStanding(
  tx: Reader,
  scope: { responseId: string; keys: readonly string[] },
) {
  const { responseId, keys } = scope;
  return standingUnder(keys.length)(tx, { responseId, ...listValues(keys) });
}

const standingUnder = forEachLength((length) =>
  preparedRead()((tx, slot) =>
    tx
      .select({
        key: answers.key,
        ...contentColumns,
        revision: answers.revision,
        updatedAt: answers.updatedAt,
        updatedById: answers.updatedBy,
      })
      .from(answers)
      .where(
        and(
          eq(answers.responseId, slot("responseId", answers.responseId)),
          inArray(answers.key, listSlots(slot, { length, column: answers.key })),
        ),
      ),
  ),
);

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
  const { responseId, saveIds } = scope;
  return savesWith(saveIds.length)(read, { responseId, ...listValues(saveIds) });
}

const savesWith = forEachLength((length) =>
  preparedRead()((read, slot) =>
    read
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
          eq(answerRevisions.responseId, slot("responseId", answerRevisions.responseId)),
          inArray(
            answerRevisions.saveId,
            listSlots(slot, { length, column: answerRevisions.saveId }),
          ),
        ),
      ),
  ),
);

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
    const to = { ...content, revision, savedBy, savedAt };
    const changed = await changedAnswer(tx, { responseId, key, standsAt, ...to });
    if (changed.length === 0) return false;
  }
  const it = { id, responseId, key, revision, basedOn, saveId, ...content, savedBy, savedAt };
  await keptRevision(tx, it);
  return true;
}

type Changed = AnswerContent & { revision: number } & Pick<
    Save,
    "responseId" | "key" | "standsAt" | "savedBy" | "savedAt"
  >;
const changedAnswer = preparedWrite<Changed>()((tx, slot) =>
  tx
    .update(answers)
    .set({
      level: slot("level", answers.level),
      commentary: slot("commentary", answers.commentary),
      whereSeen: slot("whereSeen", answers.whereSeen),
      duty: slot("duty", answers.duty),
      dutyNote: slot("dutyNote", answers.dutyNote),
      helpWanted: slot("helpWanted", answers.helpWanted),
      toConfirm: slot("toConfirm", answers.toConfirm),
      value: slot("value", answers.value),
      revision: slot("revision", answers.revision),
      updatedBy: slot("savedBy", answers.updatedBy),
      updatedAt: slot("savedAt", answers.updatedAt),
    })
    .where(
      and(
        eq(answers.responseId, slot("responseId", answers.responseId)),
        eq(answers.key, slot("key", answers.key)),
        eq(answers.revision, slot("standsAt", answers.revision)),
      ),
    )
    .returning({ key: answers.key }),
);

type Kept = AnswerContent & { revision: number } & Omit<Save, "answerId" | "standsAt" | "content">;
const keptRevision = preparedWrite<Kept>()((tx, slot) =>
  tx.insert(answerRevisions).values({
    id: slot("id", answerRevisions.id),
    responseId: slot("responseId", answerRevisions.responseId),
    key: slot("key", answerRevisions.key),
    revision: slot("revision", answerRevisions.revision),
    basedOn: slot("basedOn", answerRevisions.basedOn),
    saveId: slot("saveId", answerRevisions.saveId),
    level: slot("level", answerRevisions.level),
    commentary: slot("commentary", answerRevisions.commentary),
    whereSeen: slot("whereSeen", answerRevisions.whereSeen),
    duty: slot("duty", answerRevisions.duty),
    dutyNote: slot("dutyNote", answerRevisions.dutyNote),
    helpWanted: slot("helpWanted", answerRevisions.helpWanted),
    toConfirm: slot("toConfirm", answerRevisions.toConfirm),
    value: slot("value", answerRevisions.value),
    savedBy: slot("savedBy", answerRevisions.savedBy),
    savedAt: slot("savedAt", answerRevisions.savedAt),
  }),
);

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

/** Who but one person saved what since a moment, newest first: "Tom Okafor is also in this section". */
export async function listSavesOfOthers(
  read: Reader,
  scope: Scope & { since: Date; userId: string },
) {
  return savesOfOthers(read, scope);
}

const savesOfOthers = preparedRead<Scope & { since: Date; userId: string }>()((read, slot) =>
  read
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
        eq(answerRevisions.responseId, slot("responseId", answerRevisions.responseId)),
        eq(responses.schoolId, slot("schoolId", responses.schoolId)),
        gte(answerRevisions.savedAt, slot("since", answerRevisions.savedAt)),
        ne(answerRevisions.savedBy, slot("userId", answerRevisions.savedBy)),
      ),
    )
    .orderBy(desc(answerRevisions.savedAt))
    .limit(200),
);

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
