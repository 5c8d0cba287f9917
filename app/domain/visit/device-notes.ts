import type { DeliveryAnswer, DeliveryRefusal } from "./delivery";
import type { ActivityKind, NoteKind } from "./states";

/** Why a note on the device is not sent and waits for its writer. */
export type NoteProblem =
  | { kind: "refused"; why: DeliveryRefusal }
  | {
      kind: "conflict";
      version: number;
      held: { kind: NoteKind; text: string; removed: boolean };
    };

/** A note as its writer left it on the device. */
export type DeviceNote = {
  id: string;
  activityId: string;
  kind: NoteKind;
  text: string;
  /** By the device's clock, ISO 8601. */
  notedAt: string;
  /** Taken out here; the row goes once the server knows. */
  removed: boolean;
  /** The writer said that the words name no child; missing in what was kept before it was asked. */
  namesConfirmed?: boolean | undefined;
  problem: NoteProblem | null;
};

/** One thing to tell the server about a note. Its id is made once, and what was tried once is repeated as it was. */
export type Outgoing = {
  id: string;
  noteId: string;
  activityId: string;
  kind: NoteKind;
  text: string;
  notedAt: string;
  removed: boolean;
  namesConfirmed?: boolean | undefined;
  /** Told in this order. */
  order: number;
  /** The version it builds on, fixed at the first try; null: not tried yet. */
  baseVersion: number | null;
};

/** What the server said it has of a note. */
export type Receipt = { id: string; version: number; removed: boolean };

/** A line of the day that was added here. */
export type DeviceActivity = {
  id: string;
  kind: ActivityKind;
  title: string;
  startsAt: string;
  sent: boolean;
};

/** Everything one person has on this device of one visit. */
export type Held = {
  notes: readonly DeviceNote[];
  outgoing: readonly Outgoing[];
  receipts: readonly Receipt[];
  activities: readonly DeviceActivity[];
};

export const NOTHING_HELD: Held = { notes: [], outgoing: [], receipts: [], activities: [] };

/** What a step writes and takes away; all of it or none. */
export type HeldChange = {
  put?: Partial<{ [K in keyof Held]: Held[K] }>;
  drop?: Partial<Record<keyof Held, readonly string[]>>;
};

/** Notes the server does not have as they are here: still to be told, or waiting for their writer. */
export function waitingIds({ notes, outgoing }: Held): ReadonlySet<string> {
  const stuck = notes.filter(({ problem }) => problem !== null).map(({ id }) => id);
  return new Set([...outgoing.map(({ noteId }) => noteId), ...stuck]);
}

/**
 * The two numbers of the bar (look/README.md section 5): `waiting` are only here, `sent` the server has said it has.
 * Their sum is all.
 */
export function noteCounts(held: Held): { waiting: number; sent: number } {
  const waiting = waitingIds(held);
  const sent = held.receipts.filter(({ id, removed }) => !removed && !waiting.has(id));
  return { waiting: waiting.size, sent: sent.length };
}

type Written = Pick<
  DeviceNote,
  "id" | "activityId" | "kind" | "text" | "notedAt" | "namesConfirmed"
>;

/** Keeps a note, new or changed. A telling that was never tried is replaced; one that was tried stays as it is. */
export function keepNote(held: Held, written: Written, deliveryId: string): HeldChange {
  const note: DeviceNote = { ...written, removed: false, problem: null };
  return tell(held, note, deliveryId);
}

/** Takes a note out: at once where the server never heard of it, and otherwise when the server knows. */
export function takeNoteOut(held: Held, noteId: string, deliveryId: string): HeldChange {
  const note = held.notes.find(({ id }) => id === noteId);
  if (note === undefined) return {};
  const tellings = held.outgoing.filter((one) => one.noteId === noteId);
  const isKnown = held.receipts.some(({ id }) => id === noteId);
  if (!isKnown && tellings.every(({ baseVersion }) => baseVersion === null)) {
    return { drop: { notes: [noteId], outgoing: tellings.map(({ id }) => id) } };
  }
  return tell(held, { ...note, removed: true, problem: null }, deliveryId);
}

function tell(held: Held, note: DeviceNote, deliveryId: string): HeldChange {
  const { id: noteId, activityId, kind, text, notedAt, removed, namesConfirmed } = note;
  const untried = held.outgoing.filter((one) => one.noteId === noteId && one.baseVersion === null);
  const order = Math.max(0, ...held.outgoing.map((one) => one.order)) + 1;
  const says = { activityId, kind, text, notedAt, removed, namesConfirmed };
  const made = { id: deliveryId, noteId, ...says, order };
  return {
    put: { notes: [note], outgoing: [{ ...made, baseVersion: null }] },
    drop: { outgoing: untried.map(({ id }) => id) },
  };
}

/** Settles two versions of one note: the words here on top of the server's, or the server's in place of them. */
export function settleNote(
  held: Held,
  { noteId, keep }: { noteId: string; keep: "mine" | "theirs" },
  deliveryId: string,
): HeldChange {
  const note = held.notes.find(({ id }) => id === noteId);
  if (note?.problem?.kind !== "conflict") return {};
  const { version, held: theirs } = note.problem;
  const receipts = [{ id: noteId, version, removed: theirs.removed }];
  if (keep === "mine") {
    const { put, drop } = tell(held, { ...note, problem: null }, deliveryId);
    return { put: { ...put, receipts }, drop };
  }
  if (theirs.removed) return { put: { receipts }, drop: { notes: [noteId] } };
  const { kind, text } = theirs;
  const settled = { ...note, kind, text, removed: false, problem: null };
  return { put: { notes: [settled], receipts } };
}

