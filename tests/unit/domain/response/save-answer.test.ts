import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";
import { contentOf, sameContent } from "~/domain/response/answer-content";
import { decideSave, type SaveRequest } from "~/domain/response/save-answer";
import { RESPONSE_STATES } from "~/domain/response/states";
import { aDefinition, anAnswer } from "./a-definition";

const definition = aDefinition();
const written: AnswerContent = { ...EMPTY_ANSWER, level: "2", commentary: "Agreed and begun." };

function aSave(request: Partial<SaveRequest> = {}): SaveRequest {
  return {
    definition,
    state: "in-progress",
    roundOpen: true,
    key: "A1",
    applies: true,
    current: null,
    baseRevision: 0,
    content: written,
    namesConfirmed: false,
    ...request,
  };
}

function saved(request: Partial<SaveRequest> = {}) {
  const result = decideSave(aSave(request));
  if (!result.ok) throw new Error(`refused: ${result.problem.code}`);
  return result.value;
}

function problem(request: Partial<SaveRequest> = {}) {
  const result = decideSave(aSave(request));
  if (result.ok) throw new Error("it was saved");
  return result.problem;
}

const typed = (content: Partial<AnswerContent>): AnswerContent => ({ ...EMPTY_ANSWER, ...content });

describe("a save that holds", () => {
  it("is the first of its answer and starts the response", () => {
    const first = saved({ state: "not-started" });
    expect(first).toEqual({ content: written, revision: 1, changed: true, event: "firstSave" });
  });

  it("counts on from what stands", () => {
    const current = anAnswer("A1", { level: "1" }, 4);
    const next = saved({ current, baseRevision: 4 });
    expect(next).toMatchObject({ revision: 5, changed: true, event: null });
  });

  it("writes nothing when it says what stands, even from an old page", () => {
    const current = anAnswer("A1", written, 4);
    const same = saved({ current, baseRevision: 2 });
    expect(same).toMatchObject({ revision: 4, changed: false, event: null });
  });

  it("writes nothing for an empty box that was never filled", () => {
    const empty = saved({ state: "not-started", content: EMPTY_ANSWER });
    expect(empty).toMatchObject({ revision: 0, changed: false, event: null });
  });

  it("keeps line ends one way, so that a form and a script save the same text", () => {
    const kept = saved({ content: typed({ commentary: "One\r\nTwo\u0000" }) });
    expect(kept.content.commentary).toBe("One\nTwo");
  });

  it("takes a count, a date and an address as people type them", () => {
    const valueOf = (key: string, value: string) =>
      saved({ key, content: typed({ value }) }).content.value;
    expect(valueOf("field:staff", " 1,204 ")).toBe("1204");
    expect(valueOf("field:policyDate", "4 9 2026")).toBe("2026-09-04");
    expect(valueOf("field:leadEmail", "lead@school.example")).toBe("lead@school.example");
    expect(valueOf("field:leadName", "Amelia Stone")).toBe("Amelia Stone");
  });
});

