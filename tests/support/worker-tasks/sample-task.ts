import { threadId } from "node:worker_threads";

type Sample = { kind: "double"; value: number } | { kind: "throw" | "exit" | "hang" | "thread" };

/** A task for the tests of the worker pool. */
export async function run(sample: Sample): Promise<number> {
  switch (sample.kind) {
    case "double":
      return sample.value * 2;
    case "throw":
      throw new Error("the glyph is missing");
    case "exit":
      return process.exit(3);
    case "hang":
      return await new Promise<number>(() => undefined);
    case "thread":
      return threadId;
  }
}