/** Tries again what was refused because the record was with the school. */
export function retryClosed(held: Held, newId: () => string): HeldChange {
  const closed = held.notes.filter(
    ({ problem }) => problem?.kind === "refused" && problem.why === "closed",
  );
  const changes = closed.map((note) => tell(held, { ...note, problem: null }, newId()).put ?? {});
  return {
    put: {
      notes: changes.flatMap(({ notes = [] }) => notes),
      outgoing: changes.flatMap(({ outgoing = [] }) => outgoing),
    },
  };
}

/** What goes out together: of each note the earliest telling, on the version that the server last answered. */
export function nextBatch(held: Held, most: number): Outgoing[] {
  const versions = new Map(held.receipts.map(({ id, version }) => [id, version]));
  const seen = new Set<string>();
  const firsts = [...held.outgoing]
    .sort((a, b) => a.order - b.order)
    .filter(({ noteId }) => !seen.has(noteId) && seen.add(noteId));
  return firsts.slice(0, most).map((one) => ({
    ...one,
    baseVersion: one.baseVersion ?? versions.get(one.noteId) ?? 0,
  }));
}

/** Lines of the day to send along: those not yet sent, and those that notes of the batch lie under. */
export function activitiesFor(
  { activities }: Held,
  batch: readonly Outgoing[],
  most: number,
): DeviceActivity[] {
  const under = new Set(batch.map(({ activityId }) => activityId));
  const first = activities.filter(({ id }) => under.has(id));
  const rest = activities.filter(({ id, sent }) => !sent && !under.has(id));
  return [...first, ...rest].slice(0, most);
}

/** One line of the server's answer. */
export type Answered = { id: string; noteId: string } & DeliveryAnswer;

/** Writes down what the server answered. An answer to what is no longer outgoing was written down before. */
export function takeAnswer(held: Held, answered: Answered): HeldChange {
  const { id, noteId } = answered;
  const told = held.outgoing.find((one) => one.id === id);
  if (told === undefined) return {};
  const later = held.outgoing.filter((one) => one.noteId === noteId && one.id !== id);
  const note = held.notes.find((one) => one.id === noteId);
  const drop = { outgoing: [id] };
  switch (answered.answer) {
    case "kept":
    case "removed": {
      const removed = answered.answer === "removed";
      const receipts = [{ id: noteId, version: answered.version, removed }];
      const isGone = removed && later.length === 0;
      return { put: { receipts }, drop: isGone ? { ...drop, notes: [noteId] } : drop };
    }
    case "refused":
      if (note === undefined || later.length > 0) return { drop };
      return {
        put: { notes: [{ ...note, problem: { kind: "refused", why: answered.why } }] },
        drop,
      };
    case "conflict": {
      if (note === undefined) return { drop };
      const { version, held: theirs } = answered;
      const problem = { kind: "conflict", version, held: theirs } as const;
      const all = [id, ...later.map((one) => one.id)];
      return { put: { notes: [{ ...note, problem }] }, drop: { outgoing: all } };
    }
  }
}

/** A note of this person's as the server lists it; taken out or not. */
export type ListedNote = Written & { version: number; removed: boolean };

/**
 * Takes over what the server lists and this device does not have or has older. A list may be as old as a page that
 * was kept for later: only higher versions count, and what waits here is left alone.
 */
export function takeList(held: Held, listed: readonly ListedNote[]): HeldChange {
  const versions = new Map(held.receipts.map(({ id, version }) => [id, version]));
  const waiting = waitingIds(held);
  const newer = listed.filter(
    ({ id, version }) => !waiting.has(id) && version > (versions.get(id) ?? 0),
  );
  return {
    put: {
      receipts: newer.map(({ id, version, removed }) => ({ id, version, removed })),
      notes: newer
        .filter(({ removed }) => !removed)
        .map(({ id, activityId, kind, text, notedAt }) => ({
          ...{ id, activityId, kind, text, notedAt },
          removed: false,
          problem: null,
        })),
    },
    drop: { notes: newer.filter(({ removed }) => removed).map(({ id }) => id) },
  };
}

/** What is held after a change. */
export function afterChange(held: Held, { put = {}, drop = {} }: HeldChange): Held {
  return {
    notes: replaced(held.notes, put.notes, drop.notes),
    outgoing: replaced(held.outgoing, put.outgoing, drop.outgoing),
    receipts: replaced(held.receipts, put.receipts, drop.receipts),
    activities: replaced(held.activities, put.activities, drop.activities),
  };
}

function replaced<Row extends { id: string }>(
  rows: readonly Row[],
  put: readonly Row[] = [],
  drop: readonly string[] = [],
): Row[] {
  const gone = new Set([...drop, ...put.map(({ id }) => id)]);
  return [...rows.filter(({ id }) => !gone.has(id)), ...put];
}

/** Writes down a whole answer, and that these lines of the day went with it. One note is in an answer once. */
export function takeAnswers(
  held: Held,
  answers: readonly Answered[],
  lines: readonly DeviceActivity[],
): HeldChange {
  const changes = answers.map((answered) => takeAnswer(held, answered));
  const isClosed = answers.some((one) => one.answer === "refused" && one.why === "closed");
  const sent = isClosed ? [] : lines.map((line) => ({ ...line, sent: true }));
  return {
    put: {
      notes: changes.flatMap(({ put }) => put?.notes ?? []),
      receipts: changes.flatMap(({ put }) => put?.receipts ?? []),
      activities: sent,
    },
    drop: {
      notes: changes.flatMap(({ drop }) => drop?.notes ?? []),
      outgoing: changes.flatMap(({ drop }) => drop?.outgoing ?? []),
    },
  };
}
