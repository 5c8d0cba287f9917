import { EMPTY_ACTION, type ActionFields } from "~/domain/action/action-fields";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { insertAction } from "~db/queries/actions";
import { insertAudit } from "~db/queries/audit";
import { termsToChoose } from "./plan-terms.server";
import { findOrigin, type ActionOrigin } from "./origin.server";
import { readActionFields } from "./read-action-fields";
import { schoolOfPlan } from "./school-of-plan.server";
import type { ActionOutcome, NewActionView } from "./views";

export type { ActionOrigin } from "./origin.server";

/** The form of a new action, with what it is for beside it. */
export async function newAction(
  app: App,
  actor: Actor,
  { urn, origin }: { urn: string; origin: ActionOrigin },
): Promise<NewActionView> {
  const place = await schoolOfPlan(app, actor, { urn, action: "action.edit" });
  const terms = await termsToChoose(app, place);
  const { statement, duty, suggestion, begins } = await findOrigin(app, actor, { place, origin });
  return {
    school: { urn: place.school.urn, name: place.school.name },
    statement,
    duty,
    suggestion,
    fields: { ...EMPTY_ACTION, term: terms[0] ?? "", ...begins },
    terms,
  };
}

/** Adds a line to the plan. Throws `not-found` for an origin outside the person's scope. */
export async function addAction(
  app: App,
  actor: Actor,
  input: { urn: string; origin: ActionOrigin; fields: ActionFields; namesConfirmed?: boolean },
): Promise<ActionOutcome> {
  const { urn, origin, namesConfirmed = false } = input;
  const place = await schoolOfPlan(app, actor, { urn, action: "action.edit" });
  const { keeps } = await findOrigin(app, actor, { place, origin });
  const read = readActionFields(input.fields, { namesConfirmed });
  if (!read.ok) return { kind: "problems", problems: read.problem };
  const at = app.clock.now();
  const id = app.newId();
  const auditId = app.newId();
  const schoolId = place.school.id;
  await app.db.transact(async (tx) => {
    await insertAction(tx, {
      id,
      schoolId,
      ...keeps,
      ...read.value,
      state: "open",
      createdBy: actor.userId,
      createdAt: at,
      updatedAt: at,
      version: 1,
    });
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "action.added",
      schoolId,
      subjectKind: "action",
      subjectId: id,
    });
  });
  return { kind: "saved", id };
}
