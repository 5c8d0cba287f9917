import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { TEMPLATE_DAY } from "~/domain/visit/template-day";
import type { PlanFields } from "~/domain/visit/plan-fields";
import { postponeVisit } from "~/services/visits/put-off.server";
import { downloadCopy, viewCopy } from "~/services/visits/read-copy.server";
import { saveDay } from "~/services/visits/save-day.server";
import { agreePlan, reopenPlan, savePlan } from "~/services/visits/save-plan.server";
import { viewPlan } from "~/services/visits/view-plan.server";
import { agreeDay, proposeDays } from "~/services/visits/visit-days.server";
import { findVisit } from "~db/queries/visits";
import { submissions, visitNotes, visits } from "~db/schema";
import { canonicalSnapshot } from "~/domain/submission/canonical-snapshot";
import { aSnapshot } from "~tests/support/a-snapshot";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { lettersOf, namesOf } from "./letters";

const DAY = { visitOn: "2027-02-04", startsAt: "09:00", endsAt: "15:30" };

async function aDatedVisit(app: TestApp, over: Parameters<typeof aVisit>[1] = {}) {
  const world = await aVisit(app, {
    state: "dated",
    hostAcceptedAt: app.clock.now(),
    ...DAY,
    ...over,
  });
  return { ...world, visitId: world.visit.id };
}

async function aCopy(app: TestApp, responseId: string, number = 1): Promise<string> {
  const id = app.newId();
  const reference = `IT26-${number}`;
  await app.db.transact((tx) =>
    tx.insert(submissions).values({
      id,
      responseId,
      number,
      reference,
      state: "standing",
      snapshot: canonicalSnapshot(aSnapshot({ reference, number })),
      sha256: "a".repeat(64),
      signedAt: app.clock.now(),
      version: 1,
    }),
  );
  return id;
}

const FIELDS: PlanFields = {
  sections: ["A"],
  statements: ["A1"],
  focusReason: "We changed how we write plans.",
  context: "One form entry.",
  practicalNotes: "",
};

