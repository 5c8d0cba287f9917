import { movesFrom } from "~/domain/action/lifecycle";
import type { CheckInRow } from "~db/queries/action-check-ins";
import type { ActionRow } from "~db/queries/actions";
import type { PlanReading } from "./plan-reading.server";
import type { ActionView, CheckInView } from "./views";

/** A line of the plan as its pages show it. */
export function actionView(row: ActionRow, plan: PlanReading): ActionView {
  const carriedOn = plan.carriedOn.has(row.id);
  return {
    id: row.id,
    title: row.title,
    whereWeAre: row.whereWeAre,
    whereWeWant: row.whereWeWant,
    leadRole: row.leadRole,
    term: row.term,
    priority: row.priority,
    resourceOrHelp: row.resourceOrHelp,
    howWeWillKnow: row.howWeWillKnow,
    state: row.state,
    progressNote: row.progressNote,
    from: fromOf(row, plan),
    suggestion: suggestionOf(row, plan),
    carriedFrom: carriedFromOf(row, plan),
    carriedOn,
    checkIns: checkInsOf(row, plan),
    updatedAt: row.updatedAt,
    version: row.version,
    // What was carried on is moved where it stands now.
    moves: carriedOn ? [] : [...movesFrom(row.state)],
  };
}

function fromOf(row: ActionRow, { sources }: PlanReading): ActionView["from"] {
  const { responseId, itemKey, source: kind } = row;
  const source = responseId === null ? undefined : sources.get(responseId);
  if (responseId === null || itemKey === null || source === undefined) return null;
  const { title, layout, sectionOf } = source;
  const section = sectionOf(itemKey);
  return { responseId, title, layout, key: itemKey, section, duty: kind === "duty" };
}

function suggestionOf(
  { source, sourceId }: ActionRow,
  { suggestions }: PlanReading,
): ActionView["suggestion"] {
  const found = source === "suggestion" ? suggestions.get(sourceId ?? "") : undefined;
  return found === undefined ? null : { visitId: found.visitId, visitOn: found.visitOn };
}

function carriedFromOf(
  { carriedFromId }: ActionRow,
  { byId, sources }: PlanReading,
): ActionView["carriedFrom"] {
  const before = carriedFromId === null ? undefined : byId.get(carriedFromId);
  if (before === undefined) return null;
  const title = sources.get(before.responseId ?? "")?.title ?? null;
  return { id: before.id, title };
}

/** The answers of every term, those before it was carried on among them, the earliest first. */
function checkInsOf(row: ActionRow, { byId, checkIns }: PlanReading): CheckInView[] {
  const line = new Set<string>();
  for (
    let one: ActionRow | undefined = row;
    one !== undefined && !line.has(one.id);
    one = byId.get(one.carriedFromId ?? "")
  ) {
    line.add(one.id);
  }
  return checkIns.filter(({ actionId }) => line.has(actionId)).map(checkInView);
}

export const checkInView = ({ term, answer, line, by, givenAt }: CheckInRow): CheckInView => ({
  term,
  answer,
  line,
  by,
  at: givenAt,
});
