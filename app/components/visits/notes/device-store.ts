import { openDB, type IDBPDatabase, type IDBPTransaction } from "idb";
import { NO_JOTTINGS, type DeviceJottings } from "~/domain/visit/device-jottings";
import {
  afterChange,
  type DeviceActivity,
  type DeviceNote,
  type Held,
  type HeldChange,
  type Outgoing,
  type Receipt,
} from "~/domain/visit/device-notes";
import { rememberKeeping } from "./keeping-flag";

/** Whose of which visit; every key starts with both, so that nothing is read across. */
export type Whose = { person: string; visitId: string };
type PlaceKey = [person: string, visitId: string];
type RowKey = [person: string, visitId: string, id: string];

type Schema = {
  notes: { key: RowKey; value: DeviceNote };
  outgoing: { key: RowKey; value: Outgoing };
  receipts: { key: RowKey; value: Receipt };
  activities: { key: RowKey; value: DeviceActivity };
  jottings: { key: PlaceKey; value: DeviceJottings };
  /** Without it, storage is new or was cleared; `forgotten`: we deleted it ourselves, and nothing is put back. */
  opened: { key: PlaceKey; value: "open" | "forgotten" };
};

const ROWS = ["notes", "outgoing", "receipts", "activities"] as const;
const ALL = [...ROWS, "jottings", "opened"] as const;
const NAME = "inclusion-review-visits";
const FORGOTTEN = "This device has forgotten the visit";

type Database = IDBPDatabase<Schema>;
type Change = IDBPTransaction<Schema, typeof ALL, "readwrite">;

let opened: Promise<Database> | null = null;

