import type { Actor } from "~/domain/policy/actor";
import { MakeDocumentSchema } from "~/domain/work/outbox";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { mailTroubles, type MailTroublesView } from "~/services/mail/mail-troubles.server";
import { insertAudit } from "~db/queries/audit";
import { findCertificateText } from "~db/queries/confirmations";
import { isMailOf, noteBounceSeen } from "~db/queries/mails";
import { listParkedJobs, retryParkedJob } from "~db/queries/outbox";
import { findJobSubject, findParkedJob, findRecordJobSubject } from "~db/queries/returns";
import { loadOrganisation, type OrganisationView } from "./load-organisation.server";

/** A piece of work that was tried several times and rests until someone looks. */
export type ParkedJobView = {
  id: string;
  /** The signed copy; null for one private to its school, of which nothing is told. */
  about: { reference: string; schoolName: string } | null;
  tries: number;
  problem: string;
  since: Date;
};

export type ParkedWorkView = {
  organisation: OrganisationView;
  jobs: ParkedJobView[];
  mails: MailTroublesView;
};

/**
 * Parked work on copies of the organisation's own rounds and questionnaires, and mails to its places that did not get
 * through. Throws `not-found` or `forbidden`.
 */
export async function viewParkedWork(app: App, actor: Actor, key: string): Promise<ParkedWorkView> {
  const action = "outbox.view-parked";
  const { organisation, view, today } = await loadOrganisation(app, actor, { key, action });
  const parked = await listParkedJobs(app.db.read);
  const jobs: ParkedJobView[] = [];
  for (const job of parked) {
    const subject = await subjectFor(app, {
      payload: job.payload,
      organisationId: organisation.id,
    });
    if (subject === undefined) continue;
    const { id, tries, problem, createdAt } = job;
    jobs.push({ id, tries, problem: problem ?? "", since: createdAt, about: subject });
  }
  const mails = await mailTroubles(app, { organisationId: organisation.id, today });
  return { organisation: view, jobs, mails };
}

/** Puts a parked job back in the queue. Throws `conflict` when it is no longer parked. */
export async function retryWork(
  app: App,
  actor: Actor,
  { key, jobId }: { key: string; jobId: string },
): Promise<void> {
  const action = "outbox.retry";
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const job = await findParkedJob(app.db.read, jobId);
  if (job === undefined) throw new AppError("conflict");
  const isMail = await isMailOf(app.db.read, { organisationId, today, mailId: jobId });
  const subject = await subjectFor(app, { payload: job.payload, organisationId });
  if (!isMail && subject === undefined) throw new AppError("not-found");
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    if (!(await retryParkedJob(tx, { id: jobId, at }))) throw new AppError("conflict");
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "outbox.retried",
      organisationId,
      subjectKind: "job",
      subjectId: jobId,
    });
  });
  app.wakeWorker();
}

/** Takes a mail that came back off the page. Throws `not-found`, or `conflict` when it is off it already. */
export async function dealWithBounce(
  app: App,
  actor: Actor,
  { key, mailId }: { key: string; mailId: string },
): Promise<void> {
  const action = "outbox.retry";
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const isTheirs = await isMailOf(app.db.read, { organisationId, today, mailId });
  if (!isTheirs) throw new AppError("not-found");
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    if (!(await noteBounceSeen(tx, { mailId, at }))) throw new AppError("conflict");
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "mail.bounce-dealt-with",
      organisationId,
      subjectKind: "mail",
      subjectId: mailId,
    });
  });
}

type Asked = { payload: string; organisationId: string };

/** What a job is about, null where it is private, undefined where it is none of this organisation's. */
async function subjectFor(
  app: App,
  { payload, organisationId }: Asked,
): Promise<ParkedJobView["about"] | undefined> {
  const read = MakeDocumentSchema.safeParse(JSON.parse(payload));
  if (!read.success) return undefined;
  if ("visitId" in read.data) return recordSubject(app, { ...read.data, organisationId });
  if ("confirmationId" in read.data) {
    return certificateSubject(app, { ...read.data, organisationId });
  }
  const subject = await findJobSubject(app.db.read, read.data);
  if (subject === undefined) return undefined;
  const { reference, schoolName, roundOrganisationId, ownerId } = subject;
  if (roundOrganisationId === organisationId) return { reference, schoolName };
  return roundOrganisationId === null && ownerId === organisationId ? null : undefined;
}

/** A certificate of a round of the organisation. */
async function certificateSubject(
  app: App,
  { confirmationId, organisationId }: { confirmationId: string; organisationId: string },
): Promise<ParkedJobView["about"] | undefined> {
  const found = await findCertificateText(app.db.read, { confirmationId });
  if (found?.roundOrganisationId !== organisationId) return undefined;
  return { reference: found.reference, schoolName: found.schoolName };
}

/** The record of a visit in a round of the organisation. */
async function recordSubject(
  app: App,
  { visitId, organisationId }: { visitId: string; organisationId: string },
): Promise<ParkedJobView["about"] | undefined> {
  const subject = await findRecordJobSubject(app.db.read, { visitId });
  if (subject?.roundOrganisationId !== organisationId) return undefined;
  return { reference: subject.reference ?? "", schoolName: subject.schoolName };
}
