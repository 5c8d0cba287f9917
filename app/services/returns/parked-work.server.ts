import type { Actor } from "~/domain/policy/actor";
import { MakeDocumentSchema } from "~/domain/work/outbox";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { listParkedJobs, retryParkedJob } from "~db/queries/outbox";
import { findJobSubject, findParkedJob } from "~db/queries/returns";
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

export type ParkedWorkView = { organisation: OrganisationView; jobs: ParkedJobView[] };

/** Parked work on copies of the organisation's own rounds and questionnaires. Throws `not-found` or `forbidden`. */
export async function viewParkedWork(app: App, actor: Actor, key: string): Promise<ParkedWorkView> {
  const action = "outbox.view-parked";
  const { organisation, view } = await loadOrganisation(app, actor, { key, action });
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
  return { organisation: view, jobs };
}

/** Puts a parked job back in the queue. Throws `conflict` when it is no longer parked. */
export async function retryWork(
  app: App,
  actor: Actor,
  { key, jobId }: { key: string; jobId: string },
): Promise<void> {
  const { organisation } = await loadOrganisation(app, actor, { key, action: "outbox.retry" });
  const organisationId = organisation.id;
  const job = await findParkedJob(app.db.read, jobId);
  if (job === undefined) throw new AppError("conflict");
  const subject = await subjectFor(app, { payload: job.payload, organisationId });
  if (subject === undefined) throw new AppError("not-found");
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

type Asked = { payload: string; organisationId: string };

/** What a job is about, null where it is private, undefined where it is none of this organisation's. */
async function subjectFor(
  app: App,
  { payload, organisationId }: Asked,
): Promise<ParkedJobView["about"] | undefined> {
  const read = MakeDocumentSchema.safeParse(JSON.parse(payload));
  if (!read.success) return undefined;
  const subject = await findJobSubject(app.db.read, read.data);
  if (subject === undefined) return undefined;
  const { reference, schoolName, roundOrganisationId, ownerId } = subject;
  if (roundOrganisationId === organisationId) return { reference, schoolName };
  return roundOrganisationId === null && ownerId === organisationId ? null : undefined;
}
