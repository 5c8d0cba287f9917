import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { keepVisits } from "~/services/visits/keep-visits.server";
import { findVisit, listVisitReviewers } from "~db/queries/visits";
import { outbox, reviewers } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { lettersOf, namesOf } from "./letters";

const DAY = { visitOn: "2027-02-04", startsAt: "09:00", endsAt: "15:30" };

async function aPlannedVisit(app: TestApp) {
  const at = app.clock.now();
  const over = { state: "planned", hostAcceptedAt: at, focusAgreedAt: at, ...DAY } as const;
  const world = await aVisit(app, over);
  await anActor(app, {
    user: { name: "Hannah Osei" },
    grants: [{ role: "manager", organisationId: world.organisation.id }],
  });
  return { ...world, visitId: world.visit.id };
}

describe("the daily job of visits", () => {
  test("tells the reviewers once, at eight, that the self-review is open", async () => {
    const app = await aTestApp({ now: "2027-01-28T00:05:00.000Z" });
    const { visitId } = await aPlannedVisit(app);
    await keepVisits(app);
    const letters = await lettersOf(app, "copy-opens");
    expect(namesOf(letters)).toEqual(["Ruth Adeyemi", "Łukasz Nowak"]);
    expect(letters[0]?.path).toBe(`/visits/${visitId}/self-review`);
    const jobs = await app.db.read.select({ at: outbox.availableAt }).from(outbox);
    expect(jobs.map(({ at }) => at.toISOString())).toEqual([
      "2027-01-28T08:00:00.000Z",
      "2027-01-28T08:00:00.000Z",
    ]);
    app.clock.advance({ days: 1 });
    await keepVisits(app);
    expect(await lettersOf(app, "copy-opens")).toHaveLength(2);
  });

  test("waits at a weekend and tells on Monday", async () => {
    const app = await aTestApp({ now: "2027-01-30T00:05:00.000Z" });
    await aPlannedVisit(app);
    await keepVisits(app);
    expect(await lettersOf(app)).toEqual([]);
    app.clock.set("2027-02-01T00:05:00.000Z");
    await keepVisits(app);
    expect(await lettersOf(app, "copy-opens")).toHaveLength(2);
  });

  test("tells whoever is late, once", async () => {
    const app = await aTestApp();
    await aVisit(app);
    app.clock.set("2026-12-02T00:05:00.000Z");
    await keepVisits(app);
    await keepVisits(app);
    expect(namesOf(await lettersOf(app, "late"))).toEqual([
      "Helen Price",
      "Ruth Adeyemi",
      "Tom Okafor",
      "Łukasz Nowak",
    ]);
  });

  test("frees the place of a reviewer whose accreditation ends before the day; the day holds", async () => {
    const app = await aTestApp();
    const { visitId, second } = await aPlannedVisit(app);
    await app.db.transact((tx) =>
      tx
        .update(reviewers)
        .set({ accreditedUntil: "2027-01-31" })
        .where(eq(reviewers.id, second.reviewer.id)),
    );
    await keepVisits(app);
    expect(await findVisit(app.db.read, { visitId })).toMatchObject({ state: "proposed", ...DAY });
    const rows = await listVisitReviewers(app.db.read, { visitIds: [visitId] });
    expect(rows.map(({ standing }) => standing)).toEqual(["accepted", "replaced"]);
    expect(namesOf(await lettersOf(app, "lapsed"))).toEqual(["Hannah Osei"]);
    const replaced = await lettersOf(app, "replaced");
    const withCalendar = replaced.filter(({ calendar }) => calendar?.method === "CANCEL");
    expect(namesOf(withCalendar)).toEqual(["Łukasz Nowak"]);
    expect(namesOf(replaced)).toHaveLength(4);
    await keepVisits(app);
    expect(await lettersOf(app, "lapsed")).toHaveLength(1);
  });
});
