import { checkViews, type View } from "~/domain/visit/combine";
import { draftFindings, draftWhatWeDid } from "~/domain/visit/draft-record";
import { allSaid, checkPoints } from "~/domain/visit/three-oclock";
import { AppError } from "~/platform/app-error.server";
import { listActivities } from "~db/queries/visit-notes";
import { findRecord, listFindings, putFinding } from "~db/queries/visit-record-rows";
import { listPoints, updatePoint, type PointRow } from "~db/queries/visit-views";
import type { Writer } from "~db/types";
import {
  refusedAs,
  type CombineProblem,
  type Combining,
  type CombineRefusal,
} from "./combine-refusal.server";
import { makeVisitMove } from "./move-visit.server";
import { boxesOf } from "./points-save.server";
import { changeRecord } from "./record-lock.server";

type Draft = { said: boolean; shown: readonly string[] };

/**
 * The record drafts itself from the points that were said, and from nothing else. What is said is what the page
 * showed: where the other reviewer changed it meanwhile, it is read again first.
 */
export async function draftRecord(
  tx: Writer,
  combining: Combining,
  draft: Draft,
): Promise<CombineRefusal> {
  const visitId = combining.loaded.row.id;
  const points = await listPoints(tx, { visitId });
  const agreed = new Map<string, View>(
    (await listFindings(tx, { visitId })).map(({ key, view, reason }) => [key, { view, reason }]),
  );
  const problems = problemsOf(combining, { draft, points, agreed });
  if (problems.length > 0) return refusedAs(...problems);
  await writeDraft(tx, combining, { points, agreed });
  return refusedAs();
}

type Ready = { points: readonly PointRow[]; agreed: ReadonlyMap<string, View> };

function problemsOf(
  { focus, sent, loaded }: Combining,
  { draft, points, agreed }: Ready & { draft: Draft },
): CombineProblem[] {
  const { visitOn } = loaded.row;
  if (visitOn === null || visitOn > loaded.today) return [{ of: "draft", code: "day-to-come" }];
  const missing = focus.filter((key) => !agreed.has(key));
  const ticked = points.map((point) => ({ ...point, said: draft.said }));
  const wrong: CombineProblem[] = [
    ...missing.map((key) => ({ of: "view" as const, key, code: "not-agreed" as const })),
    ...checkViews(agreed).map((one) => ({ of: "view" as const, ...one })),
    ...checkPoints(ticked, focus).map((one) => ({ of: "point" as const, ...one })),
  ];
  if (wrong.length > 0) return wrong;
  const isAsShown =
    points.map(({ id }) => id).join() === draft.shown.join() &&
    points.every((point) => isAsSent(boxesOf(point), sent)) &&
    [...agreed].every(([key, { view }]) => isAsSent({ [`${key}.view`]: view }, sent));
  if (!isAsShown) return [{ of: "draft", code: "changed-since" }];
  return draft.said ? [] : [{ of: "draft", code: "not-said" }];
}

const isAsSent = (boxes: Record<string, string>, sent: Combining["sent"]): boolean =>
  Object.entries(boxes).every(([name, stands]) => (sent.get(name)?.now ?? stands) === stands);

async function writeDraft(
  tx: Writer,
  combining: Combining,
  { points, agreed }: Ready,
): Promise<void> {
  const { app, actor, loaded, focus, at } = combining;
  const visitId = loaded.row.id;
  for (const { id } of points) await updatePoint(tx, { visitId, pointId: id }, { saidAt: at });
  const said = points.map((point) => ({ ...point, said: true }));
  for (const finding of draftFindings(focus, agreed, said))
    await putFinding(tx, { visitId, ...finding, version: 1 });
  const day = await listActivities(tx, { visitId });
  const record = await findRecord(tx, { visitId });
  if (record === undefined) throw new AppError("conflict");
  const whatWeDid = draftWhatWeDid(day.filter(({ kind }) => !AMONG_OURSELVES.includes(kind)));
  await changeRecord(tx, record, { whatWeDid });
  const moving = { actor, loaded, at, context: { pointsSaid: allSaid(said) } };
  const isPlanned = loaded.row.state === "planned";
  if (isPlanned) {
    const also = { visitedAt: at };
    await makeVisitMove(tx, { ...moving, event: "visited", auditId: app.newId(), also });
  }
  const now = isPlanned ? asVisited(loaded) : loaded;
  const data = { points: points.length };
  await makeVisitMove(tx, { ...moving, loaded: now, event: "draft", auditId: app.newId(), data });
}

/** Lines of the day that the reviewers have to themselves or with the hosts at its end. */
const AMONG_OURSELVES: readonly string[] = ["filing", "three-oclock"];

const asVisited = (loaded: Combining["loaded"]): Combining["loaded"] => ({
  ...loaded,
  row: { ...loaded.row, state: "visited", version: loaded.row.version + 1 },
});
