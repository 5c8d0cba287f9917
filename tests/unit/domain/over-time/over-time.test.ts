import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakWords, cellWords } from "~/domain/over-time/cell-words";
import { keyLinesOf, lineKeysOf, type LinkedVersion } from "~/domain/over-time/key-lines";
import { linksBetween } from "~/domain/over-time/links";
import { overTime, type Given, type SignedRound } from "~/domain/over-time/over-time";
import { placeLines } from "~/domain/over-time/placed-lines";
import type { Definition } from "~/domain/questionnaire/definition";
import { editQuestionnaire, generatedEdits } from "../../../support/generated-edits";
import { generatedQuestionnaire } from "../../../support/generated-questionnaires";
import { aDefinition } from "../../../support/factories/definitions";

const linked = (definitions: readonly Definition[]): LinkedVersion[] =>
  definitions.map((definition, place) => {
    const before = definitions[place - 1];
    const links = before === undefined ? null : linksBetween(before, definition);
    return { number: place + 1, definition, links };
  });

/** What an author's next version begins as: without the kinship of the one before. */
const bare = (definition: Definition): Definition => ({
  ...definition,
  sections: definition.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, replaces: undefined })),
  })),
});

/** Up to four versions, each an author's edits on from the one before. A key that is gone may not come back. */
const versions = fc
  .tuple(generatedQuestionnaire, fc.array(generatedEdits, { maxLength: 3 }))
  .map(([first, scripts]) =>
    scripts.reduce<Definition[]>(
      (so, edits, place) => {
        const last = so.at(-1) ?? first;
        const next = JSON.stringify(editQuestionnaire(bare(last), edits));
        // Keys of this version's new statements, apart from those of the versions before.
        return [...so, JSON.parse(next.replaceAll(/"Z(\d)"/g, `"Z${place}$1"`)) as Definition];
      },
      [first],
    ),
  );

/** Whether each line is answered, and how, from a list of numbers. */
function roundOf(version: LinkedVersion, draws: readonly number[]): SignedRound {
  const { levels } = version.definition.scale;
  const given = new Map<string, Given>();
  lineKeysOf(version.definition).forEach((key, place) => {
    const drawn = draws[place % draws.length] ?? 0;
    if (drawn === 0) return;
    const isText = /^(field|share):/.test(key);
    given.set(key, {
      level: isText || drawn === 1 ? null : (levels[drawn % levels.length]?.code ?? null),
      text: isText && drawn !== 1 ? String(drawn) : "",
    });
  });
  return { version: version.number, levels, given };
}

const school = fc
  .tuple(
    versions,
    fc.array(fc.tuple(fc.nat(), fc.array(fc.nat({ max: 9 }), { minLength: 1 })), { minLength: 1 }),
  )
  .map(([definitions, signed]) => {
    const all = linked(definitions);
    const rounds = signed.flatMap(([at, draws]) => {
      const version = all[at % all.length];
      return version === undefined ? [] : [roundOf(version, draws)];
    });
    return { all, rounds };
  });

const answered = ({ level, text }: Given) => level !== null || text !== "";

