import { PDFDocument } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { inspectSealedPdf, INSPECT_MAX_BYTES } from "~/signing/inspect-sealed-pdf.server";
import { aSealer, SEALED_AT, sealed } from "~tests/support/a-sealer";
import { aSubmission } from "~tests/support/a-submission";
import { attachmentOf, haveTools, runTool, runToolLoosely } from "~tests/support/pdf-tools";
import { printedCopy } from "~tests/support/printed-copy";

const tools = haveTools("pdfsig", "qpdf", "pdfinfo", "pdfdetach");
const composed = await printedCopy(aSubmission());
const copy = await sealed(composed);
const contentsAt = Buffer.from(copy).lastIndexOf("/Contents <") + "/Contents <".length;
const contentsEnd = Buffer.from(copy).indexOf(">", contentsAt);

const holds = (bytes: Uint8Array): boolean => {
  const found = inspectSealedPdf(bytes);
  return found.kind === "sealed" && found.digestOk && found.signatureOk && found.coversWholeFile;
};

/** The same numbers every time (mulberry32), so that a failure can be seen again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function changed(at: number, bit: number): Uint8Array {
  const altered = copy.slice();
  altered[at] = (altered[at] ?? 0) ^ (1 << bit);
  return altered;
}

const places = (count: number): [number, number][] => {
  const next = seeded(20261122);
  return Array.from({ length: count }, () => {
    const at = Math.floor(next() * (copy.length - (contentsEnd - contentsAt)));
    return [at < contentsAt ? at : at + (contentsEnd - contentsAt), Math.floor(next() * 8)];
  });
};

test("a sealed copy is found whole, with its time, reference and our certificate", async () => {
  expect(inspectSealedPdf(copy)).toEqual({
    kind: "sealed",
    signerCertificatePem: (await aSealer()).certificatePem,
    signedAt: SEALED_AT,
    digestOk: true,
    signatureOk: true,
    coversWholeFile: true,
    reference: "IT26-900412-1-7KQD",
  });
});

test("sealing keeps the composed bytes and adds the seal after them", () => {
  expect(Buffer.from(copy).subarray(0, composed.length).equals(Buffer.from(composed))).toBe(true);
});

test("the same snapshot, clock and key give the same bytes", async () => {
  const again = await sealed(await printedCopy(aSubmission()));
  expect(Buffer.from(again).equals(Buffer.from(copy))).toBe(true);
});

test("300 changes of one bit outside the signature's room are each noticed", () => {
  const missed = places(300).filter(([at, bit]) => holds(changed(at, bit)));
  expect(missed).toEqual([]);
});

test("every bit of the added part outside the signature's room counts", () => {
  const missed: number[] = [];
  const turn = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) if (holds(changed(at, at % 8))) missed.push(at);
  };
  turn(composed.length, contentsAt);
  turn(contentsEnd, copy.length);
  expect(missed).toEqual([]);
});

test("a change in the signature itself is noticed, the zeros after it included", () => {
  const inside = [contentsAt + 10, contentsAt + 900, contentsAt + 3000, contentsEnd - 5];
  expect(inside.filter((at) => holds(changed(at, 0)))).toEqual([]);
});

test.each([
  ["a byte after the end", Buffer.concat([copy, Buffer.from("\n")])],
  [
    "a whole update after the end",
    Buffer.concat([
      copy,
      Buffer.from("\n1 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"),
    ]),
  ],
  [
    "a second seal range after the end",
    Buffer.concat([copy, Buffer.from("/ByteRange [0 1 2 3]\n/Contents <30>")]),
  ],
  ["the last byte taken", Buffer.from(copy.subarray(0, -1))],
  ["bytes before the start", Buffer.concat([Buffer.from("x"), copy])],
])("%s is noticed", (_what, bytes) => {
  expect(holds(bytes)).toBe(false);
});

test("a range that leaves part of the file out does not count", () => {
  const text = Buffer.from(copy).toString("latin1");
  const moved = text.replace(
    /\/ByteRange \[0 +(\d+) +(\d+) +(\d+) *\]/,
    (found, start: string, end: string) =>
      `/ByteRange [0 ${start} ${end} 10]`.padEnd(found.length, " "),
  );
  expect(holds(Buffer.from(moved, "latin1"))).toBe(false);
});

test("the content of one seal does not hold for another file", async () => {
  const other = await sealed(
    await printedCopy(aSubmission({ madeAt: new Date("2027-01-01T00:00:00Z") })),
  );
  const swapped = Buffer.from(other);
  swapped.set(
    copy.subarray(contentsAt, contentsEnd),
    Buffer.from(other).lastIndexOf("/Contents <") + "/Contents <".length,
  );
  expect(holds(swapped)).toBe(false);
});

test("a copy without a seal is unsealed, and what is no PDF is unreadable", () => {
  expect(inspectSealedPdf(composed)).toEqual({ kind: "unsealed" });
  expect(inspectSealedPdf(new Uint8Array())).toEqual({ kind: "unreadable" });
  expect(inspectSealedPdf(Buffer.from("hello"))).toEqual({ kind: "unreadable" });
  expect(inspectSealedPdf(new Uint8Array(INSPECT_MAX_BYTES + 1))).toEqual({ kind: "unreadable" });
});

test.each([
  ["ranges without end", "%PDF-1.7\n/ByteRange [0 ".repeat(100_000)],
  ["digits without end", `%PDF-1.7\n/ByteRange [${"9".repeat(2_000_000)}`],
  ["spaces without end", `%PDF-1.7\n/ByteRange [0 ${" ".repeat(2_000_000)}`],
  [
    "a range outside the file",
    "%PDF-1.7\n/ByteRange [0 4000000000 4000000001 4000000000]\n/Contents <00>",
  ],
  ["a range the wrong way round", "%PDF-1.7\n/ByteRange [0 60 20 5]\n/Contents <00>"],
  ["deep nesting for a signature", nested(200_000)],
])("%s from a stranger: an answer soon, and no throw", (_what, text) => {
  const start = performance.now();
  expect(holds(Buffer.from(text, "latin1"))).toBe(false);
  expect(performance.now() - start).toBeLessThan(1500);
});

/** A file whose signature is sequences within sequences without end. */
function nested(depth: number): string {
  const head = "%PDF-1.7\n/ByteRange [0 ";
  const hex = "3080".repeat(depth);
  const at = head.length + 32 + "]\n/Contents ".length;
  const range = `${at} ${at + hex.length + 2} 0`.padEnd(32, " ");
  return `${head}${range}]\n/Contents <${hex}>`;
}

