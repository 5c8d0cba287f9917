import { describe, expect, it } from "vitest";
import {
  confirmChange,
  confirmedOf,
  needsConfirming,
  proposedChange,
  rulesFor,
} from "~/domain/questionnaire/compare/answer-rules";
import { checkBeforePublishing } from "~/domain/questionnaire/compare/check-before-publishing";
import { compareVersions } from "~/domain/questionnaire/compare/compare-versions";
import { changesOf } from "~/domain/questionnaire/compare/comparison";
import { fatesOf } from "~/domain/questionnaire/compare/fates";
import { readingAdvice, readingEase } from "~/domain/questionnaire/compare/reading-ease";
import { looksLikeTypingError } from "~/domain/questionnaire/compare/typing-error";
import { wordRuns } from "~/domain/questionnaire/compare/word-runs";
import type { Definition, Item } from "~/domain/questionnaire/definition";
import { readTemplate } from "../read-template";

const asthma = readTemplate("asthma-friendly");

/** Asthma with some statements changed: what the function gives takes the place of each. */
function changed(change: (item: Item) => Item[]): Definition {
  const sections = asthma.sections.map((section) => ({
    ...section,
    items: section.items.flatMap(change),
  }));
  return { ...asthma, sections };
}
const only = (key: string, change: (item: Item) => Item[]) =>
  changed((item) => (item.key === key ? change(item) : [item]));
const changesTo = (now: Definition) => changesOf(compareVersions(asthma, now));
const itemChanges = (now: Definition) =>
  changesTo(now).filter(({ subject }) => subject === "statement");
const keys = asthma.sections.flatMap(({ items }) => items.map(({ key }) => key));
const ground = {
  previous: asthma,
  usedKeys: new Set(keys),
  related: new Map([["mainstream-core-standards", new Set(["12.8", "12.7", "12.6", "12.9"])]]),
};

describe("what happened to a statement", () => {
  it("is wording when the statement says something else: kept, and to be confirmed", () => {
    const now = only("A1", (item) => [
      { ...item, statement: "Someone leads on asthma and allergy." },
    ]);
    expect(itemChanges(now)).toMatchObject([
      { kind: "wording", from: ["A1"], to: ["A1"], typing: false, proposed: "keep-and-confirm" },
    ]);
  });

  it("is a typing error put right when one letter differs: it asks nothing of schools", () => {
    const before = only("A1", (item) => [{ ...item, statement: "A named membr of staff leads." }]);
    const after = only("A1", (item) => [{ ...item, statement: "A named member of staff leads." }]);
    const [change] = changesOf(compareVersions(before, after));
    expect(change).toMatchObject({ kind: "wording", typing: true, proposed: "keep" });
    expect(fatesOf(before, after).get("A1")).toMatchObject({ to: ["A1"], rule: "keep" });
  });

  it("is guidance when only the help, the evidence or the phases differ", () => {
    const now = only("A1", (item) => [{ ...item, help: "Look at the policy.", phases: ["P"] }]);
    expect(itemChanges(now)).toMatchObject([{ kind: "guidance", proposed: "keep" }]);
    expect(itemChanges(now)[0]?.texts.map(({ label }) => label)).toEqual(["Help", "Phases"]);
  });

  it("is added or removed when the key is on one side only", () => {
    const now = only("A1", (item) => [{ ...item, key: "A9" }]);
    expect(itemChanges(now)).toMatchObject([
      { kind: "added", from: [], to: ["A9"], proposed: "ask-again" },
      { kind: "removed", from: ["A1"], to: [], proposed: "set-aside" },
    ]);
    expect(fatesOf(asthma, now).get("A1")).toMatchObject({ to: [], rule: "set-aside" });
  });

  it("is wording when a new key replaces one old key", () => {
    const now = only("A1", (item) => [{ ...item, key: "A9", replaces: ["A1"] }]);
    expect(itemChanges(now)).toMatchObject([{ kind: "wording", from: ["A1"], to: ["A9"] }]);
  });

  it("is split when several take the place of one, whether or not its key stays", () => {
    const now = only("A1", (item) => [item, { ...item, key: "A9", replaces: ["A1"] }]);
    expect(itemChanges(now)).toMatchObject([
      { kind: "split", from: ["A1"], to: ["A1", "A9"], proposed: "keep-and-confirm" },
    ]);
    expect(fatesOf(asthma, now).get("A1")).toMatchObject({ to: ["A1", "A9"] });
  });

  it("is merged when one takes the place of several", () => {
    const now = changed((item) => {
      if (item.key === "A2") return [];
      return [item.key === "A1" ? { ...item, replaces: ["A2"] } : item];
    });
    expect(itemChanges(now)).toMatchObject([
      { kind: "merged", from: ["A1", "A2"], to: ["A1"], proposed: "combine" },
    ]);
  });
});

