import { describe, expect, test } from "vitest";
import { viewCombine } from "~/services/visits/combine-view.server";
import { saveViews } from "~/services/visits/views-save.server";
import { viewViews } from "~/services/visits/views-page.server";
import { findVisit } from "~db/queries/visits";
import { listFindings } from "~db/queries/visit-record-rows";
import { aModeratedSchool, FOCUS, now } from "./a-moderated-school";

describe("each reviewer's own views", () => {
  test("are hidden from the other until both are given, and then do not change", async () => {
    const { app, visitId, lead, second, giveViews } = await aModeratedSchool();
    await giveViews(lead.actor);
    const before = await viewViews(app, second.actor, { visitId });
    expect(before.seesOther).toBe(false);
    expect(before.rows.map(({ other }) => other)).toEqual([null, null, null]);
    expect((await viewCombine(app, second.actor, { visitId })).hidden).toBe("your-view-first");
    expect((await viewCombine(app, lead.actor, { visitId })).hidden).toBe("other-view-awaited");
    await giveViews(second.actor, "not-looked-at");
    const after = await viewViews(app, second.actor, { visitId });
    expect(after.rows[0]?.other).toEqual({ view: "about-there", reason: "" });
    await expect(giveViews(lead.actor)).rejects.toMatchObject({ code: "conflict" });
  });

  test("are seen at once where the round does not ask for them first", async () => {
    const { app, visitId, lead, second } = await aModeratedSchool({ viewsFirst: false });
    const views = new Map([["C3", { view: "further-on", reason: "Six of six." } as const]]);
    await saveViews(app, lead.actor, { visitId, views, give: false });
    const seen = await viewViews(app, second.actor, { visitId });
    expect(seen.rows.find(({ key }) => key === "C3")?.other).toEqual(views.get("C3"));
  });

  test("need a reason where they differ, and what has none is told and not given", async () => {
    const { app, visitId, lead } = await aModeratedSchool();
    const views = new Map([
      ["C1", { view: "about-there", reason: "" } as const],
      ["C3", { view: "not-there-yet", reason: "" } as const],
    ]);
    const result = await saveViews(app, lead.actor, { visitId, views, give: true });
    expect(result).toEqual({ ok: false, problem: [{ key: "C3", code: "reason-missing" }] });
    const view = await viewViews(app, lead.actor, { visitId });
    expect(view.given).toBe(false);
    expect(view.rows.find(({ key }) => key === "C1")?.mine.view).toBe("about-there");
  });

  test("are nobody's but the two reviewers'", async () => {
    const { app, visitId, head, giveViews } = await aModeratedSchool();
    await expect(giveViews(head)).rejects.toMatchObject({ code: "forbidden" });
    await expect(viewViews(app, head, { visitId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(viewCombine(app, head, { visitId })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("combining", () => {
  test("shows the school's level beside both views, and starts from what they have in common", async () => {
    const { app, visitId, lead, second, giveViews } = await aModeratedSchool();
    await giveViews(lead.actor);
    await giveViews(second.actor, "not-looked-at");
    const { rows } = await viewCombine(app, lead.actor, { visitId });
    expect(rows.map(({ key }) => key)).toEqual(FOCUS);
    expect(rows[0]?.level?.name).toBe("Developing");
    expect(rows[0]).toMatchObject({ common: "about-there", agreed: { view: "" } });
  });

  test("keeps what each of two changed in different boxes, and tells both of one box both changed", async () => {
    const { app, visitId, lead, second, giveViews, combine } = await aModeratedSchool();
    await giveViews(lead.actor);
    await giveViews(second.actor);
    await combine(lead.actor, { do: "save" }, { "C1.view": now("about-there") });
    await combine(
      second.actor,
      { do: "save" },
      { "C1.view": now(""), "C3.view": now("further-on"), "C3.reason": now("Six of six.") },
    );
    const clash = await combine(
      lead.actor,
      { do: "save" },
      { "C3.view": now("not-there-yet"), "C3.reason": now("Two of six.") },
    );
    expect(clash).toEqual({
      ok: false,
      problem: {
        problems: [],
        clashes: [
          { field: "C3.view", stands: "further-on" },
          { field: "C3.reason", stands: "Six of six." },
        ],
      },
    });
    const rows = await listFindings(app.db.read, { visitId });
    expect(rows.find(({ key }) => key === "C3")?.reason).toBe("Six of six.");
    expect(rows.find(({ key }) => key === "C1")?.view).toBe("about-there");
  });

  test("two who save at the same moment lose nothing", async () => {
    const { app, visitId, lead, second, giveViews, combine } = await aModeratedSchool();
    await giveViews(lead.actor);
    await giveViews(second.actor);
    await Promise.all([
      combine(lead.actor, { do: "save" }, { "C1.view": now("about-there") }),
      combine(second.actor, { do: "add", kind: "saw", key: "C1", text: "Plans are read." }),
      combine(second.actor, { do: "save" }, { "C3.view": now("about-there") }),
    ]);
    const view = await viewCombine(app, lead.actor, { visitId });
    expect(view.rows.map(({ agreed }) => agreed.view)).toEqual(["", "about-there", "about-there"]);
    expect(view.points.map(({ text }) => text)).toEqual(["Plans are read."]);
  });
});

describe("three o'clock", () => {
  test("takes points from filed notes or typed, moves them and takes them out", async () => {
    const { app, visitId, lead, notes, combine, shown } = await aModeratedSchool();
    for (const noteId of notes) await combine(lead.actor, { do: "add-note", noteId });
    await combine(lead.actor, {
      do: "add",
      kind: "saw",
      key: "C1",
      text: "Adults know whom to ask.",
    });
    const [first = "", second = "", third = ""] = await shown();
    await combine(lead.actor, { do: "up", pointId: third });
    expect(await shown()).toEqual([first, third, second]);
    await combine(lead.actor, { do: "down", pointId: first });
    await combine(lead.actor, { do: "take-out", pointId: second });
    expect(await shown()).toEqual([third, first]);
    const view = await viewCombine(app, lead.actor, { visitId });
    expect(view.notes.map(({ id }) => id)).toEqual([notes[1]]);
  });

  test("holds five at the most, none of them too long or with a pupil number", async () => {
    const { lead, combine, shown } = await aModeratedSchool();
    const add = (text: string) => combine(lead.actor, { do: "add", kind: "saw", key: "C1", text });
    for (const text of ["1.", "2.", "3.", "4.", "5."]) await add(text);
    const problem = (code: string) => ({ problems: [{ of: "new", code }], clashes: [] });
    expect(await add("6.")).toEqual({ ok: false, problem: problem("too-many") });
    expect(await add("x".repeat(241))).toEqual({ ok: false, problem: problem("too-long") });
    expect(await add("H801200001001 was out.")).toMatchObject({ ok: false });
    expect(await shown()).toHaveLength(5);
  });

  test("drafts only what was ticked as said, as the page showed it", async () => {
    const world = await aModeratedSchool();
    const { app, visitId, lead, second, notes, giveViews, combine, agreeViews, draft, shown } =
      world;
    await giveViews(lead.actor);
    await giveViews(second.actor);
    const refusedBy = (...codes: string[]) => ({
      ok: false,
      problem: { problems: codes.map((code) => expect.objectContaining({ code }) as unknown) },
    });
    expect(await draft()).toMatchObject(
      refusedBy("not-agreed", "not-agreed", "not-agreed", "none"),
    );
    await agreeViews();
    const [noteId = ""] = notes;
    await combine(lead.actor, { do: "add-note", noteId });
    expect(await draft(false)).toMatchObject(refusedBy("not-said"));
    const before = await shown();
    await combine(second.actor, { do: "add", kind: "saw", key: "C1", text: "Said by nobody." });
    const stale = await combine(lead.actor, { do: "draft", said: true, shown: before });
    expect(stale).toMatchObject(refusedBy("changed-since"));
    expect((await findVisit(app.db.read, { visitId }))?.state).toBe("planned");
  });

  test("drafts the record under its headings, from nothing but the points", async () => {
    const { app, visitId, notes, toDrafted } = await aModeratedSchool();
    expect(await toDrafted(notes)).toEqual({ ok: true, value: { drafted: true } });
    const visit = await findVisit(app.db.read, { visitId });
    expect(visit).toMatchObject({ state: "drafted", visitedAt: app.clock.now() });
    const rows = await listFindings(app.db.read, { visitId });
    expect(rows.find(({ key }) => key === "C3")).toMatchObject({
      view: "about-there",
      saw: "",
      worksWell: "Word mats are there for everyone.",
      wondered: "What happens when an assistant is out?",
    });
    expect(rows.find(({ key }) => key === "C1")).toMatchObject({
      saw: "",
      worksWell: "",
      wondered: "",
    });
  });

  test("drafts nothing before the day", async () => {
    const { notes, toDrafted } = await aModeratedSchool({ visitOn: "2026-11-25" });
    const problems = [{ of: "draft", code: "day-to-come" }];
    expect(await toDrafted(notes)).toEqual({ ok: false, problem: { problems, clashes: [] } });
  });
});
