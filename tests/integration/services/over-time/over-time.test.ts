import { describe, expect, test } from "vitest";
import type { Definition } from "~/domain/questionnaire/definition";
import { overTimeCsv } from "~/services/over-time/over-time-csv.server";
import { viewOverTime } from "~/services/over-time/view-over-time.server";
import type { LineView, OverTimeView } from "~/services/over-time/views";
import { viewSchoolHome } from "~/services/home/school-home.server";
import { markReady } from "~/services/signing/mark-ready.server";
import { recallResponse } from "~/services/signing/change-signed.server";
import { answerReview, confirmReview } from "~tests/support/answered-review";
import { anActor } from "~tests/support/factories/people";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { aReadySchool, sign, type ReadySchool } from "../signing/ready-school";

/** Version 2: A1 split, B1 reworded, a statement added, A2 taken out. */
function edited(definition: Definition): Definition {
  const [first, second, ...rest] = definition.sections;
  const [a1, , ...others] = first?.items ?? [];
  const [b1, ...more] = second?.items ?? [];
  if (first === undefined || second === undefined || a1 === undefined || b1 === undefined)
    throw new Error("The invented questionnaire is another");
  const part = { ...a1, key: "A8", short: "Second part", replaces: [a1.key] };
  const added = { ...a1, key: "A9", short: "Adrenaline pens", duties: [] };
  const reworded = { ...b1, statement: `${b1.statement} Parents are asked every term.` };
  return {
    ...definition,
    sections: [
      { ...first, items: [a1, part, added, ...others] },
      { ...second, items: [reworded, ...more] },
      ...rest,
    ],
    changeNotes: "Changes since version 1.",
  };
}

async function signed(place: ReadySchool, at: ReadySchool["at"]) {
  const { app, head } = place;
  await confirmReview(app, head, at);
  await answerReview(app, head, at);
  const ready = await markReady(app, head, at);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problem));
  const done = await sign(place, at);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

type Next = { versionId: string; title: string; private?: boolean };

async function asked(place: ReadySchool, { versionId, title, private: own }: Next) {
  const { app, owner, school } = place;
  const round = own ? null : await aRound(app, { organisationId: owner.id, versionId, title });
  const next = await aResponse(app, {
    ...{ schoolId: school.id, versionId, roundId: round?.id ?? null, phases: null },
  });
  return { urn: school.urn, responseId: next.id };
}

/** A school that signed version 1 twice and version 2 once. */
async function aSchoolOfThreeRounds() {
  const place = await aReadySchool({ response: { state: "not-started" } });
  const { app, at, owner, version } = place;
  await signed(place, at);
  app.clock.advance({ days: 90 });
  const again = await asked(place, { versionId: version.id, title: "Spring review" });
  await signed(place, again);
  const next = await aPublishedVersion(app, {
    definition: edited(version.definitionValue),
    organisationId: owner.id,
  });
  app.clock.advance({ days: 90 });
  const last = await asked(place, { versionId: next.id, title: "Summer review" });
  await signed(place, last);
  return { ...place, again, last, next };
}

const lineOf = ({ sections, gone }: OverTimeView, key: string): LineView | undefined =>
  [...sections.flatMap(({ lines }) => lines), ...gone].find((line) => line.key === key);
const wordsOf = (view: OverTimeView, key: string) => lineOf(view, key)?.cells.map((c) => c.words);

