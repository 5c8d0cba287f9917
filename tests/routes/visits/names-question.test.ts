import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { action as bothViews } from "~/routes/visits.$visit.record.both-views";
import { action as combine } from "~/routes/visits.$visit.combine";
import { action as followUp } from "~/routes/visits.$visit.follow-up";
import { action as notes } from "~/routes/visits.$visit.notes._index";
import { action as plan } from "~/routes/visits.$visit.plan";
import { action as record } from "~/routes/visits.$visit.record._index";
import { action as views } from "~/routes/visits.$visit.views";
import { listActivities } from "~db/queries/visit-notes";
import { aPost, aSession } from "~tests/support/accounts";
import { aModeratedSchool } from "../../integration/services/visits/a-moderated-school";
import { askRoute } from "../auth/ask-route";

type Route = Parameters<typeof askRoute>[0];

const NAMED = "Amelia in Year 4 read to us.";
const QUESTION = "“Amelia”: does this name a child? Take it out, or say that it does not";

async function aSchool() {
  const world = await aModeratedSchool();
  const { app, visitId } = world;
  const send = async (route: Route, by: Actor, fields: Record<string, string>) => {
    const cookie = await aSession(app, by.userId);
    const request = aPost(`/visits/${visitId}`, fields, cookie);
    return askRoute(route, app, { request, params: { visit: visitId } });
  };
  /** Asks once, with everything typed given back, and takes the words once they are said to name no child. */
  const asksOnce = async (route: Route, by: Actor, fields: Record<string, string>) => {
    const asked = await send(route, by, fields);
    expect(asked.status).toBe(422);
    const shown = JSON.stringify(asked.data);
    expect(shown).toContain(QUESTION);
    expect(shown).toContain(NAMED);
    const said = await send(route, by, { ...fields, namesConfirmed: "on" });
    expect(said.status).toBe(302);
    return asked.data;
  };
  return { ...world, send, asksOnce };
}

describe("words that may name a child are asked about once", () => {
  it("in the lines of the day", async () => {
    const { app, head, visitId, asksOnce } = await aSchool();
    const [held] = await listActivities(app.db.read, { visitId });
    const standing = { lineId: held?.id ?? "", lineVersion: "1" };
    const line = { kind: "lesson", title: NAMED, withWhom: "class teacher" };
    const hours = { place: "", lineStartsAt: "11:00", lineEndsAt: "11:30" };
    const data = await asksOnce(plan, head, { intent: "save-day", ...standing, ...line, ...hours });
    expect(JSON.stringify(data)).toContain("title-1");
  });

  it("in a note, which is the same one at the next try", async () => {
    const { app, lead, visitId, asksOnce } = await aSchool();
    const [line] = await listActivities(app.db.read, { visitId });
    const id = "01900000-0000-7000-8000-0000000000aa";
    const ids = { note: id, delivery: "01900000-0000-7000-8000-0000000000ab" };
    const fields = { intent: "keep", ...ids, line: line?.id ?? "", base: "0", kind: "saw" };
    const data = await asksOnce(notes, lead.actor, { ...fields, text: NAMED });
    expect(data).toMatchObject({ asksNames: true, fields: { note: id, base: 0 } });
  });

  it("in a part of the day added on the day, where nobody needs to be named", async () => {
    const { lead, send } = await aSchool();
    const line = { intent: "add-line", line: "01900000-0000-7000-8000-0000000000ac" };
    const added = await send(notes, lead.actor, { ...line, title: NAMED, startsAt: "12:10" });
    expect(added).toMatchObject({
      status: 422,
      data: { lineError: expect.any(String) as unknown },
    });
  });

  it("in the reason of a view", async () => {
    const { lead, asksOnce } = await aSchool();
    const view = { act: "save", "C.view": "further-on", "C.reason": NAMED };
    expect(await asksOnce(views, lead.actor, view)).toMatchObject({ asksNames: true });
  });

  it("in the reason of an agreed view, and in a point to say", async () => {
    const { lead, second, giveViews, asksOnce } = await aSchool();
    await giveViews(lead.actor);
    await giveViews(second.actor);
    const reason = { "was.C.view": "", "C.view": "further-on", "was.C.reason": "" };
    const agreed = { act: "save", ...reason, "C.reason": NAMED };
    expect(await asksOnce(combine, lead.actor, agreed)).toMatchObject({ asksNames: true });
    const point = { act: "add", "new.kind": "saw", "new.key": "C1", "new.text": NAMED };
    await asksOnce(combine, lead.actor, point);
  });

  it("in the record's boxes, and not where an adult is named", async () => {
    const { lead, notes: noted, toDrafted, asksOnce, send } = await aSchool();
    await toDrafted(noted);
    const box = { form: "write", act: "save", "was.C1.saw": "", "C1.saw": NAMED };
    expect(await asksOnce(record, lead.actor, box)).toMatchObject({ sent: { asksNames: true } });
    const help = {
      "was.s1.help": "",
      "s1.help": "Amelia Carter",
      "was.s1.key": "",
      "s1.key": "C1",
    };
    const text = { "was.s1.text": "", "s1.text": "A short cover sheet." };
    const saved = await send(record, lead.actor, { form: "write", act: "save", ...help, ...text });
    expect(saved.status).toBe(302);
  });

  it("in the school's words, each side's view and the follow-up", async () => {
    const { lead, head, notes: noted, toDrafted, write, asksOnce, send } = await aSchool();
    await toDrafted(noted);
    await write(lead.actor, {}, true);
    const words = { form: "answer", act: "save", "was.schoolWords": "", schoolWords: NAMED };
    expect(await asksOnce(record, head, words)).toMatchObject({ sent: { asksNames: true } });
    const theirs = { act: "save", "was.view": "", view: NAMED };
    const third = { "was.thirdPerson": "", thirdPerson: "Amara Bello" };
    expect(await asksOnce(bothViews, head, { ...theirs, ...third })).toMatchObject({
      asksNames: true,
    });
    await send(bothViews, lead.actor, { act: "save", "was.view": "", view: "We saw it so." });
    const close = { act: "close", "was.view": NAMED, view: NAMED };
    expect((await send(bothViews, head, close)).status).toBe(302);
    const rating = { says: "rating", version: "0", rating: "3", ratingWords: NAMED };
    const asked = await send(followUp, head, rating);
    expect(asked).toMatchObject({
      status: 422,
      data: { problems: [{ field: "ratingWords", code: "names" }], typed: { ratingWords: NAMED } },
    });
    const said = await send(followUp, head, { ...rating, namesConfirmed: "on" });
    expect(said.status).toBe(302);
  });
});
