import { describe, expect, test } from "vitest";
import { londonMoment } from "~/domain/calendar/london-time";
import { cancelVisit, postponeVisit } from "~/services/visits/put-off.server";
import { viewVisit } from "~/services/visits/view-visit.server";
import { agreeDay, proposeDays, visitDayFile } from "~/services/visits/visit-days.server";
import { insertBankHolidays, insertTerms } from "~db/queries/calendar";
import { findVisit } from "~db/queries/visits";
import { anActor } from "~tests/support/factories/people";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { lettersOf, namesOf } from "./letters";

const TERMS = [
  [1, "2026-09-01", "2026-10-16"],
  [2, "2026-11-02", "2026-12-18"],
  [3, "2027-01-04", "2027-02-12"],
  [4, "2027-02-22", "2027-03-25"],
  [5, "2027-04-12", "2027-05-28"],
  [6, "2027-06-07", "2027-07-21"],
] as const;

async function anAcceptedVisit(app: TestApp, over: Parameters<typeof aVisit>[1] = {}) {
  const at = app.clock.now();
  const world = await aVisit(app, { state: "accepted", hostAcceptedAt: at, ...over });
  const organisationId = world.organisation.id;
  const rows = TERMS.map(([term, from, to]) => ({
    id: app.newId(),
    organisationId,
    year: "2026-27",
    term,
    from,
    to,
    version: 1,
  }));
  await app.db.transact(async (tx) => {
    await insertTerms(tx, rows);
    await insertBankHolidays(tx, ["2027-05-03"]);
  });
  const manager = await anActor(app, {
    user: { name: "Hannah Osei" },
    grants: [{ role: "manager", organisationId }],
  });
  return { ...world, manager, visitId: world.visit.id };
}

const HOURS = { startsAt: "09:00", endsAt: "15:30" };
const typed = (...days: string[]) => ({ days, ...HOURS });

