import { and, asc, count, eq, isNull, ne, or } from "drizzle-orm";
import { personColumns } from "../account-tables";
import {
  answerRevisions,
  auditEntries,
  authenticators,
  emailChanges,
  identities,
  invitations,
  mails,
  organisations,
  questionnaires,
  questionnaireVersions,
  responses,
  reviewerInterests,
  reviewers,
  rounds,
  schools,
  sectionAssignments,
  sessionTombstones,
  signOffs,
  submissions,
  users,
} from "../schema";
import type { Reader } from "../types";

/**
 * What is held about one person: rows for the copy they may ask for. Nobody else's name is selected here. An address
 * counts only where a row has no person: somebody else may have had it before.
 */
type OfPerson = { userId: string; email: string };

export async function findAccount(read: Reader, userId: string) {
  const rows = await read
    .select({
      name: users.name,
      email: users.email,
      createdAt: users.createdAt,
      disabledAt: users.disabledAt,
      hasPassword: users.passwordHash,
      appSince: authenticators.confirmedAt,
    })
    .from(users)
    .leftJoin(authenticators, eq(authenticators.userId, users.id))
    .where(eq(users.id, userId));
  return rows[0];
}

export async function listIdentitiesOf(read: Reader, userId: string) {
  return read.select().from(identities).where(eq(identities.userId, userId));
}

export async function listEmailChangesOf(read: Reader, userId: string) {
  return read.select().from(emailChanges).where(eq(emailChanges.userId, userId));
}

export async function listTombstonesOf(read: Reader, userId: string) {
  return read.select().from(sessionTombstones).where(eq(sessionTombstones.userId, userId));
}

const placeNames = { schoolName: schools.name, organisationName: organisations.name };

export async function listMailsTo(read: Reader, { userId, email }: OfPerson) {
  return read
    .select({
      template: mails.template,
      email: mails.email,
      state: mails.state,
      queuedAt: mails.queuedAt,
      settledAt: mails.settledAt,
      schoolId: mails.schoolId,
      organisationId: mails.organisationId,
      ...placeNames,
    })
    .from(mails)
    .leftJoin(schools, eq(schools.id, mails.schoolId))
    .leftJoin(organisations, eq(organisations.id, mails.organisationId))
    .where(or(eq(mails.userId, userId), and(isNull(mails.userId), eq(mails.email, email))))
    .orderBy(asc(mails.queuedAt), asc(mails.id));
}

const invitationColumns = {
  role: invitations.role,
  from: invitations.from,
  to: invitations.to,
  sentAt: invitations.sentAt,
  acceptedAt: invitations.acceptedAt,
  withdrawnAt: invitations.withdrawnAt,
  ...placeNames,
};

export async function listInvitationsTo(read: Reader, { userId, email }: OfPerson) {
  return read
    .select({ name: invitations.name, email: invitations.email, ...invitationColumns })
    .from(invitations)
    .leftJoin(schools, eq(schools.id, invitations.schoolId))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(
      or(
        eq(invitations.acceptedBy, userId),
        and(
          isNull(invitations.acceptedBy),
          eq(invitations.emailNormal, email.trim().toLowerCase()),
        ),
      ),
    )
    .orderBy(asc(invitations.sentAt));
}

/** Invitations a person sent; whom they asked is those people's data. */
export async function listInvitationsBy(read: Reader, userId: string) {
  return read
    .select(invitationColumns)
    .from(invitations)
    .leftJoin(schools, eq(schools.id, invitations.schoolId))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(eq(invitations.invitedBy, userId))
    .orderBy(asc(invitations.sentAt));
}

export async function listSignaturesOf(read: Reader, userId: string) {
  return read
    .select({
      name: signOffs.name,
      title: signOffs.title,
      kind: signOffs.kind,
      declaration: signOffs.declaration,
      reason: signOffs.reason,
      signedAt: signOffs.signedAt,
      sha256: signOffs.sha256,
      reference: submissions.reference,
      schoolName: schools.name,
      roundId: responses.roundId,
      roundOrganisationId: rounds.organisationId,
    })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(eq(signOffs.userId, userId))
    .orderBy(asc(signOffs.signedAt));
}

