import { and, asc, eq } from "drizzle-orm";
import type { ActionState } from "../../app/domain/action/states";
import { actions } from "../schema";
import type { Reader, Writer } from "../types";

const actionColumns = {
  id: actions.id,
  responseId: actions.responseId,
  itemKey: actions.itemKey,
  title: actions.title,
  whereWeAre: actions.whereWeAre,
  whereWeWant: actions.whereWeWant,
  leadRole: actions.leadRole,
  term: actions.term,
  priority: actions.priority,
  resourceOrHelp: actions.resourceOrHelp,
  howWeWillKnow: actions.howWeWillKnow,
  state: actions.state,
  progressNote: actions.progressNote,
  source: actions.source,
  sourceId: actions.sourceId,
  carriedFromId: actions.carriedFromId,
  updatedAt: actions.updatedAt,
  version: actions.version,
};

export type ActionRow = Awaited<ReturnType<typeof listActions>>[number];

/** A school's improvement plan: by priority, then term. */
export async function listActions(read: Reader, scope: { schoolId: string }) {
  return read
    .select(actionColumns)
    .from(actions)
    .where(eq(actions.schoolId, scope.schoolId))
    .orderBy(asc(actions.priority), asc(actions.term), asc(actions.createdAt), asc(actions.id));
}

export async function findAction(read: Reader, scope: { schoolId: string; actionId: string }) {
  const rows = await read
    .select(actionColumns)
    .from(actions)
    .where(and(eq(actions.id, scope.actionId), eq(actions.schoolId, scope.schoolId)));
  return rows[0];
}

/** Whether another action carries this one on. */
export async function isCarriedOn(read: Reader, actionId: string): Promise<boolean> {
  const rows = await read
    .select({ id: actions.id })
    .from(actions)
    .where(eq(actions.carriedFromId, actionId));
  return rows.length > 0;
}

type NewAction = typeof actions.$inferInsert;

export async function insertAction(tx: Writer, row: NewAction): Promise<void> {
  await tx.insert(actions).values(row);
}

/** Adds an action that carries another on; false when somebody carried that one on first. */
export async function insertCarriedAction(tx: Writer, row: NewAction): Promise<boolean> {
  const rows = await tx
    .insert(actions)
    .values(row)
    .onConflictDoNothing({ target: actions.carriedFromId })
    .returning({ id: actions.id });
  return rows.length === 1;
}

export type ActionChange = {
  title: string;
  whereWeAre: string;
  whereWeWant: string;
  leadRole: string;
  term: string;
  priority: number;
  resourceOrHelp: string;
  howWeWillKnow: string;
  progressNote: string;
  state: ActionState;
};

/** Changes an action that still stands at `version`; false when someone changed it first. */
export async function updateAction(
  tx: Writer,
  change: { schoolId: string; actionId: string; version: number; at: Date; to: ActionChange },
): Promise<boolean> {
  const rows = await tx
    .update(actions)
    .set({ ...change.to, updatedAt: change.at, version: change.version + 1 })
    .where(
      and(
        eq(actions.id, change.actionId),
        eq(actions.schoolId, change.schoolId),
        eq(actions.version, change.version),
      ),
    )
    .returning({ id: actions.id });
  return rows.length === 1;
}