describe("what happened to a section", () => {
  it("is not told as another order where a statement came or went", () => {
    const now = only("A1", () => []);
    expect(changesTo(now).filter(({ subject }) => subject === "section")).toEqual([]);
  });

  it("is guidance where its statements stand in another order", () => {
    const [first, ...rest] = asthma.sections;
    if (first === undefined) throw new Error("No section");
    const now = { ...asthma, sections: [{ ...first, items: first.items.toReversed() }, ...rest] };
    expect(changesTo(now)).toMatchObject([
      { subject: "section", kind: "guidance", texts: [{ label: "Order of statements" }] },
    ]);
  });
});

describe("what happened to the scale", () => {
  const { scale } = asthma;
  const withLevels = (levels: typeof scale.levels) => ({ ...asthma, scale: { ...scale, levels } });

  it("maps levels by name when codes come to mean something else", () => {
    const turned = scale.levels.map((level) => ({
      ...level,
      name: level.code === "3" ? "No" : level.code === "1" ? "Yes" : level.name,
    }));
    const compared = compareVersions(asthma, withLevels(turned)).scale;
    expect(compared).toMatchObject({
      kind: "scale",
      proposed: "map-levels",
      levels: { 3: "1", 2: "2", 1: "3", N: "N" },
    });
    expect(rulesFor(compared)).toEqual(["map-levels", "ask-again"]);
    expect(fatesOf(asthma, withLevels(turned)).get("A1")).toMatchObject({
      rule: "map-levels",
      levels: { 3: "1" },
    });
  });

  it("asks again where a level has gone, and keeps when one is gained", () => {
    const lost = scale.levels.filter(({ code }) => code !== "2");
    expect(compareVersions(asthma, withLevels(lost)).scale.levels).toMatchObject({ 2: null });
    const gained = compareVersions(withLevels(lost), asthma).scale;
    expect(gained).toMatchObject({ kind: "scale", proposed: "keep" });
  });
});

describe("checks before publishing", () => {
  const codesOf = (draft: Definition) =>
    checkBeforePublishing(draft, ground)
      .filter(({ stops }) => stops)
      .map(({ code, at }) => `${code} ${at}`);

  it("stop at a statement removed without a rule until its answers are said to stay behind", () => {
    const now = only("H4", () => []);
    expect(codesOf(now)).toEqual(["removed-without-rule H4"]);
    const removed = itemChanges(now).map(proposedChange);
    expect(codesOf(removed.reduce(confirmChange, now))).toEqual([]);
  });

  it("stop at an old level without a place on the new scale", () => {
    const levels = asthma.scale.levels.filter(({ code }) => code !== "2");
    const now = { ...asthma, scale: { ...asthma.scale, levels } };
    const { scale } = compareVersions(asthma, now);
    const change = { ...proposedChange(scale), levels: { 3: "3", 1: "1", N: "2" } };
    expect(codesOf(confirmChange(now, change))).toEqual([
      "unmapped-level asthma",
      "unmapped-level asthma",
    ]);
    expect(codesOf(confirmChange(now, proposedChange(scale)))).toEqual([]);
  });

  it("stop at keys used twice, keys of the past, and marks that lead nowhere", () => {
    expect(codesOf(only("A1", (item) => [item, item]))).toContain(
      "does-not-hold sections[0].items[1].key",
    );
    const reused = only("A1", (item) => [item, { ...item, key: "A8" }]);
    const known = { ...ground, usedKeys: new Set([...keys, "A8"]) };
    expect(checkBeforePublishing(reused, known).map(({ code }) => code)).toContain(
      "key-used-before",
    );
    const lost = only("A1", (item) => [{ ...item, related: ["mainstream-core-standards/99.9"] }]);
    expect(codesOf(lost)).toContain("broken-relation A1");
    const nobody = only("A1", (item) => [{ ...item, replaces: ["Q1"] }]);
    expect(codesOf(nobody)).toContain("replaces-nothing A1");
  });

  it("stop at a version that differs in nothing", () => {
    expect(codesOf(asthma)).toEqual(["nothing-changed "]);
  });

  it("advise on a sentence that reads hard, and let it stand", () => {
    const long = `${"the school and the staff and the families ".repeat(5)}meet.`;
    const now = only("A1", (item) => [{ ...item, statement: long }]);
    const found = checkBeforePublishing(now, ground).find(({ at }) => at === "A1" || at === "A1");
    const advice = checkBeforePublishing(now, ground).filter(({ code }) => code === "hard-to-read");
    expect(found).toBeDefined();
    expect(advice.map(({ at, stops }) => ({ at, stops }))).toContainEqual({
      at: "A1",
      stops: false,
    });
  });
});

