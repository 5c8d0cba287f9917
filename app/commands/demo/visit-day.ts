import type { Actor } from "~/domain/policy/actor";
import type { Sent } from "~/domain/visit/three-way";
import type { App } from "~/platform/app.server";
import type { CombineAct } from "~/services/visits/combine-refusal.server";
import { saveCombine } from "~/services/visits/combine-save.server";
import { deliverNotes } from "~/services/visits/deliver-notes.server";
import { fileNote } from "~/services/visits/file-notes.server";
import { saveViews } from "~/services/visits/views-save.server";
import {
  DEMO_NOTES,
  DEMO_POINTS,
  DEMO_VIEWS,
  type DemoNote,
  type DemoViews,
} from "~db/demo/visit-words";
import { listActivities } from "~db/queries/visit-notes";
import { listPoints } from "~db/queries/visit-views";
import { mustBeDone, type VisitMaking } from "./visit-making";

/** Both reviewers write notes on the day, hand them in and file them; the lead gives views. */
export async function writeAndFileNotes(making: VisitMaking): Promise<void> {
  const { people, on } = making;
  await note(making, { author: people.lead, notes: DEMO_NOTES.lead, app: on(0, "14:05") });
  await note(making, { author: people.second, notes: DEMO_NOTES.second, app: on(0, "14:10") });
  await giveViews(making, { by: people.lead, views: DEMO_VIEWS.lead });
}

type Noting = { author: Actor; notes: readonly DemoNote[]; app: App };

async function note({ visitId, day }: VisitMaking, { author, notes, app }: Noting): Promise<void> {
  const lines = await listActivities(app.db.read, { visitId });
  const made = notes.map((one) => ({ ...one, id: app.newId() }));
  const deliveries = made.map(({ id, line, kind, text }) => ({
    id: app.newId(),
    noteId: id,
    activityId: lines[line]?.id ?? "",
    baseVersion: 0,
    kind,
    text,
    notedAt: new Date(`${day}T${lines[line]?.startsAt ?? "09:00"}:00Z`),
    removed: false,
    namesConfirmed: true,
  }));
  const person = author.userId;
  const answers = await deliverNotes(app, author, { visitId, person, activities: [], deliveries });
  mustBeDone(
    answers.every(({ answer }) => answer === "kept"),
    answers,
  );
  for (const { id, to } of made) await fileNote(app, author, { visitId, noteId: id, to });
}

type Viewing = { by: Actor; views: DemoViews };

async function giveViews({ visitId, on }: VisitMaking, { by, views }: Viewing): Promise<void> {
  const given = new Map(Object.entries(views));
  const outcome = await saveViews(on(0, "14:20"), by, { visitId, views: given, give: true });
  mustBeDone(outcome.ok, outcome);
}

/** The second gives views too; they agree, say the points at three o’clock, and the record drafts itself. */
export async function combineViews(making: VisitMaking): Promise<void> {
  const { visitId, people, on } = making;
  await giveViews(making, { by: people.second, views: DEMO_VIEWS.second });
  const app = on(0, "14:40");
  for (const point of DEMO_POINTS) await combine(making, { app, act: { do: "add", ...point } });
  await combine(making, { app, act: { do: "save" }, sent: agreedViews() });
  const shown = (await listPoints(app.db.read, { visitId })).map(({ id }) => id);
  await combine(making, { app: on(0, "15:20"), act: { do: "draft", said: true, shown } });
}

function agreedViews(): Map<string, Sent> {
  const boxes = Object.entries(DEMO_VIEWS.agreed).flatMap(
    ([key, { view, reason }]): [string, Sent][] => [
      [`${key}.view`, { was: "", now: view }],
      [`${key}.reason`, { was: "", now: reason }],
    ],
  );
  return new Map(boxes);
}

type Combining = { app: App; act: CombineAct; sent?: ReadonlyMap<string, Sent> };

async function combine(
  { visitId, people }: VisitMaking,
  { app, act, sent = new Map() }: Combining,
): Promise<void> {
  const outcome = await saveCombine(app, people.lead, { visitId, sent, act });
  mustBeDone(outcome.ok, outcome);
}
