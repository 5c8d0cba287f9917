import { and, asc, count, eq, inArray, lte, or, sql } from "drizzle-orm";
import type { OutboxKind } from "../../app/domain/work/outbox";
import { outbox } from "../schema";
import type { Reader, Writer } from "../types";

/** Work asked for in a transaction and done after it (design.md decision 7). `payload` has a schema by kind. */
export type NewJob = { id: string; kind: OutboxKind; payload: object; at: Date; notBefore?: Date };

export type ClaimedJob = {
  id: string;
  kind: OutboxKind;
  /** JSON text. */
  payload: string;
  /** How often it has been tried, this time included. */
  tries: number;
};

/** Asks for work; it is there only if the transaction commits. */
export async function enqueue(tx: Writer, job: NewJob): Promise<void> {
  await tx.insert(outbox).values({
    id: job.id,
    kind: job.kind,
    payload: JSON.stringify(job.payload),
    state: "waiting",
    tries: 0,
    availableAt: job.notBefore ?? job.at,
    createdAt: job.at,
  });
}

/**
 * Takes the oldest job that is due, or one whose worker has not been heard of since `abandonedBefore` (it
 * was killed). Undefined when there is none. Of two workers that see the same job, the update lets one have it.
 */
export async function claimNext(
  tx: Writer,
  claim: { by: string; now: Date; abandonedBefore: Date },
): Promise<ClaimedJob | undefined> {
  const due = and(eq(outbox.state, "waiting"), lte(outbox.availableAt, claim.now));
  const abandoned = and(eq(outbox.state, "claimed"), lte(outbox.claimedAt, claim.abandonedBefore));
  const [next] = await tx
    .select({ id: outbox.id, state: outbox.state, tries: outbox.tries })
    .from(outbox)
    .where(or(due, abandoned))
    .orderBy(asc(outbox.availableAt), asc(outbox.id))
    .limit(1);
  if (next === undefined) return undefined;
  const rows = await tx
    .update(outbox)
    .set({ state: "claimed", claimedBy: claim.by, claimedAt: claim.now, tries: next.tries + 1 })
    .where(and(eq(outbox.id, next.id), eq(outbox.state, next.state), eq(outbox.tries, next.tries)))
    .returning({
      id: outbox.id,
      kind: outbox.kind,
      payload: outbox.payload,
      tries: outbox.tries,
    });
  return rows[0];
}

const heldBy = (held: { id: string; by: string }) =>
  and(eq(outbox.id, held.id), eq(outbox.claimedBy, held.by), eq(outbox.state, "claimed"));

/** Marks a job done; false when another worker has taken it over. */
export async function completeJob(
  tx: Writer,
  done: { id: string; by: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({ state: "done", doneAt: done.at, problem: null })
    .where(heldBy(done))
    .returning({ id: outbox.id });
  return rows.length === 1;
}

/** Puts a job back until later, as if it had not been tried; false when another worker has taken it over. */
export async function postponeJob(
  tx: Writer,
  later: { id: string; by: string; until: Date },
): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({
      state: "waiting",
      availableAt: later.until,
      tries: sql`${outbox.tries} - 1`,
      claimedBy: null,
      claimedAt: null,
    })
    .where(heldBy(later))
    .returning({ id: outbox.id });
  return rows.length === 1;
}

/**
 * Puts a job that failed back for later, or parks it when `nextTry` is null (app/domain/work/next-try.ts says which).
 * `problem` is for a manager to read: what went wrong, no text of answers.
 */
export async function failJob(
  tx: Writer,
  failure: { id: string; by: string; problem: string; nextTry: Date | null },
): Promise<boolean> {
  const later =
    failure.nextTry === null
      ? { state: "parked" as const }
      : { state: "waiting" as const, availableAt: failure.nextTry };
  const rows = await tx
    .update(outbox)
    .set({ ...later, problem: failure.problem, claimedBy: null, claimedAt: null })
    .where(heldBy(failure))
    .returning({ id: outbox.id });
  return rows.length === 1;
}

/** Gives back what one worker holds, for a shut-down in the middle of a job. */
export async function releaseJobs(tx: Writer, held: { by: string }): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: "waiting", claimedBy: null, claimedAt: null })
    .where(and(eq(outbox.claimedBy, held.by), eq(outbox.state, "claimed")));
}

/** Jobs still to be done (waiting or being done), and jobs parked. */
export async function countWaiting(read: Reader): Promise<{ waiting: number; parked: number }> {
  const rows = await read
    .select({ state: outbox.state, jobs: count() })
    .from(outbox)
    .where(inArray(outbox.state, ["waiting", "claimed", "parked"]))
    .groupBy(outbox.state);
  const jobs = (states: string[]): number =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.jobs, 0);
  return { waiting: jobs(["waiting", "claimed"]), parked: jobs(["parked"]) };
}

/** Jobs a manager has to look at, oldest first. */
export async function listParkedJobs(read: Reader) {
  return read
    .select({
      id: outbox.id,
      kind: outbox.kind,
      payload: outbox.payload,
      tries: outbox.tries,
      problem: outbox.problem,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(eq(outbox.state, "parked"))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
}

/** "Try again": false when the job is no longer parked. */
export async function retryParkedJob(
  tx: Writer,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({ state: "waiting", tries: 0, availableAt: at, claimedBy: null, claimedAt: null })
    .where(and(eq(outbox.id, id), eq(outbox.state, "parked")))
    .returning({ id: outbox.id });
  return rows.length === 1;
}
