import { PDFDocument, PDFHexString } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { composeSubmissionPdf } from "~/pdf/compose-submission-pdf.server";
import { anAsthmaSnapshot, anItem, aSnapshot } from "~tests/support/a-snapshot";
import { aSubmission } from "~tests/support/a-submission";
import { attachmentOf, haveTools, misplacedWords, runTool, textOf } from "~tests/support/pdf-tools";
import { snapshotFromTemplate } from "~tests/support/snapshot-from-template";
import { printedCopy } from "~tests/support/printed-copy";

const tools = haveTools("pdftotext", "pdfinfo", "pdfdetach", "pdffonts", "qpdf");
const toolkit = aSubmission();
const pdf = await printedCopy(toolkit);

test("the same snapshot, signatures and clock give the same bytes", async () => {
  const again = await printedCopy(aSubmission());
  expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true);
});

test("says how many pages it printed", async () => {
  const { bytes, pages } = await composeSubmissionPdf(toolkit);
  expect(pages).toBe((await PDFDocument.load(bytes)).getPageCount());
});

test("a different answer or time gives different bytes", async () => {
  const later = await printedCopy(aSubmission({ madeAt: new Date("2026-12-15T09:00:00Z") }));
  expect(Buffer.from(later).equals(Buffer.from(pdf))).toBe(false);
});

test("what another copy printed before leaves no trace in the bytes", async () => {
  await printedCopy(aSubmission({ snapshot: anAsthmaSnapshot() }));
  const again = await printedCopy(aSubmission());
  expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true);
});

test("a Toolkit takes well under 400 ms once the fonts are open", async () => {
  const submission = aSubmission({ snapshot: snapshotFromTemplate("inclusion-toolkit") });
  await printedCopy(submission);
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const start = performance.now();
    await printedCopy(submission);
    times.push(performance.now() - start);
  }
  expect(Math.min(...times)).toBeLessThan(400);
});

test("a draft keeps no place for a seal and no attachment", async () => {
  const draft = await printedCopy(aSubmission({ draft: "Draft, one signature awaited" }));
  const text = Buffer.from(draft).toString("latin1");
  expect(text).not.toContain("/FT /Sig");
  expect(text).not.toContain("/EmbeddedFile");
  expect(text).not.toContain("IT26-900412-1-7KQD");
});