describe("a rule confirmed by the author", () => {
  const now = only("A1", (item) => [
    { ...item, statement: "Someone leads on asthma and allergy." },
  ]);
  const [change] = itemChanges(now);
  if (change === undefined) throw new Error("Nothing changed");

  it("takes the place of what was proposed, and of an earlier one", () => {
    const first = confirmChange(now, proposedChange(change));
    const again = confirmChange(first, {
      ...proposedChange(change),
      rule: "ask-again",
      note: "It asks for allergy too.",
    });
    expect(again.changes).toHaveLength(1);
    expect(confirmedOf(again, change)?.rule).toBe("ask-again");
    expect(fatesOf(asthma, again).get("A1")).toMatchObject({
      rule: "ask-again",
      note: "It asks for allergy too.",
    });
  });

  it("is asked for where answers are touched, and not for guidance or what is new", () => {
    expect(needsConfirming({ kind: "wording" })).toBe(true);
    expect(needsConfirming({ kind: "removed" })).toBe(true);
    expect(needsConfirming({ kind: "guidance" })).toBe(false);
    expect(needsConfirming({ kind: "added" })).toBe(false);
  });
});

describe("typing errors", () => {
  it.each([
    ["Parents are told", "Parents are told.", true],
    ["the recieved plan", "the received plan", true],
    ["a membr of staff", "a member of staff", true],
    ["They are now told", "They are not told", false],
    ["Within 12 months", "Within 13 months", false],
    ["Parents are told", "Parents are told yearly", false],
    ["Everybody joins in", "Everybody joins", false],
    ["in service training", "inservice training", true],
  ])("“%s” to “%s”: %s", (before, after, is) => {
    expect(looksLikeTypingError(before, after)).toBe(is);
  });
});

describe("words that differ", () => {
  it("are marked in reading order", () => {
    expect(wordRuns("Parents are told yearly.", "Families are told yearly.")).toEqual([
      { kind: "removed", text: "Parents" },
      { kind: "added", text: "Families" },
      { kind: "same", text: " are told yearly." },
    ]);
  });
});

describe("reading ease", () => {
  it("is high for short words and low for long ones", () => {
    expect(readingEase("The cat sat on the mat.").ease).toBeGreaterThan(90);
    expect(
      readingEase("Institutional accountability necessitates multidisciplinary communication.")
        .ease,
    ).toBe(0);
  });

  it("leaves most statements of our own questionnaires alone", () => {
    const statements = [readTemplate("inclusion-toolkit"), asthma]
      .flatMap(({ sections }) => sections)
      .flatMap(({ items }) => items.map(({ statement }) => statement));
    const advised = statements.filter((statement) => readingAdvice(statement) !== null);
    expect(advised.length).toBeLessThan(statements.length / 4);
  });
});
