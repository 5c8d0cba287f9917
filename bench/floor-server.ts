// What this machine can do at all: bare Node returning bytes it was given, and bare Node writing one row to
// SQLite for each answer posted, with the settings of the service.
import { createServer, type IncomingMessage } from "node:http";
import path from "node:path";
import Database from "better-sqlite3";
import type { Reply } from "./floor";

const [folder = "."] = process.argv.slice(2);
const database = new Database(path.join(folder, "floor.sqlite"));
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("create table answers (key text primary key, content text not null)");
const upsert = database.prepare<[string, string]>(
  "insert into answers values (?, ?) on conflict (key) do update set content = excluded.content",
);
const upsertAll = database.transaction((rows: [string, string][]) => {
  for (const row of rows) upsert.run(...row);
});

const replies = new Map<string, Reply>();

const server = createServer((request, response) => {
  const reply = replies.get(`${request.method ?? ""} ${request.url ?? ""}`);
  if (reply === undefined) {
    response.writeHead(404).end();
    return;
  }
  const answer = () => response.writeHead(reply.status, reply.headers).end(reply.body);
  if (request.method === "POST") {
    readBody(request, (text) => {
      upsertAll(rowsOf(text));
      answer();
    });
  } else answer();
});

function readBody(request: IncomingMessage, take: (text: string) => void): void {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => take(Buffer.concat(parts).toString("utf8")));
}

/** One row for an answer as JSON; one for each answer of a form, in one transaction. */
function rowsOf(text: string): [string, string][] {
  if (text.startsWith("{")) return [["1.1", text]];
  return [...new URLSearchParams(text)].filter(([name]) => name.endsWith(".commentary"));
}

process.on("message", (reply: Reply) => {
  replies.set(reply.name, { ...reply, body: Buffer.from(reply.body) });
  process.send?.({ kept: reply.name });
});
process.on("disconnect", () => process.exit(0));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") process.send?.({ port: address?.port });
});
