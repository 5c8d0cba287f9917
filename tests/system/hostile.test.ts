import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSession } from "~/auth/session.server";
import { cookieOf } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import {
  aDataFolder,
  removeFolder,
  startServer,
  type RunningServer,
} from "~tests/support/running-server";
import { aSchoolAtWork, openData, type SchoolAtWork } from "./school-at-work";

const dataDir = aDataFolder();
let server: RunningServer;
let school: SchoolAtWork;
/** A headteacher of another school. */
let outsider = { cookie: "", urn: "" };

beforeAll(async () => {
  school = await aSchoolAtWork(dataDir);
  outsider = await anOutsider();
  server = await startServer({ dataDir, env: { DEMO: "1" } });
});
afterAll(async () => {
  server.signal("SIGTERM");
  await server.ended();
  removeFolder(dataDir);
});

async function anOutsider(): Promise<typeof outsider> {
  const app = await openData(dataDir);
  const other = await aSchool(app, { name: "Elmhurst School" });
  const { userId } = await anActor(app, { grants: [{ role: "head", schoolId: other.id }] });
  const request = new Request("http://127.0.0.1/sign-in");
  const cookie = cookieOf(await startSession(request, { app }, { userId, secondFactor: true }));
  await app.db.close();
  return { cookie, urn: other.urn };
}

/** Every page of a school, as an address; `urn` is the school claimed. Read from the routes, so none is missed. */
function pages(urn = school.urn): string[] {
  const files = readdirSync("app/routes").filter((file) => file.startsWith("schools.$urn"));
  return files.map((file) => {
    const parts = file
      .replace(/\.tsx$/, "")
      .replaceAll("[.]", "~")
      .split(".");
    const path = parts.filter((part) => part !== "_index").map((part) => part.replace(/_$/, ""));
    return `/${path.join("/")}`
      .replaceAll("~", ".")
      .replace("$urn", urn)
      .replace("$id", school.responseId)
      .replace("$section", "A")
      .replace("$key", "A1")
      .replace(/\$\w+/, "1");
  });
}

const FORM = "application/x-www-form-urlencoded";
type Ask = { cookie?: string; body?: string; origin?: string; type?: string };

/** A GET, or a POST where there is a body. */
async function ask(path: string, { cookie = "", body, origin, type = FORM }: Ask = {}) {
  const headers = new Headers({ Cookie: cookie });
  const init: RequestInit = { headers, redirect: "manual" };
  if (body !== undefined) {
    headers.set("Origin", origin ?? server.origin);
    headers.set("Content-Type", type);
    Object.assign(init, { method: "POST", body });
  }
  const answer = await fetch(`${server.origin}${path}`, init);
  const wait = answer.headers.get("Retry-After");
  return { status: answer.status, text: await answer.text(), wait };
}

/** The answers for many addresses that are not as they should be, as lines. */
async function faults(
  paths: string[],
  { asked, right }: { asked: Ask; right: (status: number, text: string) => boolean },
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const { status, text } = await ask(path, asked);
    if (!right(status, text)) found.push(`${path} answers ${status}`);
  }
  return found;
}

const JUNK = "%%%=&&&[]=x&__proto__.level=1&constructor.base=9&intent=ready&A1.level=9";
const stopped = (status: number) => status >= 400 && status < 500;

describe("a head of another school", () => {
  it("finds no page of this one", async () => {
    const { cookie } = outsider;
    const asked = { cookie };
    const right = (status: number, text: string) =>
      stopped(status) && status !== 403 && !text.includes("Oakfold");
    expect(pages().length).toBeGreaterThan(20);
    expect(await faults(pages(), { asked, right })).toEqual([]);
  });

  it("finds this school's self-review under the other school's address no more than there", async () => {
    const { cookie, urn } = outsider;
    const paths = pages(urn).filter((path) => path.includes(school.responseId));
    expect(await faults(paths, { asked: { cookie }, right: stopped })).toEqual([]);
    expect(await faults(paths, { asked: { cookie, body: JUNK }, right: stopped })).toEqual([]);
  });

  it("changes nothing here by any form", async () => {
    const asked = { cookie: outsider.cookie, body: JUNK };
    expect(await faults(pages(), { asked, right: stopped })).toEqual([]);
  });
});