describe("the plan of a visit", () => {
  test("is saved, then agreed by the host: the signed copy is pinned and the reviewers are told", async () => {
    const app = await aTestApp();
    const { visitId, coordinator, response, lead } = await aDatedVisit(app);
    const copy = await aCopy(app, response.id);
    const first = await viewPlan(app, coordinator, { visitId });
    expect(first).toMatchObject({ mayPlan: true, mayEditDay: true, focusLate: false });
    const nothing = { visitId, version: first.version, fields: { ...FIELDS, sections: [] } };
    expect(await savePlan(app, coordinator, nothing)).toEqual({ kind: "done", done: "plan-saved" });
    const { version } = await viewPlan(app, coordinator, { visitId });
    const open = await agreePlan(app, coordinator, { ...nothing, version });
    expect(open).toMatchObject({ kind: "problems", problems: [{ field: "sections" }] });
    const agreed = await agreePlan(app, coordinator, { visitId, version, fields: FIELDS });
    expect(agreed).toEqual({ kind: "done", done: "plan-agreed" });
    expect(await findVisit(app.db.read, { visitId })).toMatchObject({
      state: "planned",
      submissionId: copy,
      focusReason: FIELDS.focusReason,
    });
    expect(namesOf(await lettersOf(app, "plan-agreed"))).toEqual(["Ruth Adeyemi", "Łukasz Nowak"]);
    const read = await viewPlan(app, lead.actor, { visitId });
    expect(read.focus.map(({ key, kind }) => [key, kind])).toEqual([
      ["A", "section"],
      ["A1", "statement"],
    ]);
    expect(read.mayPlan).toBe(false);
  });

  test("stays on the copy it was pinned to though the school signs again", async () => {
    const app = await aTestApp();
    const { visitId, head, response } = await aDatedVisit(app);
    const pinned = await aCopy(app, response.id);
    await agreePlan(app, head, { visitId, version: 1, fields: FIELDS });
    await aCopy(app, response.id, 2);
    const row = await findVisit(app.db.read, { visitId });
    expect(row?.submissionId).toBe(pinned);
    const copy = await viewCopy(app, head, { visitId });
    expect(copy.kind === "open" && copy.snapshot.number).toBe(1);
  });

  test("agreed after its day is shown as late, and stops nothing", async () => {
    const app = await aTestApp({ now: "2027-01-29T10:00:00.000Z" });
    const { visitId, head, response } = await aDatedVisit(app);
    await aCopy(app, response.id);
    await agreePlan(app, head, { visitId, version: 1, fields: FIELDS });
    const plan = await viewPlan(app, head, { visitId });
    expect(plan).toMatchObject({ state: "planned", focusAgreed: true, focusLate: true });
  });

  test("asks once about words that may name a child", async () => {
    const app = await aTestApp();
    const { visitId, head } = await aDatedVisit(app);
    const fields = { ...FIELDS, context: "Maisie Kettle needs help at lunch." };
    const asked = await savePlan(app, head, { visitId, version: 1, fields });
    expect(asked).toMatchObject({ problems: [{ field: "context", asks: "names" }] });
    const said = { visitId, version: 1, fields, namesConfirmed: true };
    expect(await savePlan(app, head, said)).toMatchObject({ kind: "done" });
    const again = { visitId, version: 2, fields: { ...fields, practicalNotes: "Park here." } };
    expect(await savePlan(app, head, again)).toMatchObject({ kind: "done" });
  });

  test("waits for a signed copy", async () => {
    const app = await aTestApp();
    const { visitId, head } = await aDatedVisit(app);
    const outcome = await agreePlan(app, head, { visitId, version: 1, fields: FIELDS });
    expect(outcome).toMatchObject({
      problems: [{ message: expect.stringContaining("Sign the self-review first") as string }],
    });
  });

  test("changed by two is a conflict that shows both", async () => {
    const app = await aTestApp();
    const { visitId, head, coordinator } = await aDatedVisit(app);
    await savePlan(app, head, { visitId, version: 1, fields: FIELDS });
    const mine = { ...FIELDS, focusReason: "Another reason." };
    const outcome = await savePlan(app, coordinator, { visitId, version: 1, fields: mine });
    expect(outcome).toEqual({ kind: "conflict", theirs: FIELDS, version: 2 });
    const row = await findVisit(app.db.read, { visitId });
    expect(row?.focusReason).toBe(FIELDS.focusReason);
  });

  test("is opened again by the host, not by a reviewer", async () => {
    const app = await aTestApp();
    const planned = { state: "planned", focusAgreedAt: app.clock.now() } as const;
    const { visitId, head, lead } = await aDatedVisit(app, planned);
    await expect(reopenPlan(app, lead.actor, { visitId })).rejects.toMatchObject({
      code: "forbidden",
    });
    const asReviewer = { visitId, version: 1, fields: FIELDS };
    await expect(savePlan(app, lead.actor, asReviewer)).rejects.toMatchObject({
      code: "forbidden",
    });
    await reopenPlan(app, head, { visitId });
    expect(await findVisit(app.db.read, { visitId })).toMatchObject({
      state: "dated",
      focusAgreedAt: null,
    });
  });
});

describe("the plan of a visit that was put off", () => {
  test("keeps its words and is open again, to be agreed for the new day", async () => {
    const app = await aTestApp();
    const { visitId, head, lead, response } = await aDatedVisit(app);
    await aCopy(app, response.id);
    await agreePlan(app, head, { visitId, version: 1, fields: FIELDS });
    await postponeVisit(app, lead.actor, { visitId, words: "Snow is forecast." });
    const read = () => viewPlan(app, head, { visitId });
    expect(await read()).toMatchObject({ focusAgreed: false, mayPlan: true, fields: FIELDS });
    await proposeDays(app, head, { visitId, typed: { ...DAY, days: ["2027-02-09"] } });
    await agreeDay(app, lead.actor, { visitId, day: "2027-02-09" });
    const { version } = await read();
    expect(await agreePlan(app, head, { visitId, version, fields: FIELDS })).toMatchObject({
      kind: "done",
    });
    expect(await read()).toMatchObject({ state: "planned", focusAgreed: true });
  });
});

