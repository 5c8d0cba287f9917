import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SQLITE_FILE_NAME } from "~db/engine";
import {
  aDataFolder,
  launchServer,
  removeFolder,
  startServer,
  type RunningServer,
} from "~tests/support/running-server";

let dataDir = "";
beforeEach(() => {
  dataDir = aDataFolder();
});
afterEach(() => removeFolder(dataDir));

const BODY = "email=&password=";

/** A sign-in form whose last letter is held back: the server is in the middle of a request. */
async function halfARequest(server: RunningServer): Promise<Socket> {
  const socket = connect(server.port, "127.0.0.1");
  await once(socket, "connect");
  const head = [
    "POST /sign-in HTTP/1.1",
    `Host: 127.0.0.1:${server.port}`,
    `Origin: ${server.origin}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${BODY.length}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${BODY.slice(0, -1)}`);
  return socket;
}

async function readToEnd(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk: Buffer) => void (text += chunk.toString()));
  await once(socket, "close");
  return text;
}

async function refused(origin: string): Promise<boolean> {
  try {
    await fetch(origin);
    return false;
  } catch {
    return true;
  }
}

describe("stopping", () => {
  it("answers the request under way, takes no other, and leaves a whole database file", async () => {
    const server = await startServer({ dataDir });
    const socket = await halfARequest(server);
    await expect.poll(() => server.output()).toContain("listening");
    server.signal("SIGTERM");
    // As npm does: it passes on what the terminal has sent already.
    server.signal("SIGTERM");
    await expect.poll(() => refused(server.origin)).toBe(true);
    const answer = readToEnd(socket);
    socket.write(BODY.slice(-1));
    expect(await answer).toMatch(/^HTTP\/1\.1 422 /);
    expect(await server.ended()).toBe(0);
    const wal = path.join(dataDir, `${SQLITE_FILE_NAME}-wal`);
    expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0);
  });
});

describe("starting", () => {
  it("works again on the same data, also after the process was killed", async () => {
    const first = await startServer({ dataDir });
    first.signal("SIGKILL");
    await first.ended();
    const second = await startServer({ dataDir });
    expect((await fetch(`${second.origin}/sign-in`)).status).toBe(200);
    second.signal("SIGTERM");
    expect(await second.ended()).toBe(0);
  });

  it("says plainly that the port is in use", async () => {
    const first = await startServer({ dataDir });
    const other = aDataFolder();
    const second = launchServer({ dataDir: other, port: first.port });
    const [code] = (await once(second.process, "exit")) as [number];
    expect(code).toBe(1);
    expect(second.output()).toContain("The port is in use");
    expect(second.output()).not.toContain("at Server");
    removeFolder(other);
    first.signal("SIGTERM");
    await first.ended();
  });

  it("goes live only with an origin and a sealing key, and without a demonstration", async () => {
    const live = launchServer({ dataDir, env: { DEMO: "1" }, flags: ["--production"] });
    const [code] = (await once(live.process, "exit")) as [number];
    expect(code).toBe(1);
    expect(
      live
        .output()
        .split("\n")
        .map((line) => line.trim().split(" ", 3).join(" ")),
    ).toEqual([
      "These settings need",
      "- ORIGIN is",
      "- SEAL_P12 is",
      "- SMTP_URL is",
      "- DEMO is",
      "",
    ]);
  });
});
