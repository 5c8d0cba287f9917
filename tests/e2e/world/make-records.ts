import { eq } from "drizzle-orm";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import type { Sent } from "~/domain/visit/three-way";
import type { App } from "~/platform/app.server";
import { writeBothViews } from "~/services/visits/close-both-views.server";
import { saveCombine } from "~/services/visits/combine-save.server";
import { answerRecord } from "~/services/visits/record-answer.server";
import { saveRecord } from "~/services/visits/record-save.server";
import { saveViews } from "~/services/visits/views-save.server";
import { listPoints } from "~db/queries/visit-views";
import { insertVisit } from "~db/queries/visits";
import { visitFocus, visitReviewers, visits } from "~db/schema";
import { actorOf } from "./make-person";
import type { RecordName, Team, Visits } from "./plan";

type Making = { team: Team; of: Omit<Visits, "records"> };
type People = { head: Actor; lead: Actor; second: Actor };

/** Visits of today with their record at each step that has a page of its own. */
export async function makeRecords(
  app: App,
  { team, of }: Making,
): Promise<Record<RecordName, string>> {
  const people = {
    head: await actorOf(app, team.people.head.email),
    lead: await actorOf(app, of.lead.email),
    second: await actorOf(app, of.second.email),
  };
  const records = {
    combined: await ofToday(app, of.ids.planned),
    drafted: await ofToday(app, of.ids.planned),
    answered: await ofToday(app, of.ids.planned),
    agreed: await ofToday(app, of.ids.planned),
    closed: await ofToday(app, of.ids.planned),
  };
  for (const visitId of Object.values(records)) await combine(app, { visitId, people });
  const { drafted, answered, agreed, closed } = records;
  for (const visitId of [drafted, answered, agreed, closed]) await draft(app, { visitId, people });
  for (const visitId of [answered, agreed, closed]) await send(app, { visitId, people });
  await agree(app, { visitId: agreed, people });
  await close(app, { visitId: closed, people });
  return records;
}

/** A copy of the planned visit: its reviewers and focus, on this day. */
async function ofToday(app: App, plannedId: string): Promise<string> {
  const { read } = app.db;
  const id = app.newId();
  const [planned] = await read.select().from(visits).where(eq(visits.id, plannedId));
  if (planned === undefined) throw new Error("There is no planned visit");
  const pair = await read
    .select()
    .from(visitReviewers)
    .where(eq(visitReviewers.visitId, plannedId));
  const focus = await read.select().from(visitFocus).where(eq(visitFocus.visitId, plannedId));
  const row = { ...planned, id, visitOn: londonDate(app.clock.now()) };
  await app.db.transact(async (tx) => {
    await insertVisit(
      tx,
      row,
      pair.map((one) => ({ ...one, id: app.newId(), visitId: id })),
    );
    await tx.insert(visitFocus).values(focus.map((one) => ({ ...one, visitId: id })));
  });
  return id;
}

type Step = { visitId: string; people: People };

const now = (text: string): Sent => ({ was: "", now: text });
const boxes = (sent: Record<string, string>) =>
  new Map(Object.entries(sent).map(([name, text]) => [name, now(text)]));

async function combine(app: App, { visitId, people }: Step): Promise<void> {
  const views = new Map([["C", { view: "about-there", reason: "" } as const]]);
  for (const actor of [people.lead, people.second])
    await saveViews(app, actor, { visitId, views, give: true });
  const said = [
    ["works-well", "Pupils lead a part of their own review."],
    ["wondered", "What happens on the days an assistant is out?"],
  ] as const;
  for (const [kind, text] of said) {
    const act = { do: "add", kind, key: "C", text } as const;
    await saveCombine(app, people.lead, { visitId, sent: boxes({ "C.view": "about-there" }), act });
  }
}

async function draft(app: App, { visitId, people }: Step): Promise<void> {
  const shown = (await listPoints(app.db.read, { visitId })).map(({ id }) => id);
  const act = { do: "draft", said: true, shown } as const;
  await saveCombine(app, people.lead, { visitId, sent: new Map(), act });
}

async function send(app: App, { visitId, people }: Step): Promise<void> {
  const sent = boxes({
    whatWeDid: "A learning walk and a talk with pupils.",
    "s1.text": "One short cover sheet for every plan.",
    "s1.help": "Quarry Hill Academy",
    "s1.key": "C",
    "p1.text": "Pupils lead their own review.",
    "p1.key": "C",
  });
  const result = await saveRecord(app, people.lead, { visitId, sent, send: true });
  if (!result.ok) throw new Error(`Not sent: ${JSON.stringify(result.problem)}`);
}

async function agree(app: App, { visitId, people }: Step): Promise<void> {
  const sent = boxes({ schoolWords: "We start with the cover sheet." });
  await answerRecord(app, people.head, { visitId, sent, act: "agree" });
}

async function close(app: App, { visitId, people }: Step): Promise<void> {
  const ours = boxes({ view: "We see it so.", thirdPerson: "Amara Bello, headteacher" });
  await writeBothViews(app, people.lead, { visitId, sent: ours, close: false });
  const theirs = boxes({ view: "We see it otherwise." });
  await writeBothViews(app, people.head, { visitId, sent: theirs, close: true });
}
