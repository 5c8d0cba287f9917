import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "~db/migrate";
import { schools } from "~db/schema";
import { anOrganisation } from "~tests/support/factories/places";
import { aFile, aLine } from "~tests/support/files/register-files";
import {
  aDataFolder,
  removeFolder,
  startServer,
  type RunningServer,
} from "~tests/support/running-server";
import { openData } from "./school-at-work";

const dataDir = aDataFolder();
const file = path.join(dataDir, "schools.csv");
let server: RunningServer;

beforeAll(async () => {
  await migrate({ url: undefined, dataDir, log: () => undefined });
  const app = await openData(dataDir);
  await anOrganisation(app, { key: "kent" });
  await app.db.close();
  writeFileSync(file, aFile(aLine(), aLine({ URN: "118255" })));
  server = await startServer({ dataDir, env: { DEMO: "1" } });
});
afterAll(async () => {
  server.signal("SIGTERM");
  await server.ended();
  removeFolder(dataDir);
});

/** What the command wrote to its user, and how it ended. */
async function importSchools(...args: string[]) {
  const command = ["--import", "tsx", "app/commands/import-schools.ts", ...args];
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, NODE_ENV: "production", DATA_DIR: dataDir } as const;
  const child = spawn(process.execPath, command, { env });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => void (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => void (text += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, text };
}

async function urns() {
  const app = await openData(dataDir);
  const rows = await app.db.read.select({ urn: schools.urn }).from(schools);
  await app.db.close();
  return rows.map(({ urn }) => urn).sort();
}

const KENT = ["--organisation", "kent", "--authorities", "886"];
const ALONE = "The service is not running";

describe("npm run import-schools", () => {
  it("has the running service do it, whom its own user alone can ask", async () => {
    const shown = await importSchools(...KENT, file);
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.text).toContain("added    118254 Oakfold Primary School (line 2)");
    expect(shown.text).toContain("Nothing was changed.");
    expect(shown.text).not.toContain(ALONE);
    expect(await urns()).toEqual([]);
    const done = await importSchools(...KENT, file, "--apply");
    expect(done.text).toContain("The register is up to date.");
    expect(await urns()).toEqual(["118254", "118255"]);
    expect(statSync(path.join(dataDir, "commands.sock")).mode & 0o077).toBe(0);
  });

  it("names line and column of a broken file, and ends with 1", async () => {
    writeFileSync(file, aFile(aLine({ OpenDate: "31-02-2020" })));
    const { code, text } = await importSchools(...KENT, file, "--apply");
    expect({ code, text: text.trim() }).toEqual({
      code: 1,
      text: "Line 2, column OpenDate: “31-02-2020” is not a day, like 31-08-2026",
    });
  });

  it("says that the service is not running, after a kill too, and does it by itself", async () => {
    server.signal("SIGKILL");
    await server.ended();
    writeFileSync(file, aFile(aLine({ URN: "118256" })));
    const { code, text } = await importSchools(...KENT, file, "--apply");
    expect({ code, text }).toMatchObject({ code: 0 });
    expect(text).toContain(ALONE);
    expect(await urns()).toContain("118256");
    server = await startServer({ dataDir, env: { DEMO: "1" } });
    expect((await importSchools(...KENT, file)).text).not.toContain(ALONE);
  });
});
