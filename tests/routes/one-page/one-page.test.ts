import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { action, loader } from "~/routes/schools.$urn.self-reviews.$id._index";
import { answerRevisions, answers } from "~db/schema";
import {
  anAnsweringSchool,
  type AnsweringSchool,
} from "~tests/integration/answering/answering-school";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aDefinition, anItem } from "~tests/support/factories/definitions";
import { askRoute } from "../auth/ask-route";

const base = aDefinition();
const [levelled] = base.sections;

/** A small form on one page: A1 starred and asked for by the scheme, A2 going further, a number and a date. */
const definition = aDefinition({
  settings: { sectionSummary: false, askDuties: false, needed: "starters" },
  fields: [
    { key: "staff", label: "Staff", kind: "count", hint: null, required: true },
    { key: "trained", label: "Staff trained", kind: "count", hint: null, required: true },
    { key: "approved", label: "Date approved", kind: "date", hint: null, required: false },
  ],
  sections: levelled
    ? [
        {
          ...levelled,
          items: [anItem({ key: "A1", starter: true, entry: true }), anItem({ key: "A2" })],
        },
      ]
    : [],
});

type Over = { urn?: string; id?: string; by?: Actor };

async function ask(place: AnsweringSchool, over: Over, fields?: Record<string, string>) {
  const { app, at, senco } = place;
  const { urn = at.urn, id = at.responseId, by = senco } = over;
  const cookie = await aSession(app, by.userId);
  const path = `/schools/${urn}/self-reviews/${id}`;
  return fields === undefined
    ? askRoute(loader, app, { request: aRequest(path, cookie), params: { urn, id } })
    : askRoute(action, app, { request: aPost(path, fields, cookie), params: { urn, id } });
}

const countSaves = ({ app }: AnsweringSchool) => app.db.read.$count(answerRevisions);
const filled = { "A1.level": "3", "field:staff.value": "41", "field:trained.value": "33" };

describe("a self-review on one page", () => {
  it("shows the numbers with their share, the starred points, then going further", async () => {
    const place = await anAnsweringSchool({ definition });
    await ask(place, {}, filled);
    const answer = await ask(place, {});
    expect(answer).toMatchObject({
      status: 200,
      data: {
        layout: "one-page",
        view: {
          starters: [{ key: "A1", answer: { level: "3" } }],
          goingFurther: [{ key: "A", items: [{ key: "A2" }] }],
          derived: [{ percent: 80 }],
        },
      },
    });
  });

  it("asks which parts apply before anything", async () => {
    const response = { phases: null, types: null, confirmedAt: null };
    const place = await anAnsweringSchool({ definition, response });
    const answer = await ask(place, {});
    expect(answer.headers.get("Location")).toBe(
      `/schools/${place.at.urn}/self-reviews/${place.at.responseId}/start`,
    );
  });

  it("is not found for another school's id, address or people", async () => {
    const place = await anAnsweringSchool({ definition });
    const { otherSchool, outsider } = place;
    const cases: Over[] = [
      { urn: otherSchool.urn },
      { urn: otherSchool.urn, by: outsider },
      { by: outsider },
      { id: "nothing" },
    ];
    for (const over of cases) {
      expect((await ask(place, over)).status).toBe(404);
      expect((await ask(place, over, filled)).status).toBe(404);
    }
    expect(await countSaves(place)).toBe(0);
  });
});

describe("its form without a script", () => {
  it("saves what was filled in, and stays or goes on to the check", async () => {
    const place = await anAnsweringSchool({ definition });
    const here = `/schools/${place.at.urn}/self-reviews/${place.at.responseId}`;
    const stays = await ask(place, {}, { ...filled, then: "stay" });
    expect([stays.status, stays.headers.get("Location")]).toEqual([302, `${here}?saved=1`]);
    expect(await countSaves(place)).toBe(3);
    const checks = await ask(place, {}, { "A2.level": "2", then: "check" });
    expect([checks.status, checks.headers.get("Location")]).toEqual([302, `${here}/check`]);
  });

  it("keeps a date as a day, whichever way it was written", async () => {
    const place = await anAnsweringSchool({ definition });
    await ask(place, {}, { "field:approved.value": "4 9 2026" });
    const [saved] = await place.app.db.read.select().from(answers);
    expect(saved).toMatchObject({ key: "field:approved", value: "2026-09-04" });
  });

  const refused: [field: string, typed: string, words: RegExp][] = [
    ["field:approved", "soon", /like 4 9 2026/],
    ["field:approved", "31 2 2026", /like 4 9 2026/],
    ["field:staff", "forty", /whole number/],
    ["field:staff", "-1", /whole number/],
  ];
  it.each(refused)("gives %s back as typed, %s, and saves the rest", async (key, typed, words) => {
    const place = await anAnsweringSchool({ definition });
    const answer = await ask(place, {}, { "A1.level": "3", [`${key}.value`]: typed });
    expect(answer).toMatchObject({
      status: 422,
      data: {
        returned: [
          {
            key,
            content: { value: typed },
            refusal: { part: "value", field: expect.stringMatching(words) as string },
          },
        ],
      },
    });
    const saved = await place.app.db.read.select().from(answers);
    expect(saved.map((one) => one.key)).toEqual(["A1"]);
  });

  it("tells of a colleague's save that came first", async () => {
    const place = await anAnsweringSchool({ definition });
    await ask(place, { by: place.colleague }, { "A1.level": "2" });
    const answer = await ask(place, {}, { "A1.level": "3", "A1.base": "0" });
    expect(answer).toMatchObject({
      status: 409,
      data: { returned: [{ key: "A1", theirs: { byName: "Tom Okafor" } }] },
    });
    expect(await countSaves(place)).toBe(1);
  });
});
