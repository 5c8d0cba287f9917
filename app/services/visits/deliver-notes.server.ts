import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { decideDelivery, type Delivery, type DeliveryAnswer } from "~/domain/visit/delivery";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import {
  findDeliveries,
  findNotes,
  insertActivityOnce,
  insertDelivery,
  insertNote,
  listActivities,
  updateNote,
  type NoteRow,
} from "~db/queries/visit-notes";
import { findVisit } from "~db/queries/visits";
import type { ActivityKind } from "~/domain/visit/states";
import type { Writer } from "~db/types";
import { loadVisit, type LoadedVisit } from "./load-visit.server";

/** A line of the day added on the device. */
export type NewActivity = { id: string; kind: ActivityKind; title: string; startsAt: string };

export type DeliverNotesInput = {
  visitId: string;
  /** Whose notes these are, as the device holds them. */
  person: string;
  activities: readonly NewActivity[];
  deliveries: readonly Delivery[];
};

/** One answer for each delivery, in their order. */
export type Delivered = { id: string; noteId: string } & DeliveryAnswer;

/**
 * Takes notes from a device, each exactly once. Notes written under another account are refused whole (`forbidden`),
 * so that whoever signs in next on a shared tablet hands nothing in for somebody else. After the visit has gone to
 * the school every note is answered `closed` and stays on the device.
 */
export async function deliverNotes(
  app: App,
  actor: Actor,
  { visitId, person, activities, deliveries }: DeliverNotesInput,
): Promise<Delivered[]> {
  if (person !== actor.userId) throw new AppError("forbidden", { reason: "not-yours" });
  const loaded = await loadVisit(app, actor, { visitId });
  const verdict = can(actor, "visit.note", loaded.facts);
  if (!verdict.allowed && verdict.reason === "assigned-reviewers-only") stopUnless(verdict);
  const at = app.clock.now();
  return app.db.transact(async (tx) => {
    const isOpen = verdict.allowed && (await stillStands(tx, loaded));
    const place = { actor, loaded, at, isOpen };
    if (isOpen) await addActivities(tx, place, activities);
    return takeAll(tx, place, deliveries);
  });
}

type Place = { actor: Actor; loaded: LoadedVisit; at: Date; isOpen: boolean };

/** The state that let the notes in must still be there (design.md decision 4). */
async function stillStands(tx: Writer, { row }: LoadedVisit): Promise<boolean> {
  const now = await findVisit(tx, { visitId: row.id });
  return now?.state === row.state;
}

async function addActivities(
  tx: Writer,
  { actor, loaded }: Place,
  activities: readonly NewActivity[],
): Promise<void> {
  for (const activity of activities) {
    const row = { ...activity, visitId: loaded.row.id, addedBy: actor.userId, version: 1 };
    await insertActivityOnce(tx, { ...row, withWhom: "", place: "", endsAt: activity.startsAt });
  }
}

async function takeAll(
  tx: Writer,
  place: Place,
  deliveries: readonly Delivery[],
): Promise<Delivered[]> {
  const visitId = place.loaded.row.id;
  const lines = new Set((await listActivities(tx, { visitId })).map(({ id }) => id));
  const before = await findDeliveries(tx, { ids: deliveries.map(({ id }) => id) });
  const answers: Delivered[] = [];
  for (const delivery of deliveries) {
    const { id, noteId } = delivery;
    const same = before.find((one) => one.id === id && one.authorId === place.actor.userId);
    const answer =
      same === undefined
        ? await take(tx, place, { delivery, activityExists: lines.has(delivery.activityId) })
        : readAnswer(same.answer);
    answers.push({ id, noteId, ...answer });
  }
  return answers;
}

/** Stored by `remember`, so it is what it says. */
const readAnswer = (text: string): DeliveryAnswer => JSON.parse(text) as DeliveryAnswer;

type Taken = { delivery: Delivery; activityExists: boolean };

async function take(tx: Writer, place: Place, taken: Taken): Promise<DeliveryAnswer> {
  // Not remembered: the same delivery is taken once the notes are open again.
  if (!place.isOpen) return { answer: "refused", why: "closed" };
  const { delivery, activityExists } = taken;
  const [row] = await findNotes(tx, { noteIds: [delivery.noteId] });
  const isElsewhere = row !== undefined && row.visitId !== place.loaded.row.id;
  if (isElsewhere) return { answer: "refused", why: "not-yours" };
  const held = row === undefined ? undefined : { ...row, removed: row.removedAt !== null };
  const { write, answer } = decideDelivery(delivery, {
    authorId: place.actor.userId,
    held,
    activityExists,
  });
  if (write === "none") return answer;
  await writeNote(tx, place, { delivery, row });
  await remember(tx, place, { id: delivery.id, answer });
  return answer;
}

type Written = { delivery: Delivery; row: NoteRow | undefined };

async function writeNote(tx: Writer, place: Place, { delivery, row }: Written): Promise<void> {
  const { actor, at, loaded } = place;
  const { activityId, kind, notedAt, noteId, removed } = delivery;
  const text = removed ? "" : delivery.text;
  const content = { activityId, kind, text, notedAt, removedAt: removed ? at : null };
  if (row === undefined) {
    const made = { id: noteId, visitId: loaded.row.id, authorId: actor.userId, version: 1 };
    await insertNote(tx, { ...made, ...content, receivedAt: at });
    return;
  }
  const scope = { noteId, authorId: actor.userId, version: row.version };
  if (!(await updateNote(tx, scope, content))) throw new AppError("conflict");
}

async function remember(
  tx: Writer,
  { actor, loaded, at }: Place,
  { id, answer }: { id: string; answer: DeliveryAnswer },
): Promise<void> {
  await insertDelivery(tx, {
    id,
    visitId: loaded.row.id,
    authorId: actor.userId,
    answer: JSON.stringify(answer),
    receivedAt: at,
  });
}
