import { randomFillSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeReference } from "~/domain/submission/reference";
import { checkDocument } from "~/services/verify/check-document.server";
import { referencesIn } from "~/services/verify/references-in";
import { aServiceWithACopy, REFERENCE } from "./a-sealed-copy";

const RANDOM = Uint8Array.of(1, 2, 3);
const MEGABYTE = 1024 * 1024;

/** What a check says of bytes in one word, and how long it took in milliseconds. */
async function outcome(bytes: Uint8Array): Promise<{ word: string; ms: number }> {
  const { app } = await aServiceWithACopy();
  const started = performance.now();
  const found = await checkDocument(app, { file: bytes, reference: "" });
  return { word: found.ok ? found.value.kind : found.problem, ms: performance.now() - started };
}

const pdf = (body: string) => Buffer.from(`%PDF-1.7\n${body}\n%%EOF\n`, "latin1");

describe("a hostile file", () => {
  it.each([
    ["zeros", "not-a-pdf", () => Buffer.alloc(24 * MEGABYTE)],
    ["noise", "not-a-pdf", () => randomFillSync(Buffer.alloc(24 * MEGABYTE))],
    ["capital letters", "not-ours", () => pdf("AB".repeat(12 * MEGABYTE))],
    ["half references", "not-ours", () => pdf("IT26-900412-1-".repeat(1.7 * MEGABYTE))],
    ["byte ranges", "not-ours", () => pdf("/ByteRange [0 1 2 3] ".repeat(MEGABYTE))],
    ["an endless string", "not-ours", () => pdf(`<FEFF${"00".repeat(12 * MEGABYTE)}`)],
  ])("of 24 MB of %s is answered within a second: %s", async (_what, word, bytes) => {
    const found = await outcome(bytes());
    expect(found.word).toBe(word);
    expect(found.ms).toBeLessThan(1000);
  });

  it("with numbers no file could hold in its byte range is not ours", async () => {
    for (const range of ["0 9999999999 9999999999 9999999999", "9 9 9 9", "0 0 0 0", "-1 2 3 4"]) {
      const found = await outcome(pdf(`/ByteRange [${range}] /Contents <3082>`));
      expect(found.word, range).toBe("not-ours");
    }
  });

  it("that is cut short anywhere is never genuine", async () => {
    const { app, bytes } = await aServiceWithACopy();
    for (let part = 1; part < 20; part += 1) {
      const short = bytes.subarray(0, Math.floor((bytes.length * part) / 20));
      const found = await checkDocument(app, { file: short, reference: "" });
      expect(found.ok ? found.value.kind : found.problem).toMatch(/^(altered|not-ours)$/);
    }
  });

  it("full of references makes us look up three at the most", () => {
    const many = Array.from({ length: 200 }, (_, number) =>
      makeReference({ code: "IT", year: 2026, urn: "900412", number: number + 1, random: RANDOM }),
    );
    expect(referencesIn(pdf(many.join("\n")))).toHaveLength(3);
    expect(referencesIn(pdf(`(${REFERENCE})`))).toEqual([REFERENCE]);
  });
});