describe("nobody", () => {
  it("reads nothing and changes nothing", async () => {
    const right = (status: number, text: string) =>
      status >= 300 && status < 500 && !text.includes("Oakfold");
    expect(await faults(pages(), { asked: {}, right })).toEqual([]);
    expect(await faults(pages(), { asked: { body: JUNK }, right })).toEqual([]);
  });
});

describe("another site", () => {
  it.each(["https://evil.example", "null", "http://127.0.0.1.evil.example"])(
    "as %s posts to no page, signing out included",
    async (origin) => {
      const cookie = school.head.cookie;
      const paths = [...pages(), "/sign-out", "/sign-in", "/account/password", "/verify"];
      const asked = { cookie, body: JUNK, origin };
      const right = (status: number) => status === 403;
      expect(await faults(paths, { asked, right })).toEqual([]);
    },
  );
});

describe("junk", () => {
  it.each([
    ["a form", FORM, JUNK],
    ["JSON", "application/json", '{"__proto__":{"x":1}'],
    ["half a file", "multipart/form-data; boundary=x", "--x\r\nfoo"],
    ["text", "text/plain", "a=b"],
  ])("as %s is refused on every page, never a fault", async (_what, type, body) => {
    const cookie = outsider.cookie;
    const [writer] = school.writers;
    const asked = { cookie: writer?.cookie ?? cookie, body, type };
    expect(await faults(pages(), { asked, right: stopped })).toEqual([]);
    const open = { asked: { body, type }, right: stopped };
    expect(await faults(["/sign-in", "/verify"], open)).toEqual([]);
  });

  it("of 60,000 answers in one form is too large", async () => {
    const [writer] = school.writers;
    const body = Array.from({ length: 60_000 }, (_, n) => `Z${n}.level=1`).join("&");
    const path = `/schools/${school.urn}/self-reviews/${school.responseId}/sections/A`;
    expect((await ask(path, { cookie: writer?.cookie, body })).status).toBe(413);
  });

  it.each([
    ["a cut letter", "/schools/%E0%A4%A"],
    ["a zero sign", "/schools/%00"],
    ["another site", "//evil.example/"],
    ["a whole address", "http://evil.example/sign-in"],
    ["a way out of the folder", "/assets/%2e%2e/%2e%2e/package.json"],
    ["9,000 letters", `/${"a".repeat(9000)}`],
  ])("in the address leads nowhere: %s", async (_what, path) => {
    expect(await rawHead(path)).toMatch(/^HTTP\/1\.1 (400|404|302[^]*\r\nlocation: \/sign-in)/i);
  });

  it("is not written to the log as a fault", () => {
    expect(server.output()).not.toContain('"level":50');
  });
});

describe("someone who tries again and again", () => {
  it.each([
    ["/verify", "reference=IT26-900412-1-7KQD"],
    ["/sign-in", "email=nobody%40oakfold.example&password=guess"],
  ])("on %s has to wait, and the page says how long", async (path, body) => {
    for (let turn = 0; turn < 20; turn += 1) await ask(path, { body });
    const { status, wait } = await ask(path, { body });
    expect(status).toBe(429);
    expect(Number(wait)).toBeGreaterThan(500);
  });
});

/** The head of the answer to an address that fetch would mend. */
async function rawHead(path: string): Promise<string> {
  const socket = connect(server.port, "127.0.0.1");
  let text = "";
  socket.on("data", (chunk: Buffer) => void (text += chunk.toString("latin1")));
  const host = `127.0.0.1:${server.port}`;
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  await once(socket, "close");
  return text.split("\r\n\r\n", 1)[0] ?? "";
}