describe.runIf(tools)("what is printed", () => {
  test("page 1 has the school, the headlines, changes, actions and signatures", () => {
    const page = textOf(pdf, 1, 1);
    for (const words of [
      "Signed copy 1 IT26-900412-1-7KQD",
      "Marsh Lane Primary School",
      "URN 900412",
      "DfE number 999/2041",
      "Eastmarsh, Wealdshire",
      "Primary, ages 4 to 11",
      "10 December 2026, 15:26",
      "14 December 2026, 18:03",
      "C. Assessment and identification",
      "3 statements further on, 1 back, 2 the same.",
      "An accurate SEN list (C5), by the end of Term 4.",
      "Margaret Ellis, headteacher",
      "Joan Whitfield, link governor",
      "Page 1 of",
    ]) {
      expect(page).toContain(words);
    }
  });

  test("no legal duty stands on the cover", () => {
    expect(
      textOf(pdf, 1, 1).replace("Legal duties, actions and who may see this are on page 2.", ""),
    ).not.toMatch(/dut(y|ies)/i);
  });

  test("page 2 has the duties with their answers, the action plan and who may see the copy", () => {
    const page = textOf(pdf, 2, 2);
    expect(page).toContain("18 legal duties apply to this school: 16 Yes, 2 Partly, 0 No.");
    expect(page).toContain("Invented Schools Act 2001, section 4");
    expect(page).toContain("Term 4, 2026 to 2027");
    expect(page).toContain("Who may see this copy");
    expect(page).toContain("Officers of Wealdshire Council may read it.");
  });

  test("page 2 has each action as at signing: its title, the role that leads and the term", () => {
    const page = textOf(pdf, 2, 2);
    for (const { title, leadRole, term } of toolkit.snapshot.actions) {
      expect(page).toContain(title);
      expect(page).toContain(leadRole);
      expect(page).toContain(`${term.slice(8)}, 2026 to 2027`);
    }
  });

  test("every statement stands in full from page 3 with its level, words and duty", () => {
    const pages = textOf(pdf, 3);
    for (const item of toolkit.snapshot.sections.flatMap(({ items }) => items)) {
      expect(pages).toContain(item.statement);
    }
    expect(pages).toContain(
      "Where could someone see this? Planning folder, governors’ visit notes, autumn term",
    );
    expect(pages).toContain("How do you know? Learning walks, pupil interviews");
    expect(pages).toContain("What the school says about the duty The published plan is a year old");
    expect(pages).toContain("The school would like help with this.");
    expect(pages).toContain("Wealdshire expectation: Invented standard 2");
    expect(pages).toContain("(reference to be checked)");
  });

  test("the end has the declarations, the whole check code, the reference and where to check", () => {
    const pages = textOf(pdf, 3);
    expect(pages).toContain("“To the best of my knowledge it is a fair account.”");
    expect(pages.replace(/ /g, "")).toContain(`Checkcode${toolkit.sha256}`);
    expect(pages).toContain("Check it at https://review.example/verify");
  });

  test("the foot of every page says demonstration data, check code, address and which page it is", async () => {
    const pages = (await PDFDocument.load(pdf)).getPageCount();
    for (let page = 1; page <= pages; page += 1) {
      const text = textOf(pdf, page, page);
      expect(text).toContain(`Page ${page} of ${pages}`);
      expect(text).toContain("Demonstration data. Check code");
      expect(text).toContain("IT26-900412-1-7KQD");
    }
  });

  test("a real school's copy does not say demonstration", async () => {
    const real = await printedCopy(aSubmission({ snapshot: aSnapshot({ demonstration: false }) }));
    expect(textOf(real)).not.toMatch(/demonstration/i);
  });

  test("a draft says so on every page and gives no reference or code to check", async () => {
    const draft = await printedCopy(aSubmission({ draft: "Draft, one signature awaited" }));
    const pages = (await PDFDocument.load(draft)).getPageCount();
    for (let page = 1; page <= pages; page += 1) {
      expect(textOf(draft, page, page)).toContain("Draft, one signature awaited");
    }
    expect(textOf(draft)).not.toContain("IT26-900412");
    expect(textOf(draft)).not.toContain("Check code");
  });

  test("statements that do not apply are listed apart with their reason", async () => {
    const base = aSnapshot();
    const [first, ...rest] = base.sections;
    const away = anItem({ key: "A1", level: "N", commentary: "We have no sixth form." });
    const sections =
      first === undefined ? [] : [{ ...first, items: [away, ...first.items.slice(1)] }, ...rest];
    const copy = await printedCopy(aSubmission({ snapshot: { ...base, sections } }));
    expect(textOf(copy, 1, 1)).toContain("49, and 1 does not apply");
    expect(textOf(copy, 3)).toMatch(/What does not apply A1 .*: We have no sixth form\./);
  });
});

describe.runIf(tools)("asthma", async () => {
  const snapshot = anAsthmaSnapshot();
  const asthma = await printedCopy(aSubmission({ snapshot }));

  test("page 1 says that six points are met, and has the twelve, the shares and going further", () => {
    const page = textOf(asthma, 1, 1);
    expect(page).toContain("Six points met");
    expect(page).toContain("12 starred statements");
    expect(page).toContain("16 of 18 89%");
    expect(page).toContain("81% 85%");
    expect(page).toContain("23 statements go further");
    expect(page).not.toContain("headline");
  });

  test("page 2 has the statements that rest on a duty with their own answers", () => {
    const page = textOf(asthma, 2, 2);
    expect(page).toContain("7 statements rest on a legal duty.");
    expect(page).toMatch(/A2 .* Invented Health Act 2003, section 9 Yes –/);
  });

  test("a point answered Partly is missing by name", async () => {
    const [first, ...rest] = snapshot.sections;
    const partly = anItem({
      key: "A1",
      short: "Named lead",
      level: "2",
      entry: true,
      starter: true,
    });
    const sections =
      first === undefined ? [] : [{ ...first, items: [partly, ...first.items.slice(1)] }, ...rest];
    const copy = await printedCopy(aSubmission({ snapshot: { ...snapshot, sections } }));
    expect(textOf(copy, 1, 1)).toContain("5 of six points met. Missing: A1 Named lead");
  });

  test("figures and dates given stand in the full part", () => {
    const pages = textOf(asthma, 3);
    expect(pages).toContain("Pupils on roll 210");
    expect(pages).toContain("Policy last approved 4 September 2026");
    expect(pages).toContain("Asthma lead Not given");
  });
});

