import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { viewDuties } from "~/services/answering/view-duties.server";
import { viewOnePage } from "~/services/answering/view-one-page.server";
import { viewSection } from "~/services/answering/view-section.server";
import { viewTaskList } from "~/services/answering/view-task-list.server";
import { responses } from "~db/schema";
import { aDefinition, anItem } from "~tests/support/factories/definitions";
import { anActor } from "~tests/support/factories/people";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse } from "~tests/support/factories/rounds";
import { anAnsweringSchool, toSave, type AnsweringSchool } from "./answering-school";

const save = (
  { app, at, senco }: AnsweringSchool,
  over: Parameters<typeof toSave>[0],
  by = senco,
) => saveAnswer(app, by, { ...at, ...toSave(over) });

const section = ({ app, at, senco }: AnsweringSchool, key = "A", by = senco) =>
  viewSection(app, by, { ...at, section: key });

describe("a section", () => {
  test("shows what applies with its answers, and folds away what does not with the reason", async () => {
    const place = await anAnsweringSchool();
    await save(place, { key: "B1", content: { level: "3", whereSeen: "Plan" } });
    const view = await section(place, "B");
    expect(view.items.map(({ key }) => key)).toEqual(["B1"]);
    expect(view.items[0]?.answer).toMatchObject({ level: "3", whereSeen: "Plan", revision: 1 });
    expect(view.doesNotApply).toMatchObject([{ key: "B2", why: "phase" }]);
    expect(view).toMatchObject({ done: 1, total: 1, next: null, previous: { key: "A" } });
  });

  test("an answer never saved stands empty at save 0", async () => {
    const view = await section(await anAnsweringSchool());
    expect(view.items[0]?.answer).toMatchObject({ level: null, revision: 0, savedAt: null });
    expect(view.response.editable).toEqual({ ok: true });
  });

  test("asks for words where a choice needs them, each with its own question", async () => {
    const place = await anAnsweringSchool();
    await save(place, { key: "A2", content: { level: "4" } });
    await save(place, { key: "A1", content: { level: "2", duty: "partly" } });
    const view = await section(place);
    expect(view.needsWords).toMatchObject([
      { key: "A1", box: "dutyNote", duty: "partly" },
      { key: "A2", box: "commentary", levelName: "Sharing" },
    ]);
  });

  test("shows the duties in force and whether they are asked", async () => {
    const view = await section(await anAnsweringSchool());
    expect(view.items.map(({ key, asksDuty }) => [key, asksDuty])).toEqual([
      ["A1", true],
      ["A2", false],
      ["A3", false],
    ]);
    expect(view.items[0]?.duties).toEqual([
      { kind: "must", source: "An Act of 2014, section 1", checked: true },
    ]);
  });

  test("shows who else saved here in the last ten minutes, never the reader", async () => {
    const place = await anAnsweringSchool();
    await save(place, { key: "A2" }, place.colleague);
    await save(place, { key: "A3" });
    expect((await section(place)).others).toMatchObject([{ name: "Tom Okafor", section: "A" }]);
    expect((await section(place, "B")).others).toEqual([]);
    place.app.clock.advance({ minutes: 11 });
    expect((await section(place)).others).toEqual([]);
  });

  test("offers what the school wrote for the same question elsewhere, newest first", async () => {
    const related = anItem({ key: "A1", related: ["test-questionnaire/A2"] });
    const first = { key: "A", title: "Leading", looksLike: null, part: null, levels: [] };
    const definition = aDefinition({
      key: "core-standards",
      title: "Core Standards",
      sections: [{ ...first, items: [related] }],
    });
    const place = await anAnsweringSchool();
    const { app, school, owner } = place;
    await save(place, { key: "A2", content: { level: "2", commentary: "A call home." } });
    const other = await aPublishedVersion(app, { definition, organisationId: owner.id });
    const standards = await aResponse(app, { schoolId: school.id, versionId: other.id });
    const at = { urn: school.urn, responseId: standards.id, section: "A" };
    const view = await viewSection(app, place.senco, at);
    expect(view.items[0]?.related).toMatchObject([
      {
        questionnaireTitle: "Test questionnaire",
        key: "A2",
        section: "A",
        levelName: "Developing",
        commentary: "A call home.",
        by: { name: "Priya Nair" },
      },
    ]);
    const limited = await anActor(app, {
      grants: [{ role: "contributor", schoolId: school.id, questionnaireKey: "core-standards" }],
    });
    const seen = await viewSection(app, limited, at);
    expect(seen.items[0]?.related).toEqual([]);
  });

  test("shows last time's words from an earlier self-review of the same questionnaire", async () => {
    const place = await anAnsweringSchool();
    const { app, school, version } = place;
    const createdAt = new Date("2025-11-01T09:00:00Z");
    const last = await aResponse(app, { schoolId: school.id, versionId: version.id, createdAt });
    await saveAnswer(app, place.senco, {
      urn: school.urn,
      responseId: last.id,
      ...toSave({ key: "A2", content: { level: "1", whereSeen: "Old plan" } }),
    });
    const view = await section(place);
    const item = view.items.find(({ key }) => key === "A2");
    expect(item?.lastTime).toMatchObject({ levelName: "Starting", whereSeen: "Old plan" });
  });

  test("a section that is not there is not found, and a governor is refused", async () => {
    const place = await anAnsweringSchool();
    await expect(section(place, "Z")).rejects.toMatchObject({ code: "not-found" });
    await expect(section(place, "A", place.governor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(section(place, "A", place.outsider)).rejects.toMatchObject({ code: "not-found" });
  });

  test("says why the answers cannot be changed", async () => {
    const locked = await anAnsweringSchool({ response: { state: "ready-to-sign" } });
    expect((await section(locked)).response.editable).toEqual({
      ok: false,
      reason: "locked-for-signing",
    });
    const unconfirmed = await anAnsweringSchool({ response: { phases: null, types: null } });
    expect((await section(unconfirmed)).response.editable).toEqual({
      ok: false,
      reason: "confirm-first",
    });
  });
});

describe("the task list", () => {
  test("counts what is left, with who looks after a section and who changed it last", async () => {
    const place = await anAnsweringSchool();
    await save(place, { key: "A2", content: { level: "2" } });
    place.app.clock.advance({ minutes: 1 });
    await save(place, { key: "A3", content: { level: "4" } }, place.colleague);
    const view = await viewTaskList(place.app, place.senco, place.at);
    expect(view.sections[0]).toMatchObject({
      key: "A",
      done: 1,
      total: 3,
      completed: false,
      lastChange: { by: { name: "Tom Okafor" } },
      items: [
        { key: "A1", level: null, state: "empty" },
        { key: "A2", level: "2", state: "done" },
        { key: "A3", level: "4", state: "started" },
      ],
    });
    expect(view.left).toMatchObject({
      total: 3,
      withoutLevel: [{ key: "A1" }, { key: "B1" }],
      needWords: [{ key: "A3" }],
      sectionsToSumUp: [{ key: "A" }, { key: "B" }],
      next: { key: "A1", section: "A" },
    });
    expect(view.duties).toEqual({ yes: 0, partly: 0, no: 0, unanswered: 1 });
    expect(view.steps).toEqual([
      { step: "check", status: "left-first" },
      { step: "ready", status: "left-first" },
      { step: "sign", status: "left-first" },
    ]);
    expect(view.signers.heads).toMatchObject([{ name: "Margaret Ellis", title: "headteacher" }]);
  });

  test("gives the deadlines with how far off they are", async () => {
    const place = await anAnsweringSchool();
    const view = await viewTaskList(place.app, place.senco, place.at);
    expect(view.dates).toMatchObject([
      { kind: "first", date: "2026-12-11", workingDays: 13 },
      { kind: "final", date: "2027-01-15" },
    ]);
  });

  test("only the head and the coordinator may assign and change what applies", async () => {
    const place = await anAnsweringSchool();
    const forColleague = await viewTaskList(place.app, place.colleague, place.at);
    expect(forColleague).toMatchObject({ mayAssign: false, mayChangeApplicability: false });
    const forHead = await viewTaskList(place.app, place.head, place.at);
    expect(forHead).toMatchObject({ mayAssign: true, mayChangeApplicability: true });
  });

  test("another school's self-review is not found", async () => {
    const place = await anAnsweringSchool();
    const attempt = viewTaskList(place.app, place.outsider, {
      urn: place.otherSchool.urn,
      responseId: place.response.id,
    });
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  });

  test("after signing the steps are done", async () => {
    const place = await anAnsweringSchool({ round: { governorSigns: true } });
    await place.app.db.transact(async (tx) => {
      await tx
        .update(responses)
        .set({ state: "awaiting-governor" })
        .where(eq(responses.id, place.response.id));
    });
    const view = await viewTaskList(place.app, place.senco, place.at);
    expect(view.steps.map(({ status }) => status)).toEqual(["done", "done", "done", "not-yours"]);
  });
});

describe("duties", () => {
  test("list every statement with a duty in force and what the school answered", async () => {
    const place = await anAnsweringSchool();
    await save(place, { key: "A1", content: { level: "2", duty: "no", dutyNote: "By Term 4." } });
    const view = await viewDuties(place.app, place.senco, place.at);
    expect(view.duties).toMatchObject([
      { statement: { key: "A1" }, kind: "must", asked: true, answer: "no", note: "By Term 4." },
    ]);
  });
});

describe("a questionnaire on one page", () => {
  const definition = () => {
    const base = aDefinition();
    const [first, second] = base.sections;
    if (first === undefined || second === undefined) throw new Error("two sections");
    const [one, ...others] = first.items;
    if (one === undefined) throw new Error("a statement");
    return aDefinition({
      settings: { sectionSummary: false, askDuties: false, needed: "starters" },
      sections: [{ ...first, items: [{ ...one, starter: true, entry: true }, ...others] }, second],
    });
  };

  test("shows numbers with their shares, the starred statements, then going further", async () => {
    const place = await anAnsweringSchool({
      definition: definition(),
      round: { trainingThreshold: 85 },
    });
    await save(place, { key: "field:staff", content: { value: "41" } });
    await save(place, { key: "field:trained", content: { value: "33" } });
    const view = await viewOnePage(place.app, place.senco, place.at);
    expect(view.response.layout).toBe("one-page");
    expect(view.derived).toMatchObject([{ percent: 80, threshold: 85, short: 2 }]);
    expect(view.fields[0]).toMatchObject({
      key: "staff",
      answerKey: "field:staff",
      answer: { value: "41", revision: 1 },
    });
    expect(view.starters.map(({ key }) => key)).toEqual(["A1"]);
    expect(view.goingFurther.map((group) => group.items.map(({ key }) => key))).toEqual([
      ["A2", "A3"],
      ["B1"],
    ]);
    expect(view.points.entry).toMatchObject({ yes: 0, total: 1, missing: [{ key: "A1" }] });
  });
});
