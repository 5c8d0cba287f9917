import { PDFDocument } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { recordLimits } from "~/domain/visit/record-limits";
import { composeRecordPdf } from "~/pdf/compose-record-pdf.server";
import { aFullRecord, aRecord, aRecordSnapshot, wordsOf } from "~tests/support/a-record";
import { aSealer, SEALED_AT } from "~tests/support/a-sealer";
import { attachmentOf, haveTools, misplacedWords, runTool, textOf } from "~tests/support/pdf-tools";

const tools = haveTools("pdftotext", "pdfinfo", "pdfsig", "pdfdetach", "qpdf");
const record = aRecord();
const { bytes: pdf, pages } = await composeRecordPdf(record);

test("the same record, signatures and clock give the same bytes, and another finding others", async () => {
  const again = await composeRecordPdf(aRecord());
  expect(Buffer.from(again.bytes).equals(Buffer.from(pdf))).toBe(true);
  const [first, ...rest] = aRecordSnapshot().findings;
  const findings = first === undefined ? [] : [{ ...first, saw: "Six of six plans." }, ...rest];
  const other = await composeRecordPdf(aRecord({ snapshot: aRecordSnapshot({ findings }) }));
  expect(Buffer.from(other.bytes).equals(Buffer.from(pdf))).toBe(false);
});

const BOTH = {
  reviewersView: wordsOf(recordLimits(1).bothViews),
  schoolView: wordsOf(recordLimits(1).bothViews),
  thirdPerson: wordsOf(recordLimits(1).thirdPerson),
};

describe.each([1, 4, 11])("with %i focus sections and statements, every field full", (count) => {
  test.each([
    ["agreed", null],
    ["closed with both views", BOTH],
  ])("it stands on two pages, %s", async (_, bothViews) => {
    const full = aRecord({ snapshot: aFullRecord(count, { bothViews }) });
    const made = await composeRecordPdf(full);
    expect(made.pages).toBe(2);
    expect((await PDFDocument.load(made.bytes)).getPageCount()).toBe(2);
    if (!tools) return;
    expect(misplacedWords(made.bytes)).toEqual([]);
    const text = textOf(made.bytes);
    for (const { key, title } of full.snapshot.findings) expect(text).toContain(`${key}. ${title}`);
    expect(text).toContain(full.snapshot.schoolWords);
    expect(text).toContain("Check code in full");
  });
});

describe.runIf(tools)("what is printed", () => {
  test("who visited whom, what the school asked, the findings, and the signatures, in reading order", () => {
    const text = textOf(pdf);
    const order = [
      "Agreed record, signed by both VR27-900412-1-M4TX",
      "Record of a peer moderation visit, Inclusion Toolkit 2026 to 2027",
      "Marsh Lane Primary School",
      "Date: 4 February 2027",
      "Lead reviewer: Ruth Adeyemi, headteacher",
      "Second reviewer: Łukasz Nowak",
      "What the school asked us to look at, and why",
      "C3 and D2. “Reviews slipped in Year 6",
      "What we did",
      "C3. Assess, plan, do, review",
      "The school said Developing",
      "Moderated view further on",
      "Why: Full reviews in five of six plans read",
      "What we saw",
      "What we wondered What happens on the days",
      "D2. Pupils help choose outcomes",
      "Suggestions",
      "Who might help: Quarry Hill Academy",
      "Practice worth sharing",
      "The school agrees to be named for it.",
      "The school’s own words",
      "Signatures",
      "Łukasz Nowak, second reviewer.",
      "Ruth Adeyemi, lead reviewer.",
      "Margaret Ellis, headteacher.",
      "Whose record it is",
      "The school owns this record.",
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(order.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(text).toContain("Hosts: Margaret Ellis, headteacher and Priya Nair,");
    expect(text).toContain("Moderates: signed copy 1, IT26-900412-1-7KQD");
    expect(misplacedWords(pdf)).toEqual([]);
  });

  test("nothing that was not said stands under its heading", () => {
    const text = textOf(pdf).split("D2. Pupils help choose outcomes")[1] ?? "";
    expect(text.split("Suggestions")[0]).not.toContain("What we saw");
  });

  test("it is tagged, in English, with a title", () => {
    const info = runTool("pdfinfo", [], pdf);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Marsh Lane Primary School: record of a peer moderation visit/);
    expect(runTool("pdfinfo", ["-struct-text"], pdf)).toMatch(/H1[\s\S]*H2[\s\S]*P/);
  });

  test("sealed, it holds, and the frozen text is attached", async () => {
    const act = { signedAt: SEALED_AT, name: "Inclusion Review", reference: "VR27-900412-1-M4TX" };
    const sealed = await (await aSealer()).seal(pdf, act);
    expect(runTool("pdfsig", ["-nocert"], sealed)).toContain("Signature is Valid.");
    expect(attachmentOf(sealed)).toBe(record.snapshotText);
    runTool("qpdf", ["--check"], sealed);
    expect(pages).toBeLessThanOrEqual(2);
  });

  test("a draft says so on every page, and has no seal, reference or check code", async () => {
    const draft = "Draft, signatures awaited";
    const { bytes } = await composeRecordPdf(aRecord({ draft, signatures: [] }));
    const text = textOf(bytes);
    expect(text).toContain(draft);
    expect(text).toContain("Nobody has signed yet.");
    expect(text).not.toContain("VR27-900412");
    expect(text).not.toMatch(/Check code [0-9a-f]/);
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("/FT /Sig");
  });
});
