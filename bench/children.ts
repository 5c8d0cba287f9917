import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";

export type Child = { origin: string; process: ChildProcess; stop: () => Promise<void> };

type Start = { file: string; args?: string[]; flags?: string[]; message?: object };

/** Starts a server of this folder in a process of its own and waits until it tells its port. */
export async function startChild({ file, args = [], flags = [], message }: Start): Promise<Child> {
  const child = fork(file, args, { execArgv: flags, serialization: "advanced" });
  if (message !== undefined) child.send(message);
  const port = await answerOf(child, "port");
  return {
    origin: `http://127.0.0.1:${port}`,
    process: child,
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The field of the next message the child sends. Throws when it ends instead. */
export function answerOf(child: ChildProcess, field: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("A bench server ended before it answered"));
    child.once("exit", ended);
    child.once("message", (answer: Record<string, unknown>) => {
      child.off("exit", ended);
      resolve(String(answer[field]));
    });
  });
}