describe("the lines of the day", () => {
  test("start from the template and are changed by host and reviewers", async () => {
    const app = await aTestApp();
    const { visitId, head, second } = await aDatedVisit(app);
    expect((await viewPlan(app, head, { visitId })).formLines).toEqual(TEMPLATE_DAY);
    await saveDay(app, head, { visitId, lines: TEMPLATE_DAY });
    const { lines } = await viewPlan(app, second.actor, { visitId });
    expect(lines).toHaveLength(8);
    const changed = lines.map((line, index) => ({ ...line, title: index === 0 ? "" : line.title }));
    await saveDay(app, second.actor, { visitId, lines: changed });
    expect((await viewPlan(app, head, { visitId })).lines).toHaveLength(7);
  });

  test("changed by two are a conflict that shows the lines that stand", async () => {
    const app = await aTestApp();
    const { visitId, head, second } = await aDatedVisit(app);
    await saveDay(app, head, { visitId, lines: TEMPLATE_DAY });
    const { lines } = await viewPlan(app, head, { visitId });
    const retitle = (title: string) =>
      lines.map((line, index) => (index === 2 ? { ...line, title } : line));
    await saveDay(app, head, { visitId, lines: retitle("Year 4, number") });
    const outcome = await saveDay(app, second.actor, { visitId, lines: retitle("Year 6") });
    expect(outcome.kind === "conflict" && outcome.theirs[2]?.title).toBe("Year 4, number");
    const both = await saveDay(app, second.actor, { visitId, lines: TEMPLATE_DAY });
    expect(both.kind).toBe("conflict");
  });

  test("that notes stand under stay", async () => {
    const app = await aTestApp();
    const { visitId, head, lead } = await aDatedVisit(app, { state: "planned" });
    await saveDay(app, head, { visitId, lines: TEMPLATE_DAY });
    const { lines } = await viewPlan(app, head, { visitId });
    const at = app.clock.now();
    await app.db.transact((tx) =>
      tx.insert(visitNotes).values({
        id: app.newId(),
        visitId,
        activityId: lines[0]?.id ?? "",
        authorId: lead.actor.userId,
        kind: "saw",
        text: "Word mats on every table.",
        notedAt: at,
        receivedAt: at,
        version: 1,
      }),
    );
    const emptied = lines.map((line, index) => (index === 0 ? { ...line, title: "" } : line));
    const outcome = await saveDay(app, head, { visitId, lines: emptied });
    expect(outcome).toMatchObject({ kind: "problems", problems: [{ field: "title-1" }] });
    await app.db.transact((tx) =>
      tx.update(visits).set({ state: "visited" }).where(eq(visits.id, visitId)),
    );
    await expect(saveDay(app, head, { visitId, lines })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("the self-review under visit", () => {
  test("opens to reviewers five working days before, and shuts when the visit closes", async () => {
    const app = await aTestApp({ now: "2027-01-27T10:00:00.000Z" });
    const { visitId, response, lead, head } = await aDatedVisit(app);
    await aCopy(app, response.id);
    await agreePlan(app, head, { visitId, version: 1, fields: FIELDS });
    const early = await viewCopy(app, lead.actor, { visitId });
    expect(early).toMatchObject({ kind: "not-yet", opensOn: "2027-01-28" });
    await expect(downloadCopy(app, lead.actor, { visitId })).rejects.toMatchObject({
      code: "forbidden",
    });
    app.clock.set("2027-01-28T00:01:00.000Z");
    const open = await viewCopy(app, lead.actor, { visitId });
    expect(open.kind === "open" && open.focus).toEqual(["A", "A1"]);
    await app.db.transact((tx) =>
      tx.update(visits).set({ state: "closed" }).where(eq(visits.id, visitId)),
    );
    expect((await viewCopy(app, lead.actor, { visitId })).kind).toBe("over");
    expect((await viewCopy(app, head, { visitId })).kind).toBe("open");
  });

  test("is not read by a reviewer who has not said yes, nor by an officer through the visit", async () => {
    const app = await aTestApp();
    const { visit, lead } = await aVisit(app, { visitOn: "2026-11-25" });
    await expect(viewCopy(app, lead.actor, { visitId: visit.id })).rejects.toMatchObject({
      code: "forbidden",
      details: { reason: "assigned-reviewers-only" },
    });
  });
});
