import { newLikelyNames } from "~/domain/people/new-likely-names";
import { findUpn } from "~/domain/people/upn";
import { LONGEST_POINT, MOST_POINTS, movedPoint } from "~/domain/visit/three-oclock";
import { NOTE_KINDS, type NoteKind } from "~/domain/visit/states";
import { mergeSent } from "~/domain/visit/three-way";
import { findNotes } from "~db/queries/visit-notes";
import {
  deletePoint,
  insertPoint,
  listPoints,
  updatePoint,
  type PointRow,
} from "~db/queries/visit-views";
import type { Writer } from "~db/types";
import {
  gone,
  refusedAs,
  type CombineAct,
  type Combining,
  type CombineRefusal,
} from "./combine-refusal.server";

/** Saves changed points; one with a problem is told and given back. */
export async function savePoints(tx: Writer, combining: Combining): Promise<CombineRefusal> {
  const { loaded, focus, sent } = combining;
  const visitId = loaded.row.id;
  const refusal: CombineRefusal = { problems: [], clashes: [] };
  for (const point of await listPoints(tx, { visitId })) {
    const { id } = point;
    const { write, clashes } = mergeSent(boxesOf(point), sent);
    refusal.clashes.push(...clashes);
    if (clashes.length > 0 || Object.keys(write).length === 0) continue;
    const text = (write[`${id}.text`] ?? point.text).trim();
    const key = write[`${id}.key`] ?? point.key;
    const code = problemOf({ text, key, focus });
    const names = namesIn(text, { before: point.text, combining });
    if (code !== null) refusal.problems.push({ of: "point", code, id });
    else if (names.length > 0) refusal.problems.push({ of: "point", code: "names", names, id });
    else {
      const kind = asKind(write[`${id}.kind`] ?? point.kind);
      await updatePoint(tx, { visitId, pointId: id }, { text, key, kind, saidAt: null });
    }
  }
  return refusal;
}

/** The boxes of one point on the page. */
export const boxesOf = ({ id, text, kind, key }: PointRow): Record<string, string> => ({
  [`${id}.text`]: text,
  [`${id}.kind`]: kind,
  [`${id}.key`]: key,
});

export const asKind = (text: string): NoteKind => NOTE_KINDS.find((kind) => kind === text) ?? "saw";

type Point = { text: string; key: string; focus: readonly string[] };

function problemOf({ text, key, focus }: Point) {
  if (text === "") return "empty" as const;
  if (text.length > LONGEST_POINT) return "too-long" as const;
  if (findUpn(text).length > 0) return "upn" as const;
  return focus.includes(key) ? null : ("not-in-focus" as const);
}

/** Words of a point that may name a child; a filed note was asked about when it was written. */
function namesIn(
  text: string,
  { before, combining }: { before: string; combining: Pick<Combining, "namesConfirmed"> },
) {
  return combining.namesConfirmed === true ? [] : newLikelyNames(text, { before });
}

type PointAct = Exclude<CombineAct, { do: "save" | "draft" }>;

/** Moves, takes out or adds a point. */
export async function changePoints(
  tx: Writer,
  combining: Combining,
  act: PointAct,
): Promise<CombineRefusal> {
  const visitId = combining.loaded.row.id;
  const points = await listPoints(tx, { visitId });
  switch (act.do) {
    case "add-note":
      return addNote(tx, combining, { points, noteId: act.noteId });
    case "add":
      return addPoint(tx, combining, { points, ...act });
    case "take-out":
      await deletePoint(tx, { visitId, pointId: act.pointId });
      return refusedAs();
    case "up":
    case "down": {
      const ids = points.map(({ id }) => id);
      for (const [index, id] of movedPoint(ids, act.pointId, act.do).entries()) {
        await updatePoint(tx, { visitId, pointId: id }, { position: index + 1 });
      }
      return refusedAs();
    }
  }
}

type WithPoints = { points: readonly PointRow[] };

/** A filed note becomes a point as it stands; one that is too long is to be shortened before it is said. */
async function addNote(
  tx: Writer,
  combining: Combining,
  { points, noteId }: WithPoints & { noteId: string },
): Promise<CombineRefusal> {
  const [note] = await findNotes(tx, { noteIds: [noteId] });
  const isThere = note?.visitId === combining.loaded.row.id && note.removedAt === null;
  if (!isThere || note.filedTo === null) return gone();
  if (!combining.focus.includes(note.filedTo)) return gone();
  if (points.length >= MOST_POINTS) return refusedAs({ of: "new", code: "too-many" });
  const { kind, filedTo: key, text } = note;
  await add(tx, combining, { points, kind, key, text: text.trim() });
  return refusedAs();
}

type NewPoint = WithPoints & { kind: NoteKind; key: string; text: string };

async function addPoint(
  tx: Writer,
  combining: Combining,
  point: NewPoint,
): Promise<CombineRefusal> {
  const text = point.text.trim();
  const code = problemOf({ text, key: point.key, focus: combining.focus });
  if (code !== null) return refusedAs({ of: "new", code });
  const names = namesIn(text, { before: "", combining });
  if (names.length > 0) return refusedAs({ of: "new", code: "names", names });
  if (point.points.length >= MOST_POINTS) return refusedAs({ of: "new", code: "too-many" });
  await add(tx, combining, { ...point, text });
  return refusedAs();
}

async function add(tx: Writer, { app, loaded }: Combining, point: NewPoint): Promise<void> {
  const { points, kind, key, text } = point;
  const position = Math.max(0, ...points.map((one) => one.position)) + 1;
  const row = { id: app.newId(), visitId: loaded.row.id, position, kind, key, text };
  await insertPoint(tx, { ...row, version: 1 });
}
