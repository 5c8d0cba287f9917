import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { changeReminders } from "~/services/chasing/change-reminders.server";
import { viewCalls } from "~/services/chasing/note-call.server";
import { queueReminders } from "~/services/chasing/queue-reminders.server";
import { viewReminders } from "~/services/chasing/view-reminders.server";
import { closeRound } from "~/services/rounds/close-round.server";
import { extendSchool } from "~/services/rounds/extend-school.server";
import { setMailWishes } from "~db/queries/mail-preferences";
import { auditEntries, mails, outbox, responses, roundSchools, sentReminders } from "~db/schema";
import { aMailServer } from "~tests/support/a-mail-server";
import { doOutbox } from "~tests/support/do-outbox";
import { aTestApp } from "~tests/support/test-app";
import { aCouncil } from "./a-council";

/** One week before the first deadline of 11 December, just after midnight. */
const NIGHT = "2026-12-04T00:05:00.000Z";
const EIGHT = "2026-12-04T08:00:00.000Z";

/** A round that reminds since 24 November, in a council with a mail server. */
async function aReminding() {
  const app = await aTestApp();
  const council = await aCouncil(app);
  const server = await aMailServer();
  app.mailer = server.mailer;
  const at = { key: council.organisation.key, roundId: council.round.id };
  const turn = (on: boolean, over: { note?: string; version?: number } = {}) =>
    changeReminders(app, council.manager, { ...at, on, note: "", version: 0, ...over });
  const day = async (date: string) => {
    app.clock.set(`${date}T00:05:00.000Z`);
    await queueReminders(app);
    app.clock.set(`${date}T08:00:00.000Z`);
    // The reminder is written down in the first go and sent in the second.
    await doOutbox(app);
    await doOutbox(app);
  };
  const view = (page = 1) => viewReminders(app, council.manager, { ...at, page });
  return { ...council, server, at, turn, day, view };
}

const recipients = (server: Awaited<ReturnType<typeof aReminding>>["server"]) =>
  server.taken.flatMap(({ envelopeTo }) => envelopeTo).sort();

describe("staged reminders", () => {
  test("leave at eight to heads of schools that have not signed, from their officer, and only once", async () => {
    const { app, school, server, turn } = await aReminding();
    const brook = await school("Brook Farm", { state: "in-progress" });
    await school("Signed", { state: "submitted" });
    await turn(true, { note: "Drop-in on Tuesday at four." });
    app.clock.set(NIGHT);
    await queueReminders(app);
    await doOutbox(app);
    expect(server.taken).toEqual([]);
    app.clock.set(EIGHT);
    await doOutbox(app);
    await doOutbox(app);
    expect(recipients(server)).toEqual([brook.head?.email]);
    const [mail] = server.taken;
    expect(mail?.subject).toBe("Autumn review is due on Friday 11 December");
    expect(mail?.text).toMatch(/Brook Farm has done 0 of \d+ statements\. The first deadline is/);
    expect(mail?.text).toContain("Drop-in on Tuesday at four.");
    expect(mail?.text).toContain("the headteacher’s signature");
    expect(mail?.text).toContain("Hannah Osei\nInclusion officer for Thanet, ");
    expect(mail?.html).toContain("Inclusion officer for Thanet");
    await queueReminders(app);
    await doOutbox(app);
    expect(server.taken).toHaveLength(1);
    expect(await app.db.read.select().from(sentReminders)).toMatchObject([
      { responseId: brook.response.id, stage: "one-week", deadline: "2026-12-11" },
    ]);
  });

  test("follow each other through the year and stop at the signature", async () => {
    const { app, school, server, turn, day } = await aReminding();
    const brook = await school("Brook Farm");
    await turn(true);
    await day("2026-12-04");
    await day("2026-12-07");
    await day("2026-12-14");
    expect(server.taken.map(({ subject }) => subject)).toEqual([
      "Autumn review is due on Friday 11 December",
      "Autumn review was due on Friday 11 December",
    ]);
    await app.db.transact(async (tx) => {
      await tx
        .update(responses)
        .set({ state: "submitted" })
        .where(eq(responses.id, brook.response.id));
    });
    await day("2027-01-08");
    expect(server.taken).toHaveLength(2);
  });

  test("are not asked for where the round does not remind, and not sent once it is turned off", async () => {
    const { app, school, server, turn } = await aReminding();
    await school("Brook Farm");
    app.clock.set(NIGHT);
    await queueReminders(app);
    expect(await app.db.read.select().from(outbox)).toEqual([]);
    app.clock.set("2026-12-03T12:00:00.000Z");
    await turn(true);
    app.clock.set(NIGHT);
    await queueReminders(app);
    expect(await app.db.read.select().from(outbox)).toHaveLength(1);
    await turn(false, { version: 1 });
    app.clock.set(EIGHT);
    await doOutbox(app);
    expect(await app.db.read.select().from(mails)).toEqual([]);
    expect(server.taken).toEqual([]);
  });

  test("leave out schools not invited, people who stopped them, and schools nobody leads", async () => {
    const { app, school, round, server, turn, day } = await aReminding();
    const expected = await school("Expected");
    const quiet = await school("Quiet", { joined: false });
    const stopped = await school("Stopped");
    await app.db.transact(async (tx) => {
      await tx
        .update(roundSchools)
        .set({ participation: "expected" })
        .where(
          and(eq(roundSchools.roundId, round.id), eq(roundSchools.schoolId, expected.school.id)),
        );
      const userId = stopped.head?.userId ?? "";
      await setMailWishes(tx, { userId, digestDay: 1, reminders: false });
    });
    await turn(true);
    await day("2026-12-04");
    expect(server.taken).toEqual([]);
    const noted = await app.db.read.select().from(sentReminders);
    expect(noted.map(({ responseId }) => responseId).sort()).toEqual(
      [quiet.response.id, stopped.response.id].sort(),
    );
  });

  test("speak of a school’s own deadline where it was given more time", async () => {
    const { app, school, manager, at, server, turn, day } = await aReminding();
    const brook = await school("Brook Farm");
    await turn(true);
    app.clock.set("2026-12-01T10:00:00.000Z");
    await extendSchool(app, manager, {
      ...at,
      urn: brook.school.urn,
      typed: { firstDeadline: "18 12 2026", finalDeadline: "22 1 2027", reason: "A flood" },
    });
    await doOutbox(app);
    server.taken.length = 0;
    await day("2026-12-04");
    expect(server.taken).toEqual([]);
    await day("2026-12-11");
    expect(server.taken[0]?.subject).toBe("Autumn review is due on Friday 18 December");
  });

  test("are the school’s last contact, and stand in the record", async () => {
    const { app, school, hannah, organisation, turn, day } = await aReminding();
    const { urn } = (await school("Brook Farm")).school;
    await turn(true);
    await day("2026-12-04");
    const { contacts } = await viewCalls(app, hannah, { key: organisation.key, urn });
    expect(contacts).toMatchObject([{ when: "4 December 2026, reminder, headteacher", by: null }]);
    const events = (await app.db.read.select().from(auditEntries)).map(({ event }) => event);
    expect(events).toEqual(["reminders.changed", "reminder.sent"]);
  });

  test("that wait are dropped when the school signs meanwhile", async () => {
    const { app, school, hannah, organisation, server, turn } = await aReminding();
    const brook = await school("Brook Farm");
    await turn(true);
    app.clock.set(NIGHT);
    await queueReminders(app);
    app.clock.set("2026-12-04T17:30:00.000Z");
    await doOutbox(app);
    await doOutbox(app);
    expect(server.taken).toEqual([]);
    await app.db.transact(async (tx) => {
      await tx
        .update(responses)
        .set({ state: "submitted" })
        .where(eq(responses.id, brook.response.id));
    });
    app.clock.set("2026-12-07T08:01:00.000Z");
    await doOutbox(app);
    expect(server.taken).toEqual([]);
    const { urn } = brook.school;
    const { contacts } = await viewCalls(app, hannah, { key: organisation.key, urn });
    expect(contacts).toMatchObject([{ when: "4 December 2026, reminder no longer needed" }]);
  });
});

