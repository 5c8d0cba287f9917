import { chmod, rm } from "node:fs/promises";
import { createServer, request, type IncomingMessage, type Server } from "node:http";
import path from "node:path";
import type { Result } from "~/domain/result";

/** What a command writes: its output, or why it did not do what was asked. */
export type CommandAnswer = Result<string[], string[]>;
/** Does one command in the running service. `asked` is parsed JSON, held by the handler to its own schema. */
export type CommandHandler = (asked: unknown) => Promise<CommandAnswer>;

/**
 * Where a running service takes commands: a socket in its data folder, which only whoever may read the database itself
 * can open, and which no network reaches (docs/decisions/0020-commands-through-the-service.md).
 */
const doorOf = (dataDir: string): string => path.join(dataDir, "commands.sock");

/** Opens the door. Throws where the folder's path is too long for a socket, or the machine has none. */
export async function openCommandDoor(
  dataDir: string,
  handlers: Readonly<Record<string, CommandHandler>>,
): Promise<Server> {
  const door = doorOf(dataDir);
  // What a killed process left: nobody listens there.
  await rm(door, { force: true });
  const server = createServer((asking, answer) => {
    const handler = handlers[asking.url?.slice(1) ?? ""];
    const answering = handler === undefined ? Promise.reject(new Error("no such command")) : null;
    (answering ?? bodyOf(asking).then((text) => handler?.(JSON.parse(text))))
      .then((said) => answer.end(JSON.stringify(said)))
      .catch((error: unknown) => answer.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(door, resolve);
  });
  await chmod(door, 0o600);
  return server;
}

/** Has the running service do a command; null where none runs. Throws where it fails there. */
export async function askService(
  dataDir: string,
  name: string,
  asked: unknown,
): Promise<CommandAnswer | null> {
  const answer = await new Promise<IncomingMessage | null>((resolve, reject) => {
    const asking = request({ socketPath: doorOf(dataDir), path: `/${name}`, method: "POST" });
    asking.once("response", resolve);
    asking.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ECONNREFUSED") resolve(null);
      else reject(error);
    });
    asking.end(JSON.stringify(asked));
  });
  if (answer === null) return null;
  const text = await bodyOf(answer);
  if (answer.statusCode !== 200) throw new Error(`The service could not do it: ${text}`);
  return JSON.parse(text) as CommandAnswer;
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