describe("a school's answers over time", () => {
  it("have every key of every version in one line", () => {
    fc.assert(
      fc.property(versions, (definitions) => {
        const all = linked(definitions);
        const lines = keyLinesOf(all);
        for (const { number, definition } of all) {
          const keys = lines.flatMap(({ keys: held }) => held.get(number) ?? []);
          expect(keys.sort()).toEqual(lineKeysOf(definition).sort());
        }
      }),
    );
  });

  it("have an entry in a line for each round that answered it, and no answer is lost or shown twice", () => {
    fc.assert(
      fc.property(school, ({ all, rounds }) => {
        const lines = overTime(rounds, all);
        rounds.forEach((round, place) => {
          const shown = lines.flatMap(({ cells }) => {
            const cell = cells[place];
            return cell === undefined || cell.given === null ? [] : [cell.key];
          });
          const given = [...round.given].filter(([, one]) => answered(one)).map(([key]) => key);
          expect(shown.sort()).toEqual(given.sort());
        });
        for (const line of lines) {
          const whole = line.began === null && line.ended === null;
          if (!whole || line.steps.some((step) => step.break !== null)) continue;
          const asked = rounds.filter(({ version, given }) => {
            const one = given.get(line.keys.get(version) ?? "");
            return one !== undefined && answered(one);
          });
          expect(line.cells.filter(({ given }) => given !== null)).toHaveLength(asked.length);
        }
      }),
    );
  });

  it("explain every break in words, and say no direction across one", () => {
    fc.assert(
      fc.property(school, ({ all, rounds }) => {
        for (const { cells } of overTime(rounds, all)) {
          for (const cell of cells) {
            const words = cellWords(cell);
            if (cell.given === null) {
              expect(words).toHaveLength(1);
              const isOfVersion = cell.absent === "not-yet" || cell.absent === "no-longer";
              expect(cell.change !== null).toBe(isOfVersion);
              if (isOfVersion) expect(words[0]).toMatch(/version \d/);
            } else if (cell.since !== null && !cell.since.comparable) {
              expect(cell.since.breaks.length).toBeGreaterThan(0);
              expect(words[0]).toBe("Not comparable with before");
              expect(words.slice(1).every((one) => /version \d/.test(one))).toBe(true);
              expect(words.join(" ")).not.toMatch(/Further on|Back|The same/);
            }
          }
        }
      }),
    );
  });

  it("are always comparable between versions that say the same", () => {
    fc.assert(
      fc.property(
        generatedQuestionnaire,
        fc.array(fc.array(fc.nat({ max: 9 }), { minLength: 1 }), { minLength: 1, maxLength: 6 }),
        (definition, draws) => {
          const all = linked(draws.map(() => definition));
          const rounds = all.map((version, place) => roundOf(version, draws[place] ?? []));
          for (const line of overTime(rounds, all)) {
            expect([line.began, line.ended]).toEqual([null, null]);
            for (const { given, ...cell } of line.cells) {
              if (given !== null && "since" in cell && cell.since !== null)
                expect(cell.since).toMatchObject({ comparable: true, reworded: [] });
            }
          }
        },
      ),
    );
  });

  it("put every line that was answered in one place", () => {
    fc.assert(
      fc.property(school, ({ all, rounds }) => {
        const lines = overTime(rounds, all);
        const { sections, numbers, gone } = placeLines(lines, all);
        const placed = [
          ...sections.flatMap(({ headline, lines: inside }) => [headline ?? [], inside].flat()),
          ...numbers,
          ...gone,
        ];
        const some = lines.filter(({ cells }) => cells.some(({ given }) => given !== null));
        expect(placed).toHaveLength(some.length);
        for (const { key, title } of placed) {
          expect(key).not.toBe("");
          expect(typeof title).toBe("string");
        }
      }),
    );
  });
});

