import { describe, expect, test } from "vitest";
import type { Applicability } from "~/domain/questionnaire/applicability";
import type { Duty } from "~/domain/questionnaire/duties";
import { asksOn, dutyWords, touchedBy } from "~/domain/questionnaire/duty-change";
import { RESPONSE_STATES, type ResponseState } from "~/domain/response/states";
import { aDefinition } from "~tests/support/factories/definitions";

const DUTY: Duty = {
  id: "duty",
  itemKey: "A1",
  kind: "must",
  source: "Children and Families Act 2014, section 100A",
  validFrom: null,
  validTo: null,
  types: ["academy"],
  checked: true,
};
const ALL: Applicability = { phases: ["P"], types: ["academy"], sections: null };

function response(over: Partial<Applicability> = {}, state: ResponseState = "in-progress") {
  return { id: "one", state, definition: aDefinition(), applicability: { ...ALL, ...over } };
}

const touches = (one: ReturnType<typeof response>, change: Partial<Duty> = {}, before = DUTY) =>
  touchedBy({ before, after: { ...before, ...change } }, [one]).length > 0;

describe("a changed duty touches a self-review", () => {
  test("that shows its statement, of a school it binds", () => {
    expect(touches(response())).toBe(true);
  });

  test("not where its section was not chosen, or the school is of another type", () => {
    expect(touches(response({ sections: ["B"] }))).toBe(false);
    expect(touches(response({ types: ["maintained"] }))).toBe(false);
  });

  test("where it bound the school before and no longer does, or does from now on", () => {
    const maintained = response({ types: ["maintained"] });
    expect(touches(response(), { types: ["maintained"] })).toBe(true);
    expect(touches(maintained, { types: ["maintained"] })).toBe(true);
  });

  test("only while it is being written", () => {
    const touched = RESPONSE_STATES.filter((state) => touches(response({}, state)));
    expect(touched).toEqual(["in-progress", "ready-to-sign"]);
  });

  test("when it is new, by what it binds", () => {
    const isNew = (types: Applicability["types"]) =>
      touchedBy({ before: null, after: DUTY }, [response({ types })]).length > 0;
    expect(isNew(["academy"])).toBe(true);
    expect(isNew(["maintained"])).toBe(false);
  });
});

test("a duty is said in one line, with its dates and whether it is checked", () => {
  expect(dutyWords(DUTY)).toBe("Legal duty: Children and Families Act 2014, section 100A");
  const dated = { ...DUTY, validFrom: "2027-04-01", checked: false };
  expect(dutyWords(dated)).toBe(
    "Legal duty: Children and Families Act 2014, section 100A (from 1 April 2027, reference to be checked)",
  );
});

describe("the day schools are asked about a change", () => {
  const today = "2026-11-22";
  const on = (after: Partial<Duty>, before: Duty | null = null) =>
    asksOn({ before, after: { ...DUTY, ...after } }, today);

  test("is its first day, where that is to come", () => {
    expect(on({ validFrom: "2027-04-01" })).toBe("2027-04-01");
  });

  test("is today where it holds already, or has no first day", () => {
    expect(on({ validFrom: today })).toBeNull();
    expect(on({})).toBeNull();
  });

  test("is today where something that holds now is put off", () => {
    expect(on({ validFrom: "2027-04-01" }, DUTY)).toBeNull();
  });

  test("is the first day again where what it was had ended", () => {
    const ended = { ...DUTY, validTo: "2026-08-31" };
    expect(on({ validFrom: "2027-04-01" }, ended)).toBe("2027-04-01");
  });
});
