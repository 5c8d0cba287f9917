import { availableParallelism } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/** A task did not finish: the thread ended, took too long, or the task itself threw. */
export class WorkerTaskError extends Error {
  override name = "WorkerTaskError";
}

/** What a thread answers. */
export type TaskAnswer = { ok: true; value: unknown } | { ok: false; message: string };

type Task = {
  moduleUrl: string;
  data: unknown;
  timeoutMs: number;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
};

export type WorkerPool = {
  /**
   * Calls `run(data)` of the module at `moduleUrl` in a thread and returns what it returns. `data` and
   * the result are copied between threads (structured clone). Tasks wait while all threads are busy;
   * `timeoutMs` counts from when the task starts.
   * @throws {WorkerTaskError} with the message of the task's own error, where there was one
   */
  runTask: <T>(moduleUrl: URL, data: unknown, options: { timeoutMs: number }) => Promise<T>;
  /** Ends the threads; tasks still waiting are refused. */
  close: () => Promise<void>;
};

/** The address of a task module, from its path in the repository: works from sources and from the build. */
export function taskUrl(pathFromRoot: string): URL {
  return pathToFileURL(path.resolve(pathFromRoot));
}

/** Megabytes: a thread that may take as much as the machine has clears up late, and the service seems to need it all. */
const THREAD_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

/** One core is left for answering people; threads are started when first needed and then reused. */
export function createWorkerPool(
  size = Math.max(1, Math.min(availableParallelism() - 1, 4)),
): WorkerPool {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const threads = new Set<Worker>();
  let closed = false;

  const start = () => {
    const thread = new Worker(taskUrl("app/platform/worker-thread.mjs"), {
      execArgv: [],
      resourceLimits: THREAD_MEMORY,
    });
    threads.add(thread);
    thread.once("exit", () => threads.delete(thread));
    return thread;
  };

  const next = () => {
    if (waiting.length === 0) return;
    const thread = idle.pop() ?? (threads.size < size ? start() : undefined);
    if (thread === undefined) return;
    const task = waiting.shift();
    if (task === undefined) return;
    thread.ref();
    void perform(thread, task).then((usable) => {
      if (usable && !closed) {
        // An idle thread must not keep a command from ending.
        thread.unref();
        idle.push(thread);
      }
      next();
    });
  };

  const runTask = <T>(moduleUrl: URL, data: unknown, { timeoutMs }: { timeoutMs: number }) =>
    new Promise<T>((resolve, reject) => {
      if (closed) {
        reject(new WorkerTaskError("the worker threads are closed"));
        return;
      }
      const give = (value: unknown) => resolve(value as T);
      waiting.push({ moduleUrl: moduleUrl.href, data, timeoutMs, resolve: give, reject });
      next();
    });

  const close = async () => {
    closed = true;
    for (const task of waiting.splice(0))
      task.reject(new WorkerTaskError("the service is stopping"));
    await Promise.all([...threads].map((thread) => thread.terminate()));
  };

  return { runTask, close };
}

/** Runs one task to its end, whatever that is. Says whether the thread can take another. */
function perform(thread: Worker, task: Task): Promise<boolean> {
  return new Promise((done) => {
    const settle = (usable: boolean, act: () => void) => {
      clearTimeout(timer);
      thread.removeListener("message", onMessage);
      thread.removeListener("error", onError);
      thread.removeListener("exit", onExit);
      if (!usable) {
        thread.on("error", () => undefined);
        void thread.terminate().then(() => done(false));
      }
      act();
      if (usable) done(true);
    };
    const refuse = (message: string) =>
      settle(false, () => task.reject(new WorkerTaskError(message)));
    const onMessage = (answer: TaskAnswer) => {
      settle(true, () => {
        if (answer.ok) task.resolve(answer.value);
        else task.reject(new WorkerTaskError(answer.message));
      });
    };
    const onError = (error: Error) => refuse(error.message);
    const onExit = (code: number) => refuse(`the thread ended with ${code}`);
    const timer = setTimeout(() => refuse(`no answer after ${task.timeoutMs} ms`), task.timeoutMs);
    thread.on("message", onMessage);
    thread.on("error", onError);
    thread.on("exit", onExit);
    try {
      thread.postMessage({ moduleUrl: task.moduleUrl, data: task.data });
    } catch (error) {
      settle(true, () => task.reject(error instanceof Error ? error : new Error(String(error))));
    }
  });
}
