import type { Actor } from "~/domain/policy/actor";
import {
  lineChanges,
  lineField,
  readDayLines,
  type DayLine,
  type LineChanges,
} from "~/domain/visit/day-lines";
import type { TypedLine } from "~/domain/visit/template-day";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { insertActivityOnce, listActivities } from "~db/queries/visit-notes";
import { deleteActivity, linesWithNotes, updateActivity } from "~db/queries/visit-plan";
import { findVisit } from "~db/queries/visits";
import type { Writer } from "~db/types";
import { loadVisit } from "./load-visit.server";
import { namesAsked } from "./names-asked";
import { DAY_CHANGED_AT, lineOf } from "./view-plan.server";
import type { VisitProblemView } from "./views";

/** `conflict`: somebody changed a line first; `theirs` are the lines that stand. */
export type DayOutcome =
  | { kind: "done"; done: string }
  | { kind: "problems"; problems: VisitProblemView[] }
  | { kind: "conflict"; theirs: DayLine[] };

type SavingDay = { visitId: string; lines: readonly TypedLine[]; namesConfirmed?: boolean };

/**
 * Saves the lines of the day; host and reviewers may. Lines that notes stand under cannot be taken out. Throws
 * `conflict` once the visit has taken place.
 */
export async function saveDay(
  app: App,
  actor: Actor,
  { visitId, lines: typed, namesConfirmed = false }: SavingDay,
): Promise<DayOutcome> {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.edit-day" });
  const read = readDayLines(typed);
  if (!read.ok) return { kind: "problems", problems: read.problem };
  const names = namesAsked(textsOf(typed), {
    before: await standingTexts(app, { visitId, typed }),
    namesConfirmed,
  });
  if (names.length > 0) return { kind: "problems", problems: names };
  const made = typed.filter(({ version }) => version > 0);
  const at = app.clock.now();
  const auditId = app.newId();
  return app.db.transact(async (tx): Promise<DayOutcome> => {
    const now = await findVisit(tx, { visitId });
    if (now === undefined || !DAY_CHANGED_AT.includes(now.state)) throw new AppError("conflict");
    const held = (await listActivities(tx, { visitId })).map(lineOf);
    const changes = lineChanges(read.value, { held, made });
    if (changes === null) return { kind: "conflict", theirs: held };
    const noted = await linesWithNotes(tx, { activityIds: changes.removed.map(({ id }) => id) });
    const kept = typed.findIndex(({ id }) => id !== "" && noted.includes(id));
    if (kept >= 0) return { kind: "problems", problems: [notesStand(kept)] };
    await apply(tx, changes, { visitId, addedBy: actor.userId, newId: app.newId });
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "visit.planChanged",
      schoolId: loaded.row.schoolId,
      organisationId: loaded.row.organisationId,
      subjectKind: "visit",
      subjectId: visitId,
      data: counts(changes),
    });
    return { kind: "done", done: "plan-saved" };
  });
}

/** The words of each line, by the field they stand in. */
function textsOf(typed: readonly TypedLine[]): Record<string, string> {
  return Object.fromEntries(
    typed.flatMap(({ title, withWhom, place }, index) => [
      [lineField("title", index), title],
      [lineField("withWhom", index), withWhom],
      [lineField("place", index), place],
    ]),
  );
}

type Typed = { visitId: string; typed: readonly TypedLine[] };

/** What stands in the lines that a form was made from, in the places they have on it. */
async function standingTexts(app: App, { visitId, typed }: Typed) {
  const held = new Map(
    (await listActivities(app.db.read, { visitId })).map((row) => [row.id, row]),
  );
  const none = { title: "", withWhom: "", place: "" };
  return textsOf(typed.map((line) => ({ ...line, ...none, ...held.get(line.id), ...keyOf(line) })));
}

const keyOf = ({ id, version, kind }: TypedLine) => ({ id, version, kind });

const notesStand = (index: number): VisitProblemView => ({
  field: lineField("title", index),
  message: "Notes stand under this line, so it stays. Give it a title again",
});

const counts = ({ added, changed, removed }: LineChanges) => ({
  added: added.length,
  changed: changed.length,
  removed: removed.length,
});

type Applied = { visitId: string; addedBy: string; newId: () => string };

async function apply(
  tx: Writer,
  { added, changed, removed }: LineChanges,
  { visitId, addedBy, newId }: Applied,
): Promise<void> {
  for (const { id, version, ...set } of changed) {
    const scope = { visitId, activityId: id, version };
    if (!(await updateActivity(tx, scope, set))) throw new AppError("conflict");
  }
  for (const { id, version } of removed) {
    const scope = { visitId, activityId: id, version };
    if (!(await deleteActivity(tx, scope))) throw new AppError("conflict");
  }
  for (const line of added) {
    await insertActivityOnce(tx, { ...line, id: newId(), version: 1, visitId, addedBy });
  }
}
