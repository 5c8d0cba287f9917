import type { ActionFields } from "~/domain/action/action-fields";
import { moveAction as decideMove } from "~/domain/action/lifecycle";
import type { ActionState } from "~/domain/action/states";
import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  findAction,
  isCarriedOn,
  updateAction,
  type ActionChange,
  type ActionRow,
} from "~db/queries/actions";
import { insertAudit } from "~db/queries/audit";
import { actionView } from "./action-view";
import { readPlan } from "./plan-reading.server";
import { readActionFields } from "./read-action-fields";
import { schoolOfPlan, type PlanPlace } from "./school-of-plan.server";
import type { ActionOutcome, ActionView } from "./views";

type Where = { urn: string; actionId: string };
/** `version` is the one the form was made from. */
type Guarded = Where & { version: number };

/** One action, for its edit form. Throws `not-found` for another school's. */
export async function viewAction(app: App, actor: Actor, input: Where): Promise<ActionView> {
  const { place, row } = await load(app, actor, input);
  return actionView(row, await readPlan(app, actor, place));
}

/** Changes what an action says; it keeps its state. */
export async function editAction(
  app: App,
  actor: Actor,
  input: Guarded & { fields: ActionFields; namesConfirmed?: boolean },
): Promise<ActionOutcome> {
  const { place, row } = await load(app, actor, input);
  const { namesConfirmed = false } = input;
  const read = readActionFields(input.fields, { before: row, namesConfirmed });
  if (!read.ok) return { kind: "problems", problems: read.problem };
  const to = { ...read.value, state: row.state };
  return change(app, actor, { place, input, to, event: "action.edited" });
}

/**
 * Moves an action on: taken up, done, dropped, or taken up again. Throws `conflict` for a move there is not, also of
 * one that a later round carries on.
 */
export async function moveAction(
  app: App,
  actor: Actor,
  input: Guarded & { to: ActionState },
): Promise<ActionOutcome> {
  const { place, row } = await load(app, actor, input);
  const moved = decideMove(row.state, input.to);
  if (!moved.ok || (await isCarriedOn(app.db.read, row.id))) {
    if (row.version !== input.version) return conflict(app, actor, { place, input });
    throw new AppError("conflict", { actionId: row.id });
  }
  const to = { ...wordsOf(row), state: moved.value };
  return change(app, actor, { place, input, to, event: "action.moved" });
}

/** What an action says, without its state. */
export function wordsOf(row: ActionRow): Omit<ActionChange, "state"> {
  const { title, whereWeAre, whereWeWant, leadRole, term, priority } = row;
  const { resourceOrHelp, howWeWillKnow, progressNote } = row;
  const first = { title, whereWeAre, whereWeWant, leadRole, term, priority };
  return { ...first, resourceOrHelp, howWeWillKnow, progressNote };
}

type Change = { place: PlanPlace; input: Guarded; to: ActionChange; event: string };

async function change(app: App, actor: Actor, it: Change): Promise<ActionOutcome> {
  const { place, input, to, event } = it;
  const { actionId, version } = input;
  const schoolId = place.school.id;
  const at = app.clock.now();
  const auditId = app.newId();
  const done = await app.db.transact(async (tx) => {
    const isFirst = await updateAction(tx, { schoolId, actionId, version, at, to });
    if (!isFirst) return false;
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event,
      schoolId,
      subjectKind: "action",
      subjectId: actionId,
      data: { state: to.state, version: version + 1 },
    });
    return true;
  });
  return done ? { kind: "saved", id: actionId } : conflict(app, actor, { place, input });
}

async function conflict(
  app: App,
  actor: Actor,
  { place, input }: { place: PlanPlace; input: Where },
): Promise<ActionOutcome> {
  const row = await findRow(app, { place, input });
  return { kind: "conflict", theirs: actionView(row, await readPlan(app, actor, place)) };
}

async function load(app: App, actor: Actor, input: Where) {
  const place = await schoolOfPlan(app, actor, { urn: input.urn, action: "action.edit" });
  return { place, row: await findRow(app, { place, input }) };
}

async function findRow(
  app: App,
  { place, input }: { place: PlanPlace; input: Where },
): Promise<ActionRow> {
  const scope = { schoolId: place.school.id, actionId: input.actionId };
  const row = await findAction(app.db.read, scope);
  if (row === undefined) throw new AppError("not-found");
  return row;
}