describe("two signed copies of a questionnaire that changed", () => {
  const first = aDefinition();
  const [section] = first.sections;
  const [item, other] = section?.items ?? [];
  if (section === undefined || item === undefined || other === undefined) throw new Error("none");
  const withItems = (items: Definition["sections"][number]["items"]): Definition => ({
    ...first,
    sections: [
      { ...section, items: [...items, ...section.items.slice(2)] },
      ...first.sections.slice(1),
    ],
  });
  const told = (now: Definition, levels: readonly [string, string], key = item.key) => {
    const all = linked([first, now]);
    const rounds = all.map((version, place) => ({
      version: version.number,
      levels: version.definition.scale.levels,
      given: new Map(
        lineKeysOf(version.definition).map((one) => [
          one,
          { level: levels[place] ?? null, text: "" },
        ]),
      ),
    }));
    const line = overTime(rounds, all).find(({ keys }) => [...keys.values()].includes(key));
    return line?.cells.map(cellWords);
  };

  it("say further on, back or the same where a statement stayed", () => {
    expect(told(first, ["1", "3"])).toEqual([[], ["Further on"]]);
    expect(told(first, ["3", "1"])).toEqual([[], ["Back"]]);
    expect(told(first, ["2", "2"])).toEqual([[], ["The same"]]);
  });

  it("say that a statement was reworded, and compare it where its author let the answers stand", () => {
    const now = withItems([
      { ...item, statement: `${item.statement} Every term, with parents.` },
      other,
    ]);
    expect(told(now, ["1", "3"])).toEqual([[], ["Further on", "Reworded in version 2"]]);
  });

  it("stop at a statement that was split, on both sides of it", () => {
    const part = { ...item, key: "Z1", replaces: [item.key] };
    const now = withItems([item, part, other]);
    const split = `${item.key} was split into ${item.key} and Z1 in version 2`;
    expect(told(now, ["1", "3"])).toEqual([[], ["Not comparable with before", split]]);
    expect(told(now, ["1", "3"], "Z1")).toEqual([[`Not asked yet: ${split}`], []]);
  });

  it("stop where two became one, and where one was taken out", () => {
    const merged = withItems([{ ...item, replaces: [item.key, other.key] }]);
    const together = `${item.key} and ${other.key} were put together as ${item.key} in version 2`;
    expect(told(merged, ["1", "3"])?.[1]).toEqual(["Not comparable with before", together]);
    expect(told(merged, ["1", "3"], other.key)).toEqual([[], [`No longer asked: ${together}`]]);
    expect(told(withItems([item]), ["1", "3"], other.key)).toEqual([
      [],
      ["No longer asked: taken out in version 2"],
    ]);
  });

  it("give the author's note, and stop where the author asks afresh", () => {
    const reworded = { ...item, statement: "Something else altogether is asked of everybody now." };
    const rule = { rule: "ask-again" as const, note: "It asks for more now." };
    const keys = { from: [item.key], to: [item.key] };
    const now = {
      ...withItems([reworded, other]),
      changes: [{ subject: "statement" as const, ...keys, ...rule }],
    };
    expect(told(now, ["1", "3"])?.[1]).toEqual([
      "Not comparable with before",
      "Asked afresh in version 2 (It asks for more now)",
    ]);
  });

  it("follow the map of a scale that was turned round, and stop at a level that has no match", () => {
    const { levels } = first.scale;
    const names = levels.map(({ name }) => name);
    const counted = levels.filter(({ counts }) => counts).length;
    const turnedNames = [...names.slice(0, counted).reverse(), ...names.slice(counted)];
    const turned = levels.map((level, i) => ({ ...level, name: turnedNames[i] ?? level.name }));
    const now = { ...first, scale: { ...first.scale, levels: turned } };
    const [one = "", last = ""] = [levels[0]?.code, levels[counted - 1]?.code];
    expect(told(now, [one, last])?.[1]).toEqual(["The same"]);
    const fewer = { ...first, scale: { ...first.scale, levels: levels.slice(1) } };
    expect(told(fewer, [one, last])?.[1]?.[1]).toMatch(/^The level chosen before has no match/);
  });

  it("name the levels as the cause where the scale asks everything afresh", () => {
    const levels = first.scale.levels.map((level) => ({ ...level, name: `New ${level.name}` }));
    const scale = { ...first.scale, levels };
    const asks = { subject: "scale" as const, from: [scale.key], to: [scale.key] };
    const now = { ...first, scale, changes: [{ ...asks, rule: "ask-again" as const, note: null }] };
    expect(told(now, ["1", "3"])?.[1]?.[1]).toBe(
      "The levels changed in version 2, and answers start afresh",
    );
    const broken = {
      reason: "worked-out" as const,
      from: ["a"],
      to: ["a"],
      note: null,
      version: 3,
    };
    expect(breakWords(broken)).toBe("Worked out from other numbers since version 3");
  });

  it("compare by what lies between where the later copy is of the earlier version", () => {
    const all = linked([first, first]);
    const given = (level: string) => new Map([[item.key, { level, text: "" }]]);
    const { levels } = first.scale;
    const rounds = [
      { version: 2, levels, given: given("3") },
      { version: 1, levels, given: given("1") },
    ];
    const line = overTime(rounds, all).find(({ keys }) => keys.get(1) === item.key);
    expect(line?.cells.map(cellWords)).toEqual([[], ["Back"]]);
  });
});
