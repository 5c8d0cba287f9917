import { describe, expect, test } from "vitest";
import { nextTry } from "~/domain/work/next-try";
import { MAX_TRIES } from "~/domain/work/outbox";
import {
  claimNext,
  completeJob,
  countWaiting,
  enqueue,
  failJob,
  listParkedJobs,
  releaseJobs,
  retryParkedJob,
} from "~db/queries/outbox";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const TEN_MINUTES = 600_000;

const ask = (app: TestApp, id: string) =>
  app.db.transact((tx) =>
    enqueue(tx, { id, kind: "make-document", payload: { n: 1 }, at: app.clock.now() }),
  );
const claim = (app: TestApp, by: string) => {
  const now = app.clock.now();
  const abandonedBefore = new Date(now.getTime() - TEN_MINUTES);
  return app.db.transact((tx) => claimNext(tx, { by, now, abandonedBefore }));
};

describe("the outbox", () => {
  test("holds nothing of a transaction that was rolled back", async () => {
    const app = await aTestApp();
    const undone = app.db.transact(async (tx) => {
      await enqueue(tx, { id: "1", kind: "make-document", payload: {}, at: app.clock.now() });
      throw new Error("changed my mind");
    });
    await expect(undone).rejects.toThrow("changed my mind");
    expect(await claim(app, "w")).toBeUndefined();
  });

  test("gives each job to one of many workers that claim at once", async () => {
    const app = await aTestApp();
    for (const id of ["1", "2", "3"]) await ask(app, id);
    const claimed = await Promise.all(["a", "b", "c", "d", "e"].map((by) => claim(app, by)));
    const ids = claimed.flatMap((job) => (job === undefined ? [] : [job.id]));
    expect(ids.sort()).toEqual(["1", "2", "3"]);
  });

  test("counts a job as waiting until it is done", async () => {
    const app = await aTestApp();
    await ask(app, "1");
    expect(await countWaiting(app.db.read)).toEqual({ waiting: 1, parked: 0 });
    expect(await claim(app, "w")).toEqual({
      id: "1",
      kind: "make-document",
      payload: '{"n":1}',
      tries: 1,
    });
    expect(await countWaiting(app.db.read)).toEqual({ waiting: 1, parked: 0 });
    const done = { id: "1", by: "w", at: app.clock.now() };
    expect(await app.db.transact((tx) => completeJob(tx, done))).toBe(true);
    expect(await countWaiting(app.db.read)).toEqual({ waiting: 0, parked: 0 });
  });

  test("tries again later, then parks, and a manager can ask once more", async () => {
    const app = await aTestApp();
    await ask(app, "1");
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      const job = await claim(app, "w");
      expect(job?.tries).toBe(tries);
      const next = nextTry({ tries, now: app.clock.now() });
      const failure = { id: "1", by: "w", problem: "no font", nextTry: next };
      await app.db.transact((tx) => failJob(tx, failure));
      expect(await claim(app, "w"), "not due yet").toBeUndefined();
      if (next !== null) app.clock.set(next);
    }
    expect(await countWaiting(app.db.read)).toEqual({ waiting: 0, parked: 1 });
    expect(await listParkedJobs(app.db.read)).toMatchObject([{ id: "1", problem: "no font" }]);
    const retry = () =>
      app.db.transact((tx) => retryParkedJob(tx, { id: "1", at: app.clock.now() }));
    expect([await retry(), await retry()]).toEqual([true, false]);
    expect(await claim(app, "w")).toMatchObject({ id: "1", tries: 1 });
  });

  test("gives a job whose worker was killed to another, and the first can no longer finish it", async () => {
    const app = await aTestApp();
    await ask(app, "1");
    await claim(app, "killed");
    expect(await claim(app, "other")).toBeUndefined();
    app.clock.advance({ minutes: 11 });
    expect(await claim(app, "other")).toMatchObject({ id: "1", tries: 2 });
    const late = { id: "1", by: "killed", at: app.clock.now() };
    expect(await app.db.transact((tx) => completeJob(tx, late))).toBe(false);
  });

  test("takes back at once what a worker gives up on shutting down", async () => {
    const app = await aTestApp();
    await ask(app, "1");
    await claim(app, "w");
    await app.db.transact((tx) => releaseJobs(tx, { by: "w" }));
    expect(await claim(app, "next")).toMatchObject({ id: "1" });
  });
});
