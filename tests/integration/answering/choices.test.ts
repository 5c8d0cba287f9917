import { describe, expect, test } from "vitest";
import { assignSections, viewAssignments } from "~/services/answering/assign-sections.server";
import {
  confirmApplicability,
  viewApplicability,
  type ConfirmInput,
} from "~/services/answering/confirm-applicability.server";
import { resolveConflict } from "~/services/answering/resolve-conflict.server";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { startPrivate, viewPrivateStart } from "~/services/answering/start-private.server";
import { restoreVersion, viewVersions } from "~/services/answering/versions.server";
import { viewSection } from "~/services/answering/view-section.server";
import { viewTaskList } from "~/services/answering/view-task-list.server";
import { answerRevisions, auditEntries, responses } from "~db/schema";
import { anAnsweringSchool, content, toSave, type AnsweringSchool } from "./answering-school";

const save = (
  { app, at, senco }: AnsweringSchool,
  over: Parameters<typeof toSave>[0],
  by = senco,
) => saveAnswer(app, by, { ...at, ...toSave(over) });

const countSaves = ({ app }: AnsweringSchool) => app.db.read.$count(answerRevisions);

describe("what applies", () => {
  const unconfirmed = { response: { phases: null, types: null, confirmedAt: null } };
  const confirm = ({ app, at, senco }: AnsweringSchool, over: Partial<ConfirmInput>, by = senco) =>
    confirmApplicability(app, by, {
      ...at,
      phases: ["P"],
      types: ["academy"],
      sections: [],
      version: 1,
      changeAccepted: false,
      ...over,
    });

  test("is suggested from GIAS and pinned when the school confirms", async () => {
    const place = await anAnsweringSchool(unconfirmed);
    const page = await viewApplicability(place.app, place.senco, place.at);
    const suggested = page.phases.filter((phase) => phase.suggested).map(({ code }) => code);
    expect(suggested).toEqual(["EY", "P"]);
    expect(page).toMatchObject({ confirmed: false, sections: null });
    expect(await confirm(place, {})).toMatchObject({ kind: "confirmed" });
    const list = await viewTaskList(place.app, place.senco, place.at);
    expect(list.applicability).toMatchObject({
      confirmed: true,
      phases: ["P"],
      types: ["academy"],
    });
  });

  test("missing: nothing ticked says which to choose, and nothing is written", async () => {
    const place = await anAnsweringSchool(unconfirmed);
    const outcome = await confirm(place, { phases: [], types: ["nonsense"] });
    expect(outcome).toEqual({
      kind: "problems",
      problems: [
        { field: "phases", code: "choose-one" },
        { field: "types", code: "choose-one" },
      ],
    });
    expect(await place.app.db.read.select().from(responses)).toMatchObject([{ phases: null }]);
  });

  test("a change that sets answers aside is asked about first, and keeps the answers", async () => {
    const place = await anAnsweringSchool({ response: { phases: '["S"]' } });
    await save(place, { key: "B2", content: { level: "3" } });
    const asked = await confirm(place, { version: 2 });
    expect(asked).toMatchObject({
      kind: "ask",
      change: { nowApply: [], noLongerApply: [{ key: "B2" }], answersSetAside: [{ key: "B2" }] },
    });
    expect(await confirm(place, { version: 2, changeAccepted: true })).toMatchObject({
      kind: "confirmed",
    });
    expect(await countSaves(place)).toBe(1);
    const back = await confirm(place, { version: 3, phases: ["S"] });
    expect(back).toMatchObject({ kind: "confirmed", change: { nowApply: [{ key: "B2" }] } });
    const view = await viewSection(place.app, place.senco, { ...place.at, section: "B" });
    expect(view.items.find(({ key }) => key === "B2")?.answer.level).toBe("3");
  });

  test("stale version: someone confirmed meanwhile, so nothing is written", async () => {
    const place = await anAnsweringSchool(unconfirmed);
    await confirm(place, { phases: ["P"] });
    expect(await confirm(place, { phases: ["S"] }, place.head)).toEqual({ kind: "conflict" });
    expect(await place.app.db.read.select().from(responses)).toMatchObject([{ phases: '["P"]' }]);
  });

  test("where the round lets the school choose, at least so many sections are needed", async () => {
    const place = await anAnsweringSchool({ ...unconfirmed, round: { chooseAtLeast: 1 } });
    expect(await confirm(place, { sections: ["Z"] })).toEqual({
      kind: "problems",
      problems: [{ field: "sections", code: "choose-more", atLeast: 1 }],
    });
    expect(await confirm(place, { sections: ["B"] })).toMatchObject({ kind: "confirmed" });
    const list = await viewTaskList(place.app, place.senco, place.at);
    expect(list.sections.map(({ key }) => key)).toEqual(["B"]);
  });

  test("a contributor may not confirm, and an outsider finds nothing", async () => {
    const place = await anAnsweringSchool(unconfirmed);
    await expect(confirm(place, {}, place.colleague)).rejects.toMatchObject({ code: "forbidden" });
    await expect(confirm(place, {}, place.outsider)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("assigning sections", () => {
  test("asks a colleague, and asking again or nobody replaces it", async () => {
    const place = await anAnsweringSchool();
    const { app, at, senco, head, colleague } = place;
    const assign = (userId: string | null) =>
      assignSections(app, senco, { ...at, assignments: [{ section: "A", userId }] });
    expect(await assign(colleague.userId)).toEqual({ changed: 1 });
    expect(await assign(colleague.userId)).toEqual({ changed: 0 });
    await assign(head.userId);
    const view = await viewAssignments(app, senco, at);
    expect(view.sections[0]?.assignedTo).toMatchObject({ name: "Margaret Ellis" });
    expect(view.people.map(({ name }) => name)).toEqual([
      "Margaret Ellis",
      "Priya Nair",
      "Tom Okafor",
    ]);
    await assign(null);
    expect((await viewAssignments(app, senco, at)).sections[0]?.assignedTo).toBeNull();
  });

  test("tampered ids: an unknown section or a person of another school is refused", async () => {
    const { app, at, senco, outsider } = await anAnsweringSchool();
    const wrong = [
      { section: "A", userId: outsider.userId },
      { section: "Z", userId: senco.userId },
    ];
    for (const one of wrong) {
      const attempt = assignSections(app, senco, { ...at, assignments: [one] });
      await expect(attempt).rejects.toMatchObject({ code: "invalid" });
    }
  });

  test("a contributor may not assign", async () => {
    const { app, at, colleague } = await anAnsweringSchool();
    const attempt = assignSections(app, colleague, { ...at, assignments: [] });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("earlier versions", () => {
  test("stand by person and sitting, newest first, and every save is there", async () => {
    const place = await anAnsweringSchool();
    await save(place, { content: { level: "1" } });
    place.app.clock.advance({ minutes: 2 });
    await save(place, { base: 1, content: { level: "2" } });
    place.app.clock.advance({ days: 1 });
    await save(place, { base: 2, content: { level: "3" } }, place.colleague);
    const view = await viewVersions(place.app, place.senco, { ...place.at, key: "A2" });
    expect(
      view.sittings.map(({ by, saves }) => [by.name, saves.map((one) => one.levelName)]),
    ).toEqual([
      ["Tom Okafor", ["Established"]],
      ["Priya Nair", ["Developing", "Starting"]],
    ]);
    expect(view.sittings[0]?.saves[0]?.current).toBe(true);
  });

  test("restoring is a new save of the old words, and nothing later is lost", async () => {
    const place = await anAnsweringSchool();
    await save(place, { content: { level: "1", commentary: "First words" } });
    await save(place, { base: 1, content: { level: "3" } }, place.colleague);
    const restored = await restoreVersion(place.app, place.senco, {
      ...place.at,
      key: "A2",
      revision: 1,
      base: 2,
      saveId: "restore-1",
    });
    expect(restored).toMatchObject({ kind: "saved", revision: 3 });
    const view = await viewVersions(place.app, place.senco, { ...place.at, key: "A2" });
    expect(view.current).toMatchObject({ level: "1", commentary: "First words", revision: 3 });
    expect(await countSaves(place)).toBe(3);
  });

  test("stale version: restoring over someone's newer save is told as a conflict", async () => {
    const place = await anAnsweringSchool();
    await save(place, { content: { level: "1" } });
    await save(place, { base: 1, content: { level: "2" } });
    await save(place, { base: 2, content: { level: "3" } }, place.colleague);
    const attempt = await restoreVersion(place.app, place.senco, {
      ...place.at,
      key: "A2",
      revision: 1,
      base: 2,
      saveId: "restore-2",
    });
    expect(attempt).toMatchObject({ kind: "conflict", theirs: { revision: 3 } });
    expect(await countSaves(place)).toBe(3);
  });

  test("an unknown statement or version is not found", async () => {
    const place = await anAnsweringSchool();
    const gone = viewVersions(place.app, place.senco, { ...place.at, key: "Z9" });
    await expect(gone).rejects.toMatchObject({ code: "not-found" });
    const never = restoreVersion(place.app, place.senco, {
      ...place.at,
      key: "A2",
      revision: 7,
      base: 0,
      saveId: "restore-3",
    });
    await expect(never).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("two versions of one answer", () => {
  const resolve = async (choice: "mine" | "theirs" | "both") => {
    const place = await anAnsweringSchool();
    await save(place, { content: { level: "2", commentary: "Tom's words" } }, place.colleague);
    const outcome = await resolveConflict(place.app, place.senco, {
      ...place.at,
      key: "A2",
      choice,
      mine: content({ level: "3", commentary: "My words" }),
      theirRevision: 1,
      saveId: "resolve",
      namesConfirmed: false,
    });
    return { place, outcome };
  };

  test("keep mine is a save on top of theirs", async () => {
    const { place, outcome } = await resolve("mine");
    expect(outcome).toMatchObject({ kind: "saved", revision: 2 });
    expect(await countSaves(place)).toBe(2);
  });

  test("keep theirs writes nothing and shows what stands", async () => {
    const { place, outcome } = await resolve("theirs");
    expect(outcome).toMatchObject({ kind: "kept-theirs", answer: { commentary: "Tom's words" } });
    expect(await countSaves(place)).toBe(1);
  });

  test("edit both together gives the joined words to edit, from their save", async () => {
    const { place, outcome } = await resolve("both");
    expect(outcome).toMatchObject({
      kind: "edit",
      base: 1,
      content: { level: "3", commentary: "My words\n\nTom's words" },
    });
    expect(await countSaves(place)).toBe(1);
  });
});

describe("a private self-review", () => {
  test("is started from a published questionnaire, and nobody outside the school knows of it", async () => {
    const { app, school, senco, version, governor, officer } = await anAnsweringSchool();
    const { choices } = await viewPrivateStart(app, senco, { urn: school.urn });
    expect(choices).toMatchObject([{ versionId: version.id, title: "Test questionnaire" }]);
    const start = { urn: school.urn, versionId: version.id, startId: app.newId() };
    const started = await startPrivate(app, senco, start);
    const at = { urn: school.urn, responseId: started.responseId };
    expect((await viewTaskList(app, senco, at)).response).toMatchObject({ private: true });
    for (const person of [governor, officer]) {
      await expect(viewTaskList(app, person, at)).rejects.toMatchObject({ code: "not-found" });
    }
    const entries = await app.db.read.select().from(auditEntries);
    expect(entries.map(({ event }) => event)).toContain("response.private-started");
  });

  test("a start sent twice makes one, with one entry; two starts make two", async () => {
    const { app, school, senco, version } = await anAnsweringSchool();
    const start = { urn: school.urn, versionId: version.id, startId: app.newId() };
    const first = await startPrivate(app, senco, start);
    expect(await startPrivate(app, senco, start)).toEqual(first);
    const other = await startPrivate(app, senco, { ...start, startId: app.newId() });
    expect(other.responseId).not.toBe(first.responseId);
    const rows = await app.db.read.select().from(auditEntries);
    expect(rows.filter(({ event }) => event === "response.private-started")).toHaveLength(2);
  });

  test("tampered ids: a start named like another response is made under an id of its own", async () => {
    const { app, school, senco, version, response } = await anAnsweringSchool();
    const start = { urn: school.urn, versionId: version.id, startId: response.id };
    const { responseId } = await startPrivate(app, senco, start);
    expect(responseId).not.toBe(response.id);
    const at = { urn: school.urn, responseId };
    expect((await viewTaskList(app, senco, at)).response).toMatchObject({ private: true });
  });

  test("tampered ids: a version that is not offered to the school is not found", async () => {
    const { app, school, senco } = await anAnsweringSchool();
    const start = { urn: school.urn, versionId: "nothing", startId: app.newId() };
    const attempt = startPrivate(app, senco, start);
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  });
});