test("random bytes after a PDF's head never throw", () => {
  const next = seeded(7);
  for (let turn = 0; turn < 200; turn += 1) {
    const noise = Array.from({ length: 300 }, () => Math.floor(next() * 256));
    const bytes = Buffer.concat([
      Buffer.from("%PDF-1.7 /ByteRange [0 40 60 9] /Contents <3082"),
      Buffer.from(noise),
    ]);
    expect(holds(bytes)).toBe(false);
  }
});

test("a file is sealed once only", async () => {
  await expect(sealed(copy)).rejects.toThrow("sealed already");
});

test("a draft cannot be sealed", async () => {
  const draft = await printedCopy(aSubmission({ draft: "Draft, one signature awaited" }));
  await expect(sealed(draft)).rejects.toThrow("no place for a seal");
});

test("the sealed file opens elsewhere with its field filled", async () => {
  const document = await PDFDocument.load(copy, { updateMetadata: false });
  expect(
    document
      .getForm()
      .getFields()
      .map((field) => field.getName()),
  ).toEqual(["Seal"]);
});

describe.runIf(tools)("what other tools say of the seal", () => {
  test("pdfsig: valid, total document signed, PAdES", () => {
    const said = runTool("pdfsig", [], copy);
    expect(said).toContain("Signature is Valid.");
    expect(said).toContain("Total document signed");
    expect(said).toContain("ETSI.CAdES.detached");
    expect(said.match(/Signature #/g)).toHaveLength(1);
  });

  test("qpdf finds nothing wrong, and the structure and attachment are still there", () => {
    expect(runTool("qpdf", ["--check"], copy)).toContain(
      "No syntax or stream encoding errors found",
    );
    expect(runTool("pdfinfo", ["-struct-text"], copy)).toContain('"Marsh Lane Primary School"');
    expect(attachmentOf(copy)).toBe(aSubmission().snapshotText);
  });

  test("50 changes of one bit are each noticed by pdfsig too", () => {
    const missed = places(50).filter(([at, bit]) => {
      const said = runToolLoosely("pdfsig", [], changed(at, bit));
      return said.includes("Signature is Valid.") && said.includes("Total document signed");
    });
    expect(missed).toEqual([]);
  });
});