describe("the preview of reminders", () => {
  test("says what goes when to whom, without what a school has done", async () => {
    const { app, school, turn, view } = await aReminding();
    await school("Brook Farm", { state: "in-progress" });
    await school("Quiet", { joined: false });
    await school("Signed", { state: "submitted" });
    const { plan, rows, found, none, unreached, on } = await view();
    expect({ on, found, none, unreached }).toEqual({ on: false, found: 2, none: 1, unreached: 1 });
    expect(plan).toEqual([
      { day: "2026-12-04", words: "One week before the first deadline", schools: 2 },
    ]);
    expect(rows).toMatchObject([
      { name: "Brook Farm", to: [{ name: "Head of Brook Farm" }] },
      { name: "Quiet", to: [], telephone: "01632 960114" },
    ]);
    expect(rows[0]?.text).toContain("has done (how many statements). The first deadline is");
    expect(rows[0]?.text).toContain("one week from today");
    expect(rows[0]?.text).toContain("- (what is left)");
    expect(rows[0]?.text).not.toMatch(/\d+ of \d+|\d+ statements? left/);
    await turn(true);
    app.clock.set("2026-12-04T07:59:00.000Z");
    expect((await view()).plan[0]?.day).toBe("2026-12-04");
    app.clock.set(EIGHT);
    // Nothing was sent: it is made up for on the next school day.
    expect((await view()).plan[0]?.day).toBe("2026-12-07");
  });

  test("and the switch are for managers of the organisation alone", async () => {
    const { app, at, hannah, turn, view } = await aReminding();
    await expect(viewReminders(app, hannah, { ...at, page: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
    const changing = { ...at, on: true, note: "", version: 0 };
    await expect(changeReminders(app, hannah, changing)).rejects.toMatchObject({
      code: "forbidden",
    });
    const other = await aCouncil(app, "northmoor");
    await expect(
      changeReminders(app, other.manager, { ...changing, key: "northmoor" }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await turn(true)).toMatchObject({ ok: true });
    await expect(turn(false)).rejects.toMatchObject({ code: "conflict" });
    expect(await view()).toMatchObject({ on: true, version: 1 });
  });

  test("asks about names, and refuses a pupil number and a closed round", async () => {
    const { app, at, manager, round, turn } = await aReminding();
    expect(await turn(true, { note: "Jayden needs a plan." })).toMatchObject({
      problem: [{ field: "note", asks: "names" }],
    });
    expect(await turn(true, { note: "About H801200001001" })).toMatchObject({
      problem: [{ field: "note" }],
    });
    const named = { ...at, on: true, note: "Jayden needs a plan.", version: 0 };
    const kept = await changeReminders(app, manager, { ...named, namesConfirmed: true });
    expect(kept.ok).toBe(true);
    await closeRound(app, manager, { roundId: round.id });
    await expect(turn(true, { version: 1 })).rejects.toMatchObject({ code: "closed" });
  });
});