describe("what a school signed over time", () => {
  test("stands round by round, newest last, and stops in words where a version broke it", async () => {
    const { app, senco, at, last } = await aSchoolOfThreeRounds();
    const view = await viewOverTime(app, senco, last);
    expect(view.rounds.map(({ title, version }) => [title, version])).toEqual([
      ["Autumn review", 1],
      ["Spring review", 1],
      ["Summer review", 2],
    ]);
    const split = "A1 was split into A1 and A8 in version 2";
    expect(wordsOf(view, "A1")).toEqual([[], ["The same"], ["Not comparable with before", split]]);
    expect(wordsOf(view, "A8")?.slice(0, 2)).toEqual([
      [`Not asked yet: ${split}`],
      [`Not asked yet: ${split}`],
    ]);
    expect(wordsOf(view, "A9")?.[0]).toEqual(["Not asked yet: new in version 2"]);
    expect(wordsOf(view, "A2")?.[2]).toEqual(["No longer asked: taken out in version 2"]);
    expect(wordsOf(view, "B1")?.[2]).toEqual(["The same", "Reworded in version 2"]);
    expect(lineOf(view, "B1")?.cells.every(({ level }) => level !== null)).toBe(true);
    expect(view.gone.map(({ key }) => key)).toEqual(["A2"]);
    expect(view.numbers.length).toBeGreaterThan(0);
    expect(view.sections.every(({ headline }) => headline !== null)).toBe(true);
    expect(view.moved.broken).toBe(1);
    // The page is the same whichever of its self-reviews leads to it.
    const earlier = await viewOverTime(app, senco, at);
    expect({ ...earlier, responseId: "" }).toEqual({ ...view, responseId: "" });
  });

  test("is a table to download too, with a row for each copy and why it cannot be compared", async () => {
    const { app, senco, last } = await aSchoolOfThreeRounds();
    const { text, fileName } = await overTimeCsv(app, senco, last);
    expect(fileName).toMatch(/^over-time-\d{6}-\d{4}-\d\d-\d\d\.csv$/);
    const rows = text.split("\r\n").filter((row) => row.includes(",A1,"));
    expect(rows).toHaveLength(3);
    expect(rows[2]).toContain("A1 was split into A1 and A8 in version 2");
  });

  test("leaves out a copy that was called back, and is empty before anything is signed", async () => {
    const { app, head, senco, last } = await aSchoolOfThreeRounds();
    await recallResponse(app, head, last);
    const view = await viewOverTime(app, senco, last);
    expect(view.rounds).toHaveLength(2);
    const fresh = await aReadySchool();
    const empty = await viewOverTime(fresh.app, fresh.senco, fresh.at);
    expect(empty).toMatchObject({ rounds: [], sections: [], numbers: [], gone: [] });
  });

  test("shows a private copy to the team, never to a governor, who may not learn of it either", async () => {
    const place = await aSchoolOfThreeRounds();
    const { app, senco, governor, last, next } = place;
    app.clock.advance({ days: 1 });
    const own = await asked(place, { versionId: next.id, title: "", private: true });
    await signed(place, own);
    expect((await viewOverTime(app, senco, last)).rounds).toHaveLength(4);
    expect((await viewOverTime(app, governor, last)).rounds).toHaveLength(3);
    await expect(viewOverTime(app, governor, own)).rejects.toMatchObject({ code: "not-found" });
  });

  test("is for the school's own people: officers are refused, others find nothing", async () => {
    const { app, manager, outsider, owner, school, last } = await aSchoolOfThreeRounds();
    await expect(viewOverTime(app, manager, last)).rejects.toMatchObject({ code: "forbidden" });
    await expect(viewOverTime(app, outsider, last)).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = await anActor(app, {
      grants: [{ role: "officer", organisationId: owner.id, questionnaireKey: "another" }],
    });
    await expect(viewOverTime(app, elsewhere, last)).rejects.toMatchObject({ code: "not-found" });
    const never = { urn: school.urn, responseId: app.newId() };
    await expect(viewOverTime(app, manager, never)).rejects.toMatchObject({ code: "not-found" });
  });

  test("is led to from home, once for each questionnaire", async () => {
    const { app, senco, governor, school, last } = await aSchoolOfThreeRounds();
    for (const actor of [senco, governor]) {
      const { overTime } = await viewSchoolHome(app, actor, { urn: school.urn });
      expect(overTime).toEqual([{ responseId: last.responseId, title: "Test questionnaire" }]);
    }
  });
});