function database(): Promise<Database> {
  opened ??= openDB<Schema>(NAME, 1, {
    upgrade: (made) => {
      for (const name of ALL) made.createObjectStore(name);
    },
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      opened = null;
    },
    terminated: () => (opened = null),
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** A connection that storage was taken away from is opened once more. */
async function inChange<T>(work: (tx: Change) => Promise<T>): Promise<T> {
  const attempt = async () => {
    const tx = (await database()).transaction(ALL, "readwrite");
    const result = await work(tx);
    await tx.done;
    return result;
  };
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
    opened = null;
    return attempt();
  }
}

/** All rows of one person in one visit: arrays sort after every string. */
const rangeOf = ({ person, visitId }: Whose): IDBKeyRange =>
  IDBKeyRange.bound([person, visitId], [person, visitId, []]);
const rangeOfPerson = (person: string): IDBKeyRange => IDBKeyRange.bound([person], [person, []]);
const placeOf = ({ person, visitId }: Whose): PlaceKey => [person, visitId];

export type Opened = { held: Held; jottings: DeviceJottings; isNew: boolean };

/** Opens what is here of one visit and writes down that it was opened. Rejects where the browser keeps nothing. */
export async function openHeld(whose: Whose): Promise<Opened> {
  const result = await inChange(async (tx) => {
    const isNew = (await tx.objectStore("opened").get(placeOf(whose))) === undefined;
    await tx.objectStore("opened").put("open", placeOf(whose));
    const jottings = (await tx.objectStore("jottings").get(placeOf(whose))) ?? NO_JOTTINGS;
    return { held: await readHeld(tx, whose), jottings, isNew };
  });
  rememberKeeping();
  return result;
}

/**
 * One step, whole or not at all, whatever other tabs do meanwhile. `remembered`: what this page has shown; it is
 * written back where storage was cleared while the page stood open. Rejects where nothing can be kept any more.
 */
export async function changeHeld(
  whose: Whose,
  step: (held: Held) => HeldChange,
  remembered: Held,
): Promise<Held> {
  return inChange(async (tx) => {
    const standing = await tx.objectStore("opened").get(placeOf(whose));
    if (standing === "forgotten") throw new Error(FORGOTTEN);
    if (standing === undefined) {
      await tx.objectStore("opened").put("open", placeOf(whose));
      await writeRows(tx, whose, { put: remembered });
    }
    const held = await readHeld(tx, whose);
    const change = step(held);
    await writeRows(tx, whose, change);
    return afterChange(held, change);
  });
}

async function readHeld(tx: Change, whose: Whose): Promise<Held> {
  const range = rangeOf(whose);
  return {
    notes: await tx.objectStore("notes").getAll(range),
    outgoing: await tx.objectStore("outgoing").getAll(range),
    receipts: await tx.objectStore("receipts").getAll(range),
    activities: await tx.objectStore("activities").getAll(range),
  };
}

async function writeRows(tx: Change, { person, visitId }: Whose, change: HeldChange) {
  const { put = {}, drop = {} } = change;
  const keyOf = (id: string): RowKey => [person, visitId, id];
  for (const name of ROWS) {
    for (const id of drop[name] ?? []) await tx.objectStore(name).delete(keyOf(id));
  }
  for (const row of put.notes ?? []) await tx.objectStore("notes").put(row, keyOf(row.id));
  for (const row of put.outgoing ?? []) await tx.objectStore("outgoing").put(row, keyOf(row.id));
  for (const row of put.receipts ?? []) await tx.objectStore("receipts").put(row, keyOf(row.id));
  for (const row of put.activities ?? [])
    await tx.objectStore("activities").put(row, keyOf(row.id));
}

export async function readJottings(whose: Whose): Promise<DeviceJottings> {
  return (await (await database()).get("jottings", placeOf(whose))) ?? NO_JOTTINGS;
}

/** The same for jottings, from what stands in storage and not from what a tab still shows. */
export async function changeJottings(
  whose: Whose,
  step: (own: DeviceJottings) => DeviceJottings,
  remembered: DeviceJottings,
): Promise<DeviceJottings> {
  return inChange(async (tx) => {
    const standing = await tx.objectStore("opened").get(placeOf(whose));
    if (standing === "forgotten") throw new Error(FORGOTTEN);
    const own = (await tx.objectStore("jottings").get(placeOf(whose))) ?? remembered;
    const changed = step(own);
    await tx.objectStore("jottings").put(changed, placeOf(whose));
    return changed;
  });
}

/** How many notes of a person wait here, over all visits; jottings of a visit are one. */
export async function countWaiting(person: string): Promise<number> {
  const db = await database();
  const range = rangeOfPerson(person);
  const tellings = await db.getAll("outgoing", range);
  const stuck = (await db.getAll("notes", range)).filter(({ problem }) => problem !== null);
  const jottings = (await db.getAll("jottings", range)).filter(({ waits }) => waits);
  const notes = new Set([...tellings.map(({ noteId }) => noteId), ...stuck.map(({ id }) => id)]);
  return notes.size + jottings.length;
}

/** Whether anybody else's notes wait here; how many, and whose, is nobody's business. */
export async function doOthersWait(person: string): Promise<boolean> {
  const db = await database();
  const others = (await db.getAllKeys("outgoing")).some(([whose]) => whose !== person);
  if (others) return true;
  let cursor = await db.transaction("notes").store.openCursor();
  while (cursor !== null) {
    if (cursor.key[0] !== person && cursor.value.problem !== null) return true;
    cursor = await cursor.continue();
  }
  return false;
}

/** Deletes everything of a person: on signing out. What other tabs still show is not put back. */
export async function forgetPerson(person: string): Promise<void> {
  await inChange(async (tx) => {
    const places = await tx.objectStore("opened").getAllKeys(rangeOfPerson(person));
    for (const [, visitId] of places) await forgetIn(tx, { person, visitId });
  });
}

/** Deletes everything of one visit: when it is over. */
export async function forgetVisit(whose: Whose): Promise<void> {
  await inChange((tx) => forgetIn(tx, whose));
}

async function forgetIn(tx: Change, whose: Whose): Promise<void> {
  for (const name of ROWS) await tx.objectStore(name).delete(rangeOf(whose));
  await tx.objectStore("jottings").delete(placeOf(whose));
  await tx.objectStore("opened").put("forgotten", placeOf(whose));
}
