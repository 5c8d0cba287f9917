import { describe, expect, test } from "vitest";
import { COMMENTARY_MAX, WHERE_SEEN_MAX } from "~/domain/response/answer";
import { anItem, aSnapshot, signOffs } from "~tests/support/a-snapshot";
import { aSubmission } from "~tests/support/a-submission";
import { haveTools, misplacedWords, runTool, textOf } from "~tests/support/pdf-tools";
import type { Snapshot } from "~/domain/submission/snapshot";
import { printedCopy } from "~tests/support/printed-copy";

const tools = haveTools("pdftotext", "qpdf");
const LONG_WORD = "Rhosllannerchrugog".repeat(17).slice(0, 300);

/** Words with a number each, so that a missing one is noticed; exactly `length` characters. */
function numbered(length: number): string {
  let text = "";
  for (let count = 1; text.length < length; count += 1) text += `gair${count} `;
  return text.slice(0, length).trim();
}

function withItems(
  items: Snapshot["sections"][number]["items"],
  overrides: Partial<Snapshot> = {},
): Snapshot {
  const section = {
    key: "A",
    title: "Leadership",
    part: null,
    headline: "3",
    commentary: "",
    items,
  };
  return aSnapshot({ sections: [section], actions: [], changes: null, ...overrides });
}

const printed = (snapshot: Snapshot) => printedCopy(aSubmission({ snapshot }));

/** Everything at its longest at once. */
function longest(): Snapshot {
  const base = aSnapshot();
  return {
    ...base,
    school: {
      ...base.school,
      name: `Ysgol Gynradd Gŵyr ${LONG_WORD}`,
      district: numbered(120),
      phase: numbered(80),
    },
    round: { title: numbered(300), finalDeadline: null, rolling: false },
    visibility: Array.from({ length: 14 }, () => numbered(300)),
    actions: Array.from({ length: 60 }, () => ({
      itemKey: "A1",
      title: `${numbered(200)} ${LONG_WORD}`,
      leadRole: LONG_WORD.slice(0, 90),
      term: "2026-27 Term 4",
    })),
    sections: base.sections.map((section) => ({
      ...section,
      title: numbered(150),
      commentary: numbered(COMMENTARY_MAX),
      items: section.items.slice(0, 2).map((item) => ({
        ...item,
        short: numbered(80),
        statement: `${numbered(400)} ${LONG_WORD}`,
        level: "4",
        commentary: numbered(COMMENTARY_MAX),
        whereSeen: LONG_WORD.slice(0, WHERE_SEEN_MAX),
        duties: [{ kind: "must" as const, source: numbered(250), checked: false }],
        duty: "partly" as const,
        dutyNote: numbered(COMMENTARY_MAX),
      })),
    })),
  };
}

