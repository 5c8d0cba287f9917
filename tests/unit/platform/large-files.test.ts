import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { clearUploads, receiveLargeFiles } from "~/platform/large-files.server";

function aDataDir(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "inclusion-review-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const HOURS_AGO = new Date("2020-01-01T00:00:00Z");

function anUpload(dataDir: string, name: string, touched?: Date): string {
  const folder = path.join(dataDir, "uploads", name);
  mkdirSync(folder, { recursive: true });
  if (touched) utimesSync(folder, touched, touched);
  return folder;
}

function aForm(files: Record<string, string>): Request {
  const body = new FormData();
  for (const [name, text] of Object.entries(files)) body.append(name, new File([text], "a.csv"));
  return new Request("http://127.0.0.1/", { method: "POST", body });
}

const receive = (dataDir: string, request: Request, maxBytes = 100) =>
  receiveLargeFiles(request, { fields: ["schools", "links"], maxBytes, dataDir });

describe("large files", () => {
  it("are written as they were sent, each under the name of its field", async () => {
    const dataDir = aDataDir();
    const received = await receive(dataDir, aForm({ schools: "URN,É\r\n", other: "x" }));
    if (!received.ok) throw new Error(received.problem);
    expect([...received.value.files.keys()]).toEqual(["schools"]);
    expect(await readFile(received.value.files.get("schools") ?? "", "utf8")).toBe("URN,É\r\n");
  });

  it.each([
    ["are too large", "too-large", aForm({ schools: "x".repeat(101) })],
    [
      "break off",
      "unreadable",
      new Request("http://127.0.0.1/", {
        method: "POST",
        headers: { "Content-Type": "multipart/form-data; boundary=b" },
        body: '--b\r\nContent-Disposition: form-data; name="schools"; filename="a.csv"\r\n\r\nURN',
      }),
    ],
    [
      "are no form",
      "unreadable",
      new Request("http://127.0.0.1/", { method: "POST", body: "URN", headers: {} }),
    ],
  ])("that %s are refused and leave nothing", async (_, problem, request) => {
    const dataDir = aDataDir();
    expect(await receive(dataDir, request)).toEqual({ ok: false, problem });
    const uploads = path.join(dataDir, "uploads");
    expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([]);
  });
});

describe("what a killed process left", () => {
  it("goes at the next start", async () => {
    const dataDir = aDataDir();
    const left = anUpload(dataDir, "files-1");
    await clearUploads(dataDir, { shared: false });
    expect(existsSync(left)).toBe(false);
  });

  it("stays for an hour where another process may be receiving it", async () => {
    const dataDir = aDataDir();
    const [old, fresh] = [anUpload(dataDir, "files-1", HOURS_AGO), anUpload(dataDir, "files-2")];
    await clearUploads(dataDir, { shared: true });
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });
});
