import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { listCheckIns, type CheckInRow } from "~db/queries/action-check-ins";
import { listAgreedSuggestions, type AgreedSuggestion } from "~db/queries/action-sources";
import { listActions, type ActionRow } from "~db/queries/actions";
import { actionSources, type Sources } from "./action-sources.server";
import type { PlanPlace } from "./school-of-plan.server";

/** A school's whole plan as read, and what its lines name, where the reader may know of it. */
export type PlanReading = {
  rows: readonly ActionRow[];
  byId: ReadonlyMap<string, ActionRow>;
  sources: Sources;
  suggestions: ReadonlyMap<string, AgreedSuggestion>;
  checkIns: readonly CheckInRow[];
  /** Ids of those that another action carries on. */
  carriedOn: ReadonlySet<string>;
};

export async function readPlan(app: App, actor: Actor, place: PlanPlace): Promise<PlanReading> {
  const scope = { schoolId: place.school.id };
  const rows = await listActions(app.db.read, scope);
  const suggestions = await listAgreedSuggestions(app.db.read, scope);
  return {
    rows,
    byId: new Map(rows.map((row) => [row.id, row])),
    sources: await actionSources(app, actor, place),
    suggestions: new Map(suggestions.map((one) => [one.id, one])),
    checkIns: await listCheckIns(app.db.read, scope),
    carriedOn: carriedOnIds(rows),
  };
}

/** Ids of the actions that another of them carries on. */
export const carriedOnIds = (
  rows: readonly Pick<ActionRow, "carriedFromId">[],
): ReadonlySet<string> =>
  new Set(rows.flatMap(({ carriedFromId }) => (carriedFromId === null ? [] : [carriedFromId])));
