import { describe, expect, it } from "vitest";
import { lineChanges, readDayLines, type DayLine } from "~/domain/visit/day-lines";
import { hasSmallGroup, readPlan, type PlanFields } from "~/domain/visit/plan-fields";
import { TEMPLATE_DAY } from "~/domain/visit/template-day";

const known = { sections: ["A", "B", "C", "D"], statements: ["A1", "C1", "C2"] };
const PLAN: PlanFields = {
  sections: ["C"],
  statements: ["C2"],
  focusReason: "We changed how we write plans.",
  context: "",
  practicalNotes: "Park at the church.",
};
const read = (over: Partial<PlanFields>, toAgree = true) =>
  readPlan({ ...PLAN, ...over }, { known, toAgree });
const fieldsOf = (result: ReturnType<typeof read>) =>
  result.ok ? [] : result.problem.map(({ field }) => field);

describe("a plan", () => {
  it("holds sections first, in the questionnaire's order, and only keys it has", () => {
    const result = read({ sections: ["C", "A", "Z"], statements: ["C2", "A1", "x"] });
    expect(result.ok && result.value.focus.map(({ key }) => key)).toEqual(["A", "C", "A1", "C2"]);
  });

  it("needs one to three sections and a reason to be agreed, neither to be saved", () => {
    expect(fieldsOf(read({ sections: [], focusReason: " " }))).toEqual(["sections", "focusReason"]);
    expect(fieldsOf(read({ sections: [], focusReason: "" }, false))).toEqual([]);
    expect(fieldsOf(read({ sections: ["A", "B", "C", "D"] }, false))).toEqual(["sections"]);
  });

  it("takes up to eight statements", () => {
    const statements = Array.from({ length: 9 }, (_, index) => `A${index + 1}`);
    const many = readPlan(
      { ...PLAN, statements },
      { known: { ...known, statements }, toAgree: true },
    );
    expect(many.ok ? [] : many.problem.map(({ field }) => field)).toEqual(["statements"]);
  });

  it.each(["2 pupils with plans", "Three new children came", "one girl"])(
    "asks for fewer than 5 instead of a small group: %s",
    (context) => {
      expect(fieldsOf(read({ context }))).toEqual(["context"]);
    },
  );

  it.each([
    "14 pupils with plans",
    "fewer than 5 pupils",
    "two classes",
    "Year 4 pupils",
    "one in four pupils",
  ])("leaves other numbers alone: %s", (context) => {
    expect(hasSmallGroup(context)).toBe(false);
  });
});

const held: DayLine[] = [
  { ...line("a1"), title: "Learning walk" },
  { ...line("a2"), title: "Parents" },
];
function line(id: string): DayLine {
  return {
    id,
    version: 1,
    kind: "meeting",
    title: "Head and SENCO",
    withWhom: "headteacher",
    place: "",
    startsAt: "09:10",
    endsAt: "09:40",
  };
}
const made = held.map(({ id, version }) => ({ id, version }));

describe("the lines of a day", () => {
  it("can start from the template as it stands", () => {
    const result = readDayLines(TEMPLATE_DAY);
    expect(result.ok && result.value.map(({ kind }) => kind)).toHaveLength(8);
  });

  it("leave out a line without a title, and say at which line hours are wrong", () => {
    const [first, second] = TEMPLATE_DAY;
    if (first === undefined || second === undefined) throw new Error("no template");
    const result = readDayLines([
      { ...first, title: " " },
      { ...second, startsAt: "11:00", endsAt: "10:00" },
    ]);
    expect(result.ok ? [] : result.problem.map(({ field }) => field)).toEqual(["startsAt-2"]);
  });

  it("are twenty at the most, not counting rows of the form that stay empty", () => {
    const [first] = TEMPLATE_DAY;
    if (first === undefined) throw new Error("no template");
    const rows = (lines: number) => [
      ...Array.from({ length: lines }, () => first),
      { ...first, title: "" },
      { ...first, title: "" },
    ];
    const full = readDayLines(rows(20));
    expect(full.ok && full.value).toHaveLength(20);
    const over = readDayLines(rows(21));
    expect(over.ok ? [] : over.problem).toEqual([
      { field: "title-21", message: "Use 20 lines or fewer: take one out" },
    ]);
  });

  it("are added, changed and taken out against what stands", () => {
    const [first] = held;
    if (first === undefined) throw new Error("no line");
    const mine = [
      { ...first, title: "A longer walk" },
      { ...line(""), version: 0 },
    ];
    const changes = lineChanges(mine, { held, made });
    expect(changes?.changed.map(({ title }) => title)).toEqual(["A longer walk"]);
    expect(changes?.added).toHaveLength(1);
    expect(changes?.removed.map(({ id }) => id)).toEqual(["a2"]);
  });

  it("changed by somebody else meanwhile are a conflict, unless both say the same", () => {
    const theirs = held.map((one) =>
      one.id === "a1" ? { ...one, version: 2, title: "Walk" } : one,
    );
    expect(lineChanges(held, { held: theirs, made })).toBeNull();
    const same = theirs.map((one) => ({ ...one }));
    expect(lineChanges(same, { held: theirs, made })).toEqual({
      added: [],
      changed: [],
      removed: [],
    });
    expect(lineChanges(held, { held: held.slice(1), made })).toBeNull();
    expect(lineChanges([], { held, made: [] })).toBeNull();
  });
});
