import { onTestFinished, describe, expect, it } from "vitest";
import { MAX_TRIES } from "~/domain/work/outbox";
import {
  createOutboxWorker,
  type JobHandler,
  type JobHandlers,
} from "~/platform/outbox-worker.server";
import { claimNext, countWaiting, enqueue, listParkedJobs } from "~db/queries/outbox";
import { aTestApp, type TestApp } from "~tests/support/test-app";

/** Kinds of work that these tests do not ask for. */
const others: Omit<JobHandlers, "make-document"> = {
  "send-mail": () => Promise.reject(new Error("not asked for")),
  "make-digest": () => Promise.reject(new Error("not asked for")),
  "keep-retention": () => Promise.reject(new Error("not asked for")),
  "invite-schools": () => Promise.reject(new Error("not asked for")),
  "tell-schools": () => Promise.reject(new Error("not asked for")),
  "remind-school": () => Promise.reject(new Error("not asked for")),
};
const noThreads = () => Promise.reject(new Error("no threads in this test"));

function aWorker(app: TestApp, handler: JobHandler) {
  let sealings = 0;
  const worker = createOutboxWorker({
    app,
    handlers: { ...others, "make-document": handler },
    runTask: noThreads,
    sealAudit: () => Promise.resolve((sealings += 1)),
    restMs: 10,
  });
  onTestFinished(() => worker.stop({ graceMs: 1000 }));
  return { worker, sealings: () => sealings };
}

async function aJob(app: TestApp, submissionId: string): Promise<void> {
  const job = {
    id: app.newId(),
    kind: "make-document",
    payload: { submissionId },
    at: app.clock.now(),
  } as const;
  await app.db.transact((tx) => enqueue(tx, job));
}

const counts = (app: TestApp) => countWaiting(app.db.read);

describe("the outbox worker", () => {
  it("does what was asked for, once, and seals the audit rows", async () => {
    const app = await aTestApp();
    const done: unknown[] = [];
    await aJob(app, "s1");
    await aJob(app, "s2");
    const { worker, sealings } = aWorker(app, ({ payload }) =>
      Promise.resolve(void done.push(payload)),
    );
    worker.start();
    await expect.poll(() => counts(app)).toEqual({ waiting: 0, parked: 0 });
    expect(done).toEqual([{ submissionId: "s1" }, { submissionId: "s2" }]);
    expect(sealings()).toBeGreaterThanOrEqual(3);
    expect(worker.alive()).toBe(true);
  });

  it("tries again later, then parks with the reason but none of the text", async () => {
    const app = await aTestApp();
    await aJob(app, "s1");
    let tries = 0;
    const { worker } = aWorker(app, () => {
      tries += 1;
      return Promise.reject(new Error("the key is locked\nparams: what a person typed"));
    });
    worker.start();
    await expect.poll(() => tries).toBe(1);
    for (let wanted = 2; wanted <= MAX_TRIES; wanted += 1) {
      app.clock.advance({ hours: 4 });
      await expect.poll(() => tries).toBe(wanted);
    }
    await expect.poll(() => counts(app)).toEqual({ waiting: 0, parked: 1 });
    const [parked] = await listParkedJobs(app.db.read);
    expect(parked).toMatchObject({ tries: MAX_TRIES, problem: "Error: the key is locked" });
    expect(app.logged.join("")).not.toContain("what a person typed");
  });

  it("puts a job off as often as it is too early, without using up its tries", async () => {
    const app = await aTestApp();
    await aJob(app, "s1");
    let asked = 0;
    const { worker } = aWorker(app, ({ postpone }) => {
      asked += 1;
      if (asked <= MAX_TRIES * 2) postpone(new Date(app.clock.now().getTime() + 60_000));
      return Promise.resolve();
    });
    worker.start();
    for (let wanted = 1; wanted <= MAX_TRIES * 2; wanted += 1) {
      await expect.poll(() => asked).toBe(wanted);
      await expect.poll(() => counts(app)).toEqual({ waiting: 1, parked: 0 });
      app.clock.advance({ minutes: 1 });
    }
    await expect.poll(() => counts(app)).toEqual({ waiting: 0, parked: 0 });
  });

  it("waits for its time before it tries again", async () => {
    const app = await aTestApp();
    await aJob(app, "s1");
    let tries = 0;
    const { worker } = aWorker(app, () => Promise.reject(new Error(`try ${(tries += 1)}`)));
    worker.start();
    await expect.poll(() => tries).toBe(1);
    app.clock.advance({ seconds: 4 });
    worker.wake();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(tries).toBe(1);
  });

  it("takes up what a killed worker left", async () => {
    const app = await aTestApp();
    await aJob(app, "s1");
    const now = app.clock.now();
    await app.db.transact((tx) => claimNext(tx, { by: "killed", now, abandonedBefore: now }));
    app.clock.advance({ minutes: 16 });
    let done = 0;
    const { worker } = aWorker(app, () => Promise.resolve(void (done += 1)));
    worker.start();
    await expect.poll(() => counts(app)).toEqual({ waiting: 0, parked: 0 });
    expect(done).toBe(1);
  });

  it("gives back the job under way when it has to stop", async () => {
    const app = await aTestApp();
    await aJob(app, "s1");
    let begun = false;
    const { worker } = aWorker(app, () => {
      begun = true;
      return new Promise(() => undefined);
    });
    worker.start();
    await expect.poll(() => begun).toBe(true);
    await worker.stop({ graceMs: 20 });
    const now = app.clock.now();
    const again = await app.db.transact((tx) =>
      claimNext(tx, { by: "next", now, abandonedBefore: new Date(0) }),
    );
    expect(again?.tries).toBe(2);
    expect(worker.alive()).toBe(false);
  });

  it("goes on after the database could not be read", async () => {
    const app = await aTestApp();
    let failures = 0;
    const worker = createOutboxWorker({
      app,
      handlers: { ...others, "make-document": () => Promise.resolve() },
      runTask: noThreads,
      sealAudit: () =>
        failures++ === 0 ? Promise.reject(new Error("disk full")) : Promise.resolve(),
      restMs: 10,
    });
    onTestFinished(() => worker.stop({ graceMs: 1000 }));
    worker.start();
    await aJob(app, "s1");
    await expect.poll(() => counts(app)).toEqual({ waiting: 0, parked: 0 });
  });
});
