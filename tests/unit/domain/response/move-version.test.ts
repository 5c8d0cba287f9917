import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText } from "~/domain/questionnaire/canonical";
import { fatesOf, type Fate } from "~/domain/questionnaire/compare/fates";
import type { Definition } from "~/domain/questionnaire/definition";
import { EMPTY_ANSWER, fieldKey, sectionKey, type AnswerContent } from "~/domain/response/answer";
import { changedKeys, planMove, undoWrites, writesOf } from "~/domain/response/move-version";
import { editQuestionnaire, generatedEdits } from "../../../support/generated-edits";
import { generatedQuestionnaire } from "../../../support/generated-questionnaires";

const answer = (over: Partial<AnswerContent> = {}): AnswerContent => ({ ...EMPTY_ANSWER, ...over });
const fate = (from: string, to: string[], over: Partial<Fate> = {}): [string, Fate] => [
  from,
  { from, to, rule: "keep", levels: null, note: null, ...over },
];

const keysOf = ({ sections, fields }: Definition): string[] => [
  ...sections.flatMap(({ key, items }) => [...items.map((item) => item.key), sectionKey(key)]),
  ...fields.map(({ key }) => fieldKey(key)),
];

/** A questionnaire, an author's edits, and answers to some of it. */
const running = fc
  .tuple(generatedQuestionnaire, generatedEdits, fc.array(fc.boolean(), { minLength: 40 }))
  .map(([old, edits, answered]) => {
    const codes = old.scale.levels.map(({ code }) => code);
    const standing = new Map(
      keysOf(old)
        .filter((_, place) => answered[place % answered.length])
        .map((key, place) => [
          key,
          key.startsWith("field:")
            ? answer({ value: String(place) })
            : answer({ level: codes[place % codes.length] ?? null, commentary: `Of ${key}.` }),
        ]),
    );
    return { old, now: editQuestionnaire(old, edits), standing };
  });

type Standing = ReadonlyMap<string, AnswerContent>;

function applied(standing: Standing, writes: readonly { key: string; content: AnswerContent }[]) {
  return new Map([...standing, ...writes.map(({ key, content }) => [key, content] as const)]);
}

/** A self-review as its version shows it, in canonical JSON: what nobody answered is not there. */
function shown(definition: Definition, standing: Standing): string {
  const answers = keysOf(definition)
    .map((key) => [key, standing.get(key) ?? EMPTY_ANSWER] as const)
    .filter(([, content]) => canonicalText(content) !== canonicalText(EMPTY_ANSWER));
  return canonicalText(Object.fromEntries(answers));
}

const moveOf = ({ old, now, standing }: { old: Definition; now: Definition; standing: Standing }) =>
  planMove(standing, { fates: fatesOf(old, now), keys: keysOf(now) });

describe("moving a running self-review to a newer version", () => {
  it("keeps, carries, asks about or sets aside every answer there is", () => {
    fc.assert(
      fc.property(running, ({ old, now, standing }) => {
        const plan = moveOf({ old, now, standing });
        const after = applied(standing, writesOf(plan, standing));
        const told = new Set([...plan.touched.flatMap(({ from }) => from), ...plan.setAside]);
        for (const [key, content] of standing) {
          const kept = [...after].some(
            ([to, one]) =>
              keysOf(now).includes(to) && canonicalText(one) === canonicalText(content),
          );
          expect(kept || told.has(key), `${key} is neither kept nor told of`).toBe(true);
        }
      }),
    );
  });

  it("counts nothing as done that it touched", () => {
    fc.assert(
      fc.property(running, (review) => {
        for (const { asks, content } of moveOf(review).touched) {
          if (asks === "read-again") expect(content.toConfirm).toBe(true);
          else expect(content).toEqual(EMPTY_ANSWER);
        }
      }),
    );
  });

  it("touches nothing between a version and itself", () => {
    fc.assert(
      fc.property(running, ({ old, standing }) => {
        const plan = moveOf({ old, now: old, standing });
        expect(plan).toEqual({ touched: [], carried: [], setAside: [] });
      }),
    );
  });

  it("and undoing it leaves the self-review byte for byte as it was, whatever was answered since", () => {
    fc.assert(
      fc.property(running, fc.string(), ({ old, now, standing }, words) => {
        const moved = applied(standing, writesOf(moveOf({ old, now, standing }), standing));
        const since = keysOf(now).slice(0, 3);
        const answered = applied(
          moved,
          since.map((key) => ({ key, content: answer({ commentary: words, helpWanted: true }) })),
        );
        const writes = undoWrites({ before: standing, now: answered }, keysOf(old));
        expect(shown(old, applied(answered, writes))).toBe(shown(old, standing));
      }),
    );
  });

  it("gives each part of a split statement the words, to be read again, with the author's note", () => {
    const standing = new Map([["A1", answer({ level: "3", commentary: "Plans are read." })]]);
    const split = { rule: "keep-and-confirm", note: "Now two." } as const;
    const fates = new Map([fate("A1", ["A1", "A9"], split)]);
    const { touched } = planMove(standing, { fates, keys: ["A1", "A9"] });
    expect(touched).toMatchObject([
      { key: "A1", from: ["A1"], asks: "read-again", note: "Now two.", content: { level: "3" } },
      { key: "A9", from: ["A1"], asks: "read-again", content: { commentary: "Plans are read." } },
    ]);
  });

  it("asks again from an empty place where the author says so, and shows what stood there", () => {
    const standing = new Map([["A1", answer({ level: "3", commentary: "Plans are read." })]]);
    const fates = new Map([fate("A1", ["A1"], { rule: "ask-again" })]);
    const plan = planMove(standing, { fates, keys: ["A1"] });
    expect(plan.touched).toMatchObject([{ key: "A1", from: ["A1"], asks: "answer-again" }]);
    expect(writesOf(plan, standing)).toEqual([{ key: "A1", content: EMPTY_ANSWER }]);
  });

  it("carries an answer to another key without asking, where nothing but the key is new", () => {
    const standing = new Map([["A1", answer({ level: "3" })]]);
    const plan = planMove(standing, { fates: new Map([fate("A1", ["B1"])]), keys: ["B1"] });
    expect(plan).toMatchObject({ touched: [], carried: [{ key: "B1", content: { level: "3" } }] });
  });

  it("asks for an answer from an earlier stay to be read again, which the old version does not have", () => {
    const standing = new Map([["B9", answer({ level: "3" })]]);
    const plan = planMove(standing, { fates: new Map(), keys: ["B9"] });
    expect(plan.touched).toMatchObject([
      { key: "B9", from: [], asks: "read-again", content: { level: "3", toConfirm: true } },
    ]);
  });

  it("names every key that asks for something else now, answered or not", () => {
    const reworded = fate("A1", ["A1"], { rule: "keep-and-confirm" });
    const fates = new Map([reworded, fate("A2", ["A2"]), fate("A3", [], { rule: "set-aside" })]);
    expect(changedKeys({ fates, keys: ["A1", "A2"] })).toEqual(["A1"]);
  });
});
