import { describe, expect, test } from "vitest";
import type { PlanInput } from "~/pdf/action-plan/plan-input";
import { composePlanPdf } from "~/pdf/compose-plan-pdf.server";
import { haveTools, misplacedWords, runTool, textOf } from "~tests/support/pdf-tools";

const tools = haveTools("pdftotext", "pdfinfo", "qpdf");

const action = (title: string, value = "Three of eight teams use symbols") => ({
  title,
  leadRole: "SENCO",
  state: "Started",
  says: [
    { label: "For", value: "C5, Autumn review" },
    { label: "Where we are", value },
    { label: "Reviews", value: "Term 2, 2026 to 2027: On the way, “Half”" },
  ],
});

const aPlan = (over: Partial<PlanInput> = {}): PlanInput => ({
  school: { name: "Marsh Lane Primary School", urn: "900412" },
  terms: [
    { title: "Term 4, 2026 to 2027", actions: [action("An accurate SEN list")] },
    { title: "Term 6, 2026 to 2027", actions: [action("Costing provision by need")] },
  ],
  demonstration: true,
  madeAt: new Date("2026-12-04T09:00:00Z"),
  id: "0123456789ABCDEF0123456789ABCDEF",
  ...over,
});

const pdf = await composePlanPdf(aPlan());

test("the same plan and clock give the same bytes", async () => {
  expect(Buffer.from(await composePlanPdf(aPlan())).equals(Buffer.from(pdf))).toBe(true);
});

test("keeps no place for a seal", () => {
  expect(Buffer.from(pdf).toString("latin1")).not.toContain("/FT /Sig");
});

describe.runIf(tools)("what is printed", () => {
  test("is the school, every action in a table and in full, and what kind of copy it is", () => {
    const text = textOf(pdf);
    for (const words of [
      "Marsh Lane Primary School",
      "URN 900412",
      "4 December 2026, 09:00",
      "2 actions",
      "Who leads",
      "An accurate SEN list",
      "Term 6, 2026 to 2027",
      "Where we are: Three of eight teams use symbols",
      "Term 2, 2026 to 2027: On the way, “Half”",
      "Demonstration data. A plain copy, not sealed.",
      "Page 1 of 1",
    ]) {
      expect(text).toContain(words);
    }
  });

  test("does not say demonstration of a school that is none", async () => {
    expect(textOf(await composePlanPdf(aPlan({ demonstration: false })))).not.toContain(
      "Demonstration",
    );
  });

  test("of no action says so", async () => {
    expect(textOf(await composePlanPdf(aPlan({ terms: [] })))).toContain(
      "No action is written yet.",
    );
  });

  test("is tagged, titled and outlined, with scopes in its table, and nothing wrong", () => {
    expect(runTool("pdfinfo", [], pdf)).toMatch(/Tagged: +yes/);
    const text = Buffer.from(pdf).toString("latin1");
    for (const entry of ["/Lang (en-GB)", "/Marked true", "/Outlines", "<pdfuaid:part>1"]) {
      expect(text).toContain(entry);
    }
    const tree = runTool("pdfinfo", ["-struct-text"], pdf);
    for (const element of ["H1 ", "H2 ", "H3 ", "Table", "TH"]) expect(tree).toContain(element);
    expect(tree).toContain("/Scope /Column");
    expect(runTool("qpdf", ["--check"], pdf)).toContain("No syntax or stream encoding errors");
  });

  test("of long words goes on to further pages, and nothing leaves the page", async () => {
    const long = "Plans name each symbol before the lesson begins. ".repeat(40).trim();
    const actions = Array.from({ length: 12 }, (_, index) => action(`Action ${index + 1}`, long));
    const terms = [{ title: "Term 4, 2026 to 2027", actions }];
    const copy = await composePlanPdf(aPlan({ terms }));
    const text = textOf(copy);
    expect(text).toMatch(/Page 2 of ([4-9]|1\d)/);
    expect(text).toContain("Action 12");
    expect(misplacedWords(copy)).toEqual([]);
  });
});