describe.runIf(tools)("structure", () => {
  const tree = tools ? runTool("pdfinfo", ["-struct-text"], pdf) : "";
  const info = tools ? runTool("pdfinfo", [], pdf) : "";

  test("qpdf finds nothing wrong", () => {
    expect(runTool("qpdf", ["--check"], pdf)).toContain(
      "No syntax or stream encoding errors found",
    );
  });

  test("the file is tagged, titled, in British English and outlined", () => {
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toContain(
      "Marsh Lane Primary School: Inclusion Toolkit, signed copy 1, IT26-900412-1-7KQD",
    );
    const text = Buffer.from(pdf).toString("latin1");
    for (const entry of [
      "/Lang (en-GB)",
      "/DisplayDocTitle true",
      "/Marked true",
      "/Outlines",
      "/ParentTree",
      "/Tabs /S",
      "<pdfuaid:part>1",
    ]) {
      expect(text).toContain(entry);
    }
  });

  test("elements are read in the order of the pages", () => {
    const places = [
      "H1 ",
      '"Headline by section"',
      "Table",
      "THead",
      "TH",
      "TBody",
      "Figure",
      '"Signed by"',
      '"Legal duties"',
      '"Action plan"',
      '"The self-review in full"',
      "H3 ",
      '"Signatures"',
      '"About this copy"',
    ].map((words) => tree.indexOf(words));
    expect(places).not.toContain(-1);
    const headings = [...places.slice(0, 2), ...places.slice(7)];
    expect([...headings].sort((one, other) => one - other)).toEqual(headings);
  });

  test("lines of a paragraph are kept apart by a space in the text layer", () => {
    expect(tree).toContain(
      "Teachers plan for the whole class first. Pupils can say what helps them, and families hear early when something changes.",
    );
  });

  test("header cells have a scope and rows of marks have words", () => {
    expect(tree).toContain("/Scope /Column");
    expect(tree).toContain("/Scope /Row");
    const words = PDFHexString.fromText("1 Sharing, 2 Established, 2 Developing").toString();
    expect(Buffer.from(pdf).toString("latin1")).toContain(`/Alt ${words}`);
  });

  test("heads, feet and rules are outside the structure", () => {
    expect(tree).not.toContain("Page 3 of");
    expect(tree).not.toContain("Demonstration data. Check code");
  });

  test("all fonts are embedded subsets with their characters mapped", () => {
    const rows = runTool("pdffonts", [], pdf).trim().split("\n").slice(2);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ .*yes yes yes/);
  });

  test("the snapshot is attached as JSON, byte for byte", () => {
    expect(runTool("pdfdetach", ["-list"], pdf)).toContain("snapshot.json");
    expect(attachmentOf(pdf)).toBe(toolkit.snapshotText);
  });
});

describe
  .runIf(tools)
  .each(["inclusion-toolkit", "mainstream-core-standards", "asthma-friendly", "early-years"])(
  "the %s we ship",
  (key) => {
    test("keeps to two pages of summary, with every word in its place", async () => {
      const copy = await printedCopy(aSubmission({ snapshot: snapshotFromTemplate(key) }));
      expect(textOf(copy, 2, 2)).toContain("Who may see this copy");
      expect(textOf(copy, 3, 3)).toContain("The self-review in full");
      expect(misplacedWords(copy)).toEqual([]);
    });
  },
);
