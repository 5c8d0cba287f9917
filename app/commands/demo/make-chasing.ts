import { addDays } from "~/domain/calendar/day";
import { formatDate, londonDate } from "~/domain/calendar/format";
import { USUAL_LETTER } from "~/domain/chasing/letter-words";
import type { App } from "~/platform/app.server";
import { changeReminders } from "~/services/chasing/change-reminders.server";
import { setCover } from "~/services/chasing/cover.server";
import { noteCall } from "~/services/chasing/note-call.server";
import { sendLetters } from "~/services/chasing/write-letters.server";
import { DEMO_CALLS, DEMO_COVER, DEMO_LETTERS, DEMO_REMINDERS } from "~db/demo/chasing";
import { listLetters } from "~db/queries/letters";
import { settleMail } from "~db/queries/mails";
import { listResponses } from "~db/queries/responses";
import { actAsPerson, backThen } from "./act-as";
import type { DemoPlaces } from "./load-places";
import type { DemoRounds } from "./load-rounds";

const KEY = "kent";
const OFFICER = "officer@demo.test";

type Loaded = { places: DemoPlaces; rounds: DemoRounds };

/** What officers did about schools that have not signed: reminders on, letters, calls, and cover for a colleague. */
export async function makeChasing(app: App, loaded: Loaded): Promise<void> {
  await turnRemindersOn(app, loaded);
  await writeLetters(app, loaded);
  await noteCalls(app);
  await coverColleague(app);
}

async function turnRemindersOn(now: App, { rounds }: Loaded): Promise<void> {
  const app = backThen(now, DEMO_REMINDERS.daysAgo);
  const manager = await actAsPerson(app, "manager@demo.test");
  const round = { key: KEY, roundId: rounds.get("toolkit") ?? "" };
  const { note } = DEMO_REMINDERS;
  mustHold(await changeReminders(app, manager, { ...round, on: true, note, version: 0 }));
}

/** Letters of some days ago: each has arrived by now, or come back. */
async function writeLetters(now: App, { places, rounds }: Loaded): Promise<void> {
  const app = backThen(now, DEMO_LETTERS.daysAgo);
  const officer = await actAsPerson(app, OFFICER);
  const roundId = rounds.get("toolkit") ?? "";
  const ids: string[] = [];
  for (const { urn } of DEMO_LETTERS.schools) {
    const schoolId = places.schools.get(urn) ?? "";
    const responses = await listResponses(app.db.read, { schoolId });
    ids.push(responses.find((row) => row.roundId === roundId)?.id ?? "");
  }
  const batchId = app.newId();
  const letter = { key: KEY, roundId, chosen: { ids }, fields: USUAL_LETTER, batchId };
  mustHold(await sendLetters(app, officer, letter));
  await settle(app, { organisationId: places.organisations.kent, batchId });
}

async function settle(app: App, batch: { organisationId: string; batchId: string }) {
  const letters = await listLetters(app.db.read, batch);
  const back = new Set<string>(
    DEMO_LETTERS.schools.filter(({ cameBack }) => cameBack).map(({ urn }) => urn),
  );
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    for (const { urn, mailId: id } of letters) {
      if (id === null) continue;
      const bounced = { id, at, state: "bounced" as const, bounceCode: "550" };
      await settleMail(tx, back.has(urn) ? bounced : { id, at, state: "sent" });
    }
  });
}

async function noteCalls(now: App): Promise<void> {
  for (const { urn, daysAgo, withWhom, agreed, againDaysAgo } of DEMO_CALLS) {
    const app = backThen(now, daysAgo);
    const today = londonDate(app.clock.now());
    const officer = await actAsPerson(app, OFFICER);
    const again = againDaysAgo === null ? "" : formatDate(addDays(today, daysAgo - againDaysAgo));
    const fields = { on: formatDate(today), withWhom, agreed, ringAgainOn: again };
    mustHold(await noteCall(app, officer, { key: KEY, urn, fields }));
  }
}

async function coverColleague(now: App): Promise<void> {
  const app = backThen(now, DEMO_COVER.fromDaysAgo);
  const owner = await actAsPerson(app, DEMO_COVER.owner);
  const { userId: coveredBy } = await actAsPerson(app, DEMO_COVER.coveredBy);
  const from = londonDate(app.clock.now());
  const fields = {
    ...{ ownerId: owner.userId, coveredBy, districts: DEMO_COVER.districts },
    from: formatDate(from),
    to: formatDate(addDays(from, DEMO_COVER.forDays)),
  };
  mustHold(await setCover(app, owner, { key: KEY, fields }));
}

function mustHold(outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(`Chasing of the demonstration: ${JSON.stringify(outcome)}`);
}