/** Every save of a person, with what decides who may read it. */
export async function listSavesOf(read: Reader, userId: string) {
  return read
    .select({
      key: answerRevisions.key,
      level: answerRevisions.level,
      commentary: answerRevisions.commentary,
      whereSeen: answerRevisions.whereSeen,
      duty: answerRevisions.duty,
      dutyNote: answerRevisions.dutyNote,
      helpWanted: answerRevisions.helpWanted,
      value: answerRevisions.value,
      savedAt: answerRevisions.savedAt,
      responseId: responses.id,
      schoolId: responses.schoolId,
      schoolName: schools.name,
      state: responses.state,
      roundId: responses.roundId,
      openedByOfficerAt: responses.openedByOfficerAt,
      roundTitle: rounds.title,
      roundOrganisationId: rounds.organisationId,
      closedAt: rounds.closedAt,
      questionnaireKey: questionnaires.key,
      questionnaireTitle: questionnaires.title,
    })
    .from(answerRevisions)
    .innerJoin(responses, eq(responses.id, answerRevisions.responseId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(eq(answerRevisions.savedBy, userId))
    .orderBy(asc(answerRevisions.savedAt), asc(answerRevisions.id));
}

const entryColumns = {
  at: auditEntries.at,
  event: auditEntries.event,
  data: auditEntries.data,
  schoolId: auditEntries.schoolId,
  organisationId: auditEntries.organisationId,
  ...placeNames,
};

const entries = (read: Reader) =>
  read
    .select(entryColumns)
    .from(auditEntries)
    .leftJoin(schools, eq(schools.id, auditEntries.schoolId))
    .leftJoin(organisations, eq(organisations.id, auditEntries.organisationId));

/** What a person did, oldest first. */
export async function listActsOf(read: Reader, userId: string) {
  return entries(read)
    .where(eq(auditEntries.actorId, userId))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id));
}

/** What others, or nobody signed in, did to a person's account and roles. */
export async function listActsAbout(read: Reader, userId: string) {
  return entries(read)
    .where(
      and(
        eq(auditEntries.subjectId, userId),
        or(isNull(auditEntries.actorId), ne(auditEntries.actorId, userId)),
      ),
    )
    .orderBy(asc(auditEntries.at), asc(auditEntries.id));
}

export async function listSectionsOf(read: Reader, userId: string) {
  return read
    .select({
      section: sectionAssignments.sectionKey,
      at: sectionAssignments.assignedAt,
      schoolName: schools.name,
    })
    .from(sectionAssignments)
    .innerJoin(responses, eq(responses.id, sectionAssignments.responseId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .where(eq(sectionAssignments.userId, userId));
}

/** `organisationId`: only what its register says; null: every one. */
type InRegister = { userId: string; organisationId: string | null };

const inRegister = ({ userId, organisationId }: InRegister) =>
  and(
    eq(reviewers.userId, userId),
    organisationId === null ? undefined : eq(reviewers.organisationId, organisationId),
  );

/** What registers of reviewers say of a person. */
export async function listRegisterOf(read: Reader, asked: InRegister) {
  return read
    .select({
      organisationName: organisations.name,
      post: reviewers.post,
      homeSchoolName: reviewers.homeSchoolName,
      homeAuthority: reviewers.homeAuthority,
      trustName: reviewers.trustName,
      phases: reviewers.phases,
      districts: reviewers.districts,
      accreditedUntil: reviewers.accreditedUntil,
      visitsOffered: reviewers.visitsOffered,
      mayLead: reviewers.mayLead,
      assuredOn: reviewers.assuredOn,
    })
    .from(reviewers)
    .innerJoin(organisations, eq(organisations.id, reviewers.organisationId))
    .where(inRegister(asked));
}

/** Schools a reviewer should not visit. */
export async function listInterestsOf(read: Reader, asked: InRegister) {
  return read
    .select({ schoolName: schools.name, declaredOn: reviewerInterests.declaredOn })
    .from(reviewerInterests)
    .innerJoin(reviewers, eq(reviewers.id, reviewerInterests.reviewerId))
    .innerJoin(schools, eq(schools.id, reviewerInterests.schoolId))
    .where(inRegister(asked));
}

/** In how many rows of each table a person's number stands, for every column that points at people. */
export async function countMentions(read: Reader, userId: string) {
  const found: { table: string; column: string; rows: number }[] = [];
  for (const { table, tableName, column } of personColumns) {
    const [counted] = await read.select({ rows: count() }).from(table).where(eq(column, userId));
    const rows = counted?.rows ?? 0;
    if (rows > 0) found.push({ table: tableName, column: column.name, rows });
  }
  return found;
}
