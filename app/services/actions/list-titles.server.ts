import { isStillOpen } from "~/domain/action/carry";
import type { ActionState } from "~/domain/action/states";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { App } from "~/platform/app.server";
import { listActions } from "~db/queries/actions";
import type { ResponseRow } from "~db/queries/responses";
import { responseFacts } from "../answering/load-response.server";
import { carriedOnIds } from "./plan-reading.server";

/** An action as those of the round's organisation see it: no words of the school beside its title. */
export type ActionTitle = {
  id: string;
  title: string;
  leadRole: string;
  term: string;
  state: ActionState;
};

/**
 * How the actions of one return stand today (design.md section 3: officers see titles and progress), without those
 * that were dropped or carried on. Empty for whoever may not know of them.
 */
export async function listActionTitles(
  app: App,
  actor: Actor,
  row: ResponseRow,
): Promise<ActionTitle[]> {
  const today = londonDate(app.clock.now());
  const { schoolId, questionnaireKey, round } = await responseFacts(app, actor, { row, today });
  const facts = { today, schoolId, questionnaireKey, round };
  if (!can(actor, "action.view-titles", facts).allowed) return [];
  const rows = await listActions(app.db.read, { schoolId });
  const carried = carriedOnIds(rows);
  return rows
    .filter(({ responseId }) => responseId === row.id)
    .filter(
      ({ id, state }) => state === "done" || isStillOpen({ state, carriedOn: carried.has(id) }),
    )
    .map(({ id, title, leadRole, term, state }) => ({ id, title, leadRole, term, state }));
}
