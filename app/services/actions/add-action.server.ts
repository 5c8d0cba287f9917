import type { ActionFields } from "~/domain/action/action-fields";
import type { Actor } from "~/domain/policy/actor";
import { findItem } from "~/domain/questionnaire/definition-lookup";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAction } from "~db/queries/actions";
import { insertAudit } from "~db/queries/audit";
import { loadResponse } from "../answering/load-response.server";
import { layoutOf } from "../answering/response-header";
import { termsToChoose } from "./list-actions.server";
import { readActionFields } from "./read-action-fields";
import { schoolOfPlan } from "./school-of-plan.server";
import type { ActionOutcome, NewActionView } from "./views";

/** The statement an action is for; neither: an action of the school as a whole. */
export type ActionOrigin = { responseId: string; itemKey: string } | null;

/** The form of a new action, with the statement it is for beside it. */
export async function newAction(
  app: App,
  actor: Actor,
  { urn, origin }: { urn: string; origin: ActionOrigin },
): Promise<NewActionView> {
  const place = await schoolOfPlan(app, actor, { urn, action: "action.edit" });
  const terms = await termsToChoose(app, place);
  const statement = await statementOf(app, actor, { urn, origin });
  return {
    school: { urn: place.school.urn, name: place.school.name },
    statement,
    fields: {
      title: "",
      leadRole: "",
      term: terms[0] ?? "",
      priority: "2",
      howWeWillKnow: "",
      progressNote: "",
    },
    terms,
  };
}

/** Adds a line to the plan. Throws `not-found` for a statement outside the person's scope. */
export async function addAction(
  app: App,
  actor: Actor,
  input: { urn: string; origin: ActionOrigin; fields: ActionFields; namesConfirmed?: boolean },
): Promise<ActionOutcome> {
  const { school } = await schoolOfPlan(app, actor, { urn: input.urn, action: "action.edit" });
  const statement = await statementOf(app, actor, input);
  const read = readActionFields(input.fields, {
    namesConfirmed: input.namesConfirmed ?? false,
  });
  if (!read.ok) return { kind: "problems", problems: read.problem };
  const at = app.clock.now();
  const id = app.newId();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    await insertAction(tx, {
      id,
      schoolId: school.id,
      responseId: statement?.responseId ?? null,
      itemKey: statement?.key ?? null,
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
      schoolId: school.id,
      subjectKind: "action",
      subjectId: id,
    });
  });
  return { kind: "saved", id };
}

async function statementOf(
  app: App,
  actor: Actor,
  { urn, origin }: { urn: string; origin: ActionOrigin },
): Promise<NewActionView["statement"]> {
  if (origin === null) return null;
  const { definition } = await loadResponse(app, actor, { urn, responseId: origin.responseId });
  const found = findItem(definition, origin.itemKey);
  if (found === null) throw new AppError("not-found");
  const { item, section } = found;
  const { responseId } = origin;
  const layout = layoutOf(definition);
  return { responseId, layout, key: item.key, text: item.statement, section: section.key };
}