describe("days of a visit", () => {
  test("are put forward by one side and taken by the other; all calendars get the day", async () => {
    const app = await aTestApp();
    const { visitId, head, lead, second } = await anAcceptedVisit(app);
    const days = typed("4 2 2027", "2027-02-03", "");
    expect(await proposeDays(app, head, { visitId, typed: days })).toMatchObject({ kind: "done" });
    expect(namesOf(await lettersOf(app, "day-proposed"))).toEqual(["Ruth Adeyemi", "Łukasz Nowak"]);
    const offers = (await viewVisit(app, lead.actor, { visitId })).offers;
    expect(offers.map(({ day, ours, byName }) => [day, ours, byName])).toEqual([
      ["2027-02-03", false, "Helen Price"],
      ["2027-02-04", false, "Helen Price"],
    ]);
    await expect(agreeDay(app, head, { visitId, day: "2027-02-04" })).rejects.toMatchObject({
      code: "conflict",
    });
    await agreeDay(app, second.actor, { visitId, day: "2027-02-04" });
    expect(await findVisit(app.db.read, { visitId })).toMatchObject({
      state: "dated",
      visitOn: "2027-02-04",
      ...HOURS,
      calendarSequence: 1,
    });
    const letters = await lettersOf(app, "day-agreed");
    expect(letters).toHaveLength(4);
    for (const { calendar } of letters) {
      expect(calendar?.method).toBe("REQUEST");
      expect(calendar?.text).toContain("DTSTART:20270204T090000Z");
      expect(calendar?.text).toContain("SEQUENCE:1");
    }
  });

  test("are refused in holidays of either school, at weekends, in the past and beyond an accreditation", async () => {
    const app = await aTestApp();
    const { visitId, head } = await anAcceptedVisit(app);
    const days = typed("2027-02-15", "2027-02-06", "2027-05-03", "2026-11-24", "31 2 2027");
    const outcome = await proposeDays(app, head, { visitId, typed: days });
    const said = outcome.kind === "problems" ? outcome.problems : [];
    expect(said.map(({ field }) => field)).toEqual(["day-1", "day-2", "day-3", "day-4", "day-5"]);
    expect(said.map(({ message }) => message)).toEqual([
      expect.stringContaining("is in the school holidays at"),
      "Saturday 6 February is at the weekend: choose another day",
      "Monday 3 May is a bank holiday: choose another day",
      "Tuesday 24 November is not to come: choose a later day",
      "Enter a day, like 4 2 2027",
    ]);
    const late = await proposeDays(app, head, { visitId, typed: typed("2028-09-05") });
    expect(late).toMatchObject({
      problems: [{ message: expect.stringContaining("accredited until 31 July 2028") as string }],
    });
    const hours = { days: ["2027-02-04"], startsAt: "15:00", endsAt: "09:00" };
    const turned = await proposeDays(app, head, { visitId, typed: hours });
    expect(turned).toMatchObject({ problems: [{ field: "startsAt" }] });
  });

  test("show the holidays of the next half year", async () => {
    const app = await aTestApp();
    const { visitId, head } = await anAcceptedVisit(app);
    const { closed } = await viewVisit(app, head, { visitId });
    expect(closed).toHaveLength(1);
    expect(closed[0]?.spells).toContainEqual({
      from: "2027-02-13",
      to: "2027-02-21",
      kind: "school-holiday",
    });
  });

  test("of a summer day are an hour earlier in UTC, so that London clocks agree", async () => {
    const app = await aTestApp();
    const over = { state: "dated", visitOn: "2027-06-10", ...HOURS, calendarSequence: 3 } as const;
    const { visitId, lead } = await anAcceptedVisit(app, over);
    const file = await visitDayFile(app, lead.actor, { visitId });
    expect(file).toContain("DTSTART:20270610T080000Z");
    expect(file).toContain("DTEND:20270610T143000Z");
    expect(file).toContain(`UID:visit-${visitId}@`);
    expect(londonMoment("2027-06-10", 9 * 60).toISOString()).toBe("2027-06-10T08:00:00.000Z");
  });

  test("are put off with words that everybody reads, and calendars take the day out", async () => {
    const app = await aTestApp();
    const over = {
      state: "planned",
      visitOn: "2027-02-04",
      ...HOURS,
      calendarSequence: 1,
    } as const;
    const { visitId, lead, head } = await anAcceptedVisit(app, over);
    const before = await visitDayFile(app, lead.actor, { visitId });
    const empty = await postponeVisit(app, lead.actor, { visitId, words: " " });
    expect(empty).toMatchObject({ kind: "problems", problems: [{ field: "words" }] });
    await postponeVisit(app, lead.actor, { visitId, words: "Snow is forecast." });
    expect(await findVisit(app.db.read, { visitId })).toMatchObject({
      state: "accepted",
      visitOn: null,
      calendarSequence: 2,
    });
    const [letter] = await lettersOf(app, "postponed");
    expect(letter).toMatchObject({ who: "Ruth Adeyemi", words: "Snow is forecast." });
    expect(letter?.calendar?.method).toBe("CANCEL");
    expect(letter?.calendar?.text).toContain("METHOD:CANCEL");
    expect(letter?.calendar?.text).toContain("SEQUENCE:2");
    const uid = /UID:.*/.exec(before)?.[0];
    expect(uid).toBeDefined();
    expect(letter?.calendar?.text).toContain(uid);
    await expect(visitDayFile(app, head, { visitId })).rejects.toMatchObject({ code: "not-found" });
  });

  test("end with a cancellation by head or manager, with a reason, and by nobody else", async () => {
    const app = await aTestApp();
    const over = { state: "dated", visitOn: "2027-02-04", ...HOURS, calendarSequence: 1 } as const;
    const { visitId, lead, coordinator, manager } = await anAcceptedVisit(app, over);
    const input = { visitId, words: "The school closes for building work." };
    for (const actor of [lead.actor, coordinator]) {
      await expect(cancelVisit(app, actor, input)).rejects.toMatchObject({ code: "forbidden" });
    }
    await cancelVisit(app, manager, input);
    expect(await findVisit(app.db.read, { visitId })).toMatchObject({
      state: "cancelled",
      visitOn: null,
      cancelledReason: input.words,
    });
    expect(namesOf(await lettersOf(app, "cancelled"))).toHaveLength(5);
    await expect(cancelVisit(app, manager, input)).rejects.toMatchObject({ code: "conflict" });
  });

  test("are not put forward once the day stands and the plan is agreed", async () => {
    const app = await aTestApp();
    const over = { state: "planned", visitOn: "2027-02-04", ...HOURS } as const;
    const { visitId, head } = await anAcceptedVisit(app, over);
    await expect(
      proposeDays(app, head, { visitId, typed: typed("2027-02-09") }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("taken by two at once are agreed once", async () => {
    const app = await aTestApp();
    const { visitId, head, lead, second } = await anAcceptedVisit(app);
    await proposeDays(app, head, { visitId, typed: typed("2027-02-03", "2027-02-04") });
    const both = await Promise.allSettled([
      agreeDay(app, lead.actor, { visitId, day: "2027-02-03" }),
      agreeDay(app, second.actor, { visitId, day: "2027-02-04" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await lettersOf(app, "day-agreed")).toHaveLength(4);
  });
});