describe.runIf(tools)("hard text", () => {
  test("a commentary of the greatest length is printed to its last word", async () => {
    const commentary = numbered(COMMENTARY_MAX);
    const copy = await printed(withItems([anItem({ key: "A1", commentary })]));
    expect(textOf(copy, 3)).toContain(commentary.split(" ").at(-2));
    const words = textOf(copy, 3).match(/gair\d+/g) ?? [];
    expect(words).toHaveLength((commentary.match(/gair\d+/g) ?? []).length);
  });

  test("a word of 300 characters is parted over lines and none of it is lost", async () => {
    const copy = await printed(
      withItems([anItem({ key: "A1", commentary: LONG_WORD, statement: LONG_WORD })]),
    );
    expect(textOf(copy, 3).replace(/ /g, "")).toContain(LONG_WORD);
    expect(misplacedWords(copy)).toEqual([]);
  });

  test("everything at its longest at once: two pages of summary, nothing overlaps, nothing is cut", async () => {
    const names = signOffs().map((signOff) => ({
      ...signOff,
      name: LONG_WORD,
      declaration: numbered(1000),
    }));
    const copy = await printedCopy(
      aSubmission({
        snapshot: longest(),
        signOffs: [...names, ...names],
        verifyAddress: `https://${"long-host.".repeat(20)}example/verify`,
      }),
    );
    expect(misplacedWords(copy)).toEqual([]);
    expect(textOf(copy, 2, 2)).toContain("Legal duties");
    expect(textOf(copy, 3, 3)).toContain("The self-review in full");
    expect(runTool("qpdf", ["--check"], copy)).toContain(
      "No syntax or stream encoding errors found",
    );
    const tail = textOf(copy, 3);
    const wanted = numbered(COMMENTARY_MAX).split(" ").at(-2) ?? "";
    // Nine section commentaries, eighteen statements' and eighteen duty notes.
    expect(tail.split(`${wanted} `).length - 1).toBe(45);
  });

  test.each([
    ["Welsh", "Ŵyn ŷd Ẁr ẃ ẅ Gŵyr Llŷn"],
    ["Polish", "Zażółć gęślą jaźń, Łódź"],
    ["Turkish", "İstanbul ığdır Şişli Çağrı ğ"],
    ["Vietnamese", "Nguyễn Thị Hương"],
    ["Yoruba", "Ọlábísí Ṣadé"],
    ["Greek and Cyrillic", "Ελένη Наталія"],
    ["signs", "½ £ € ° † ≤ ≥ → ✓ ★"],
  ])("%s names and letters come back as they were typed", async (_language, text) => {
    const copy = await printed(withItems([anItem({ key: "A1", commentary: `Mae ${text} yma.` })]));
    expect(textOf(copy, 3)).toContain(`Mae ${text} yma.`);
    expect(misplacedWords(copy)).toEqual([]);
  });

  test("letters typed with combining marks come back composed", async () => {
    const copy = await printed(withItems([anItem({ key: "A1", commentary: "Gw\u0302yr" })]));
    expect(textOf(copy, 3)).toContain("Gŵyr");
  });

  test("a non-breaking hyphen prints as a hyphen", async () => {
    const copy = await printed(withItems([anItem({ key: "A1", commentary: "co\u2011operate" })]));
    expect(textOf(copy, 3)).toContain("co-operate");
  });

  test.each([
    ["emoji", "😀"],
    ["Arabic", "عمر"],
    ["Devanagari", "नमस्ते"],
    ["Chinese", "学校"],
  ])("%s prints as boxes, and the text layer keeps what was typed", async (_script, text) => {
    const copy = await printed(
      withItems([anItem({ key: "A1", commentary: `before ${text} after` })]),
    );
    const written = runTool("pdftotext", ["-f", "3"], copy, ["-"]).replace(/\s+/g, " ");
    expect(written).toMatch(/before[^A-Za-z]+after/);
    for (const character of text) expect(written).toContain(character);
    expect(misplacedWords(copy)).toEqual([]);
  });

  test("control characters, lone surrogates and markup do no harm", async () => {
    const nasty = "one\u0000\u0007two \uD800 three ) Tj ET (\\ <</X>> %%EOF /ByteRange [0 1 2 3]";
    const base = aSnapshot();
    const snapshot = withItems([anItem({ key: "A1", commentary: nasty, statement: nasty })], {
      school: { ...base.school, name: `A & B <School> ${nasty}` },
    });
    const copy = await printed(snapshot);
    expect(runTool("qpdf", ["--check"], copy)).toContain(
      "No syntax or stream encoding errors found",
    );
    expect(textOf(copy, 3)).toContain(") Tj ET (\\ <</X>> %%EOF /ByteRange [0 1 2 3]");
  });

  test("lines typed stay lines", async () => {
    const copy = await printed(
      withItems([anItem({ key: "A1", commentary: "first line\r\nsecond line\n\nthird" })]),
    );
    expect(runTool("pdftotext", ["-f", "3", "-layout"], copy, ["-"])).toMatch(
      /first line *\n *second line *\n+ *third/,
    );
  });
});
