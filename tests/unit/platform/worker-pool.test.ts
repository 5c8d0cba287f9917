import { afterEach, describe, expect, it } from "vitest";
import { createWorkerPool, taskUrl, type WorkerPool } from "~/platform/worker-pool.server";

const SAMPLE = taskUrl("tests/support/worker-tasks/sample-task.ts");
const soon = { timeoutMs: 10_000 };

describe("the pool of worker threads", () => {
  let pool: WorkerPool = createWorkerPool(1);
  afterEach(async () => {
    await pool.close();
    pool = createWorkerPool(1);
  });

  it("runs a TypeScript task with our path aliases and returns its result", async () => {
    expect(await pool.runTask<number>(SAMPLE, { kind: "double", value: 21 }, soon)).toBe(42);
  });

  it("uses a thread again, and queues what waits for it", async () => {
    const asked = [1, 2, 3].map(() => pool.runTask<number>(SAMPLE, { kind: "thread" }, soon));
    expect(new Set(await Promise.all(asked)).size).toBe(1);
  });

  it("passes on the message of a task that throws, and goes on", async () => {
    await expect(pool.runTask(SAMPLE, { kind: "throw" }, soon)).rejects.toThrow(
      "the glyph is missing",
    );
    expect(await pool.runTask<number>(SAMPLE, { kind: "double", value: 2 }, soon)).toBe(4);
  });

  it("survives a thread that ends in the middle", async () => {
    const lost = pool.runTask(SAMPLE, { kind: "exit" }, soon);
    const after = pool.runTask<number>(SAMPLE, { kind: "double", value: 3 }, soon);
    await expect(lost).rejects.toThrow("the thread ended with 3");
    expect(await after).toBe(6);
  });

  it("ends a task that takes too long, and goes on", async () => {
    const slow = pool.runTask(SAMPLE, { kind: "hang" }, { timeoutMs: 300 });
    await expect(slow).rejects.toThrow("no answer after 300 ms");
    expect(await pool.runTask<number>(SAMPLE, { kind: "double", value: 4 }, soon)).toBe(8);
  });

  it("refuses what was still waiting when it closes", async () => {
    const busy = pool.runTask(SAMPLE, { kind: "hang" }, soon);
    const waits = pool.runTask(SAMPLE, { kind: "double", value: 1 }, soon);
    const told = Promise.allSettled([busy, waits]);
    await pool.close();
    expect((await told).map((each) => each.status)).toEqual(["rejected", "rejected"]);
  });
});