describe("a save that is refused", () => {
  it.each(RESPONSE_STATES)(
    "changes nothing unless the response is open for answers: %s",
    (state) => {
      const result = decideSave(aSave({ state }));
      const isOpen = state === "not-started" || state === "in-progress";
      expect(result.ok ? "saved" : result.problem.code).toBe(isOpen ? "saved" : "not-editable");
    },
  );

  it("comes after the round closed", () => {
    expect(problem({ roundOpen: false }).code).toBe("round-closed");
  });

  it.each(["A9", "section:Z", "field:none", "", "constructor"])("names nothing: %s", (key) => {
    expect(problem({ key }).code).toBe("unknown-key");
  });

  it("is a summary where the questionnaire has none", () => {
    const noSummaries = aDefinition({ sectionSummary: false });
    expect(problem({ definition: noSummaries, key: "section:A" }).code).toBe("unknown-key");
  });

  it("is of a statement that does not apply", () => {
    expect(problem({ applies: false }).code).toBe("does-not-apply");
  });

  it("chooses a level that is not open there", () => {
    const wrong = { code: "wrong-option", part: "level" };
    expect(problem({ content: typed({ level: "7" }) })).toMatchObject(wrong);
    expect(problem({ key: "B1", content: typed({ level: "4" }) })).toMatchObject(wrong);
    expect(problem({ key: "section:A", content: typed({ level: "N" }) })).toMatchObject(wrong);
  });

  it("answers a duty where none is asked", () => {
    const refused = problem({
      definition: aDefinition({ askDuties: false }),
      content: typed({ duty: "yes" }),
    });
    expect(refused).toMatchObject({ code: "wrong-option", part: "duty" });
  });

  it("is too long, and says by how much", () => {
    const refused = problem({ content: typed({ whereSeen: "x".repeat(301) }) });
    expect(refused).toMatchObject({ code: "too-long", part: "whereSeen", max: 300, length: 301 });
  });

  it.each([
    ["field:staff", "-1", "not-a-number"],
    ["field:staff", "4.5", "not-a-number"],
    ["field:staff", "many", "not-a-number"],
    ["field:policyDate", "31 2 2026", "not-a-day"],
    ["field:leadEmail", "lead at school", "not-an-address"],
  ])("is no value for %s: %s", (key, value, why) => {
    const refused = problem({ key, content: typed({ value }) });
    expect(refused).toMatchObject({ code: "wrong-value", problem: why });
  });

  it("holds a pupil number, whatever the writer says about it", () => {
    const content = typed({ commentary: "See P000000000001." });
    const refused = problem({ content, namesConfirmed: true });
    expect(refused).toMatchObject({ code: "upn", part: "commentary", words: ["P000000000001"] });
  });

  it("may name a child, until the writer says that it does not", () => {
    const content = typed({ commentary: "Amelia in Year 4 has a plan." });
    const names = [{ words: "Amelia", why: "beside-pupil" }];
    expect(problem({ content })).toMatchObject({ code: "names", part: "commentary", names });
    expect(saved({ content, namesConfirmed: true }).changed).toBe(true);
  });

  it("does not ask again about a word that already stands there", () => {
    const current = anAnswer("A1", { commentary: "Amelia in Year 4 has a plan." });
    const content = typed({ commentary: "Amelia in Year 4 has a plan now." });
    expect(saved({ current, baseRevision: 1, content }).revision).toBe(2);
  });
});

describe("two people at once", () => {
  it("gives both texts when somebody saved since", () => {
    const current = anAnswer("A1", { level: "3" }, 4);
    const conflict = { code: "conflict", theirs: current, content: written };
    expect(problem({ current, baseRevision: 3 })).toEqual(conflict);
  });

  it("is a conflict though different parts were changed", () => {
    const current = anAnswer("A1", { ...written, whereSeen: "Staff room" }, 2);
    expect(problem({ current, baseRevision: 1, content: { ...written, level: "3" } }).code).toBe(
      "conflict",
    );
  });

  it("lets the writer keep theirs by saving from what stands", () => {
    const current = anAnswer("A1", { level: "3" }, 4);
    expect(saved({ current, baseRevision: 4 })).toMatchObject({ revision: 5, content: written });
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", "Amelia in Year 4", "P000000000001", "x".repeat(5000), "4 9 2026", "12"),
);
const anyContent: fc.Arbitrary<AnswerContent> = fc.record({
  level: fc.constantFrom(null, "1", "2", "4", "N", "x"),
  commentary: anyText,
  whereSeen: anyText,
  duty: fc.constantFrom(null, "yes", "partly", "no"),
  dutyNote: anyText,
  helpWanted: fc.boolean(),
  toConfirm: fc.boolean(),
  value: anyText,
});
const anyRequest: fc.Arbitrary<SaveRequest> = fc.record({
  definition: fc.constant(definition),
  state: fc.constantFrom(...RESPONSE_STATES, "in-progress", "in-progress"),
  roundOpen: fc.boolean(),
  key: fc.constantFrom("A1", "B2", "section:A", "field:staff", "field:policyDate", "Z9"),
  applies: fc.boolean(),
  current: fc.option(anyContent.map((content) => anAnswer("A1", content, 3))),
  baseRevision: fc.integer({ min: 0, max: 4 }),
  content: anyContent,
  namesConfirmed: fc.boolean(),
});

describe("whatever is sent", () => {
  it("is written, stands already, or is given back as it was sent", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const result = decideSave(request);
        if (!result.ok) return result.problem.content === request.content;
        const before = request.current?.revision ?? 0;
        return result.value.revision === before + (result.value.changed ? 1 : 0);
      }),
    );
  });

  it("never overwrites a save that the writer had not seen", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const result = decideSave(request);
        if (!result.ok || !result.value.changed || request.current === null) return;
        expect(request.baseRevision).toBe(request.current.revision);
      }),
    );
  });

  it("stands already when what was written is sent again", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const first = decideSave(request);
        if (!first.ok || !first.value.changed) return;
        const { content, revision } = first.value;
        const current = { ...anAnswer(request.key, content), revision };
        const again = decideSave({ ...request, current, content });
        expect(again).toMatchObject({ ok: true, value: { changed: false, revision } });
        expect(sameContent(contentOf(current), content)).toBe(true);
      }),
    );
  });
});
