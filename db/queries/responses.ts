import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { ScopeClause } from "../../app/domain/policy/scopes";
import { preparedRead } from "../prepared-query";
import {
  organisations,
  questionnaires,
  questionnaireVersions,
  responses,
  rounds,
  roundSchools,
  schools,
} from "../schema";
import type { Reader, Writer } from "../types";
import { isVisible } from "./visible-responses";

/**
 * A response with the facts of its round, version and questionnaire that most decisions need. Deadlines are those that
 * count for its school.
 */
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
  firstDeadline: sql<
    string | null
  >`coalesce(${roundSchools.firstDeadline}, ${rounds.firstDeadline})`,
  finalDeadline: sql<
    string | null
  >`coalesce(${roundSchools.finalDeadline}, ${rounds.finalDeadline})`,
  rolling: rounds.rolling,
  governorSigns: rounds.governorSigns,
  trainingThreshold: rounds.trainingThreshold,
  trainingGate: rounds.trainingGate,
  declaration: rounds.declaration,
  governorDeclaration: rounds.governorDeclaration,
  /** Why its school was taken out of the round. */
  withdrawnReason: roundSchools.withdrawnReason,
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
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .leftJoin(
      roundSchools,
      and(
        eq(roundSchools.roundId, responses.roundId),
        eq(roundSchools.schoolId, responses.schoolId),
      ),
    );

export type ResponseRow = Awaited<ReturnType<typeof findResponse>> & {};

/** One response of one school; undefined where the school has no such response. */
export async function findResponse(read: Reader, scope: { schoolId: string; responseId: string }) {
  const [found] = await responseById(read, scope);
  return found;
}

const responseById = preparedRead<{ schoolId: string; responseId: string }>()((read, slot) =>
  selectResponses(read).where(
    and(
      eq(responses.id, slot("responseId", responses.id)),
      eq(responses.schoolId, slot("schoolId", responses.schoolId)),
    ),
  ),
);

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

export async function insertResponse(tx: Writer, row: typeof responses.$inferInsert) {
  await tx.insert(responses).values(row);
}

/** Inserts one unless a response with its id is there; false then. */
export async function insertNewResponse(
  tx: Writer,
  row: typeof responses.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(responses)
    .values(row)
    .onConflictDoNothing({ target: responses.id })
    .returning({ id: responses.id });
  return rows.length === 1;
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
      sha256: questionnaireVersions.sha256,
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
  const [found] = await responseForSaving(read, scope);
  return found;
}

const responseForSaving = preparedRead<{ urn: string; responseId: string }>()((read, slot) =>
  read
    .select({
      schoolId: responses.schoolId,
      state: responses.state,
      roundId: responses.roundId,
      versionId: responses.versionId,
      definitionSha256: questionnaireVersions.sha256,
      questionnaireKey: questionnaires.key,
      roundOrganisationId: rounds.organisationId,
      roundSections: rounds.sections,
      opensOn: rounds.opensOn,
      closedAt: rounds.closedAt,
      openedByOfficerAt: responses.openedByOfficerAt,
    })
    .from(responses)
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(
      and(
        eq(responses.id, slot("responseId", responses.id)),
        eq(schools.urn, slot("urn", schools.urn)),
      ),
    ),
);
