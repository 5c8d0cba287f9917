import { findUpn } from "~/domain/people/upn";
import type { NoteKind } from "./states";

/** Up to five points are said to the hosts at the end of the day (look/README.md section 5). */
export const MOST_POINTS = 5;
export const LONGEST_POINT = 240;

export type Point = { id: string; kind: NoteKind; key: string; text: string; said: boolean };

export type PointProblem =
  | { code: "too-many" }
  | { code: "none" }
  | { code: "empty" | "too-long" | "upn" | "not-in-focus"; id: string };

/** What keeps the points from being said. `focus`: the keys the host asked about. */
export function checkPoints(points: readonly Point[], focus: readonly string[]): PointProblem[] {
  if (points.length === 0) return [{ code: "none" }];
  const each = points.flatMap((point) => problemOf(point, focus) ?? []);
  return points.length > MOST_POINTS ? [{ code: "too-many" }, ...each] : each;
}

function problemOf({ id, key, text }: Point, focus: readonly string[]): PointProblem | null {
  if (text.trim() === "") return { code: "empty", id };
  if (text.length > LONGEST_POINT) return { code: "too-long", id };
  if (findUpn(text).length > 0) return { code: "upn", id };
  return focus.includes(key) ? null : { code: "not-in-focus", id };
}

/** Whether the record may be drafted: there are points, and every one was said. */
export const allSaid = (points: readonly Point[]): boolean =>
  points.length > 0 && points.every(({ said }) => said);

/** The points' ids with one moved a place up or down; as they were where there is no such place. */
export function movedPoint(ids: readonly string[], id: string, way: "up" | "down"): string[] {
  const from = ids.indexOf(id);
  const to = way === "up" ? from - 1 : from + 1;
  const other = ids[to];
  if (from === -1 || other === undefined) return [...ids];
  return ids.map((one, index) => (index === from ? other : index === to ? id : one));
}
