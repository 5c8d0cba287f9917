import type { ActionFields } from "~/domain/action/action-fields";
import { ACTION_TITLE_MAX, EMPTY_ACTION } from "~/domain/action/action-fields";
import type { ActionSource } from "~/domain/action/states";
import type { Actor } from "~/domain/policy/actor";
import { findItem } from "~/domain/questionnaire/definition-lookup";
import { dutyLines } from "~/domain/questionnaire/duty-answers";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { listAgreedSuggestions } from "~db/queries/action-sources";
import { loadResponse, type Loaded } from "../answering/load-response.server";
import { openReview } from "../answering/open-review.server";
import { layoutOf } from "../answering/response-header";
import type { PlanPlace } from "./school-of-plan.server";
import type { NewActionView } from "./views";

/** What an action is for: a statement, its legal duty, a suggestion of a visit; null: the school as a whole. */
export type ActionOrigin =
  { responseId: string; itemKey: string; duty?: boolean } | { suggestionId: string } | null;

/** An origin that was looked up: what stands beside the form, what it begins with, and what is kept. */
export type FoundOrigin = Pick<NewActionView, "statement" | "duty" | "suggestion"> & {
  begins: Partial<ActionFields>;
  keeps: {
    responseId: string | null;
    itemKey: string | null;
    source: ActionSource | null;
    sourceId: string | null;
  };
};

const NOTHING: FoundOrigin = {
  statement: null,
  duty: null,
  suggestion: null,
  begins: {},
  keeps: { responseId: null, itemKey: null, source: null, sourceId: null },
};

/** Looks an origin up. Throws `not-found` for one outside the person's scope, or whose record is not agreed. */
export async function findOrigin(
  app: App,
  actor: Actor,
  { place, origin }: { place: PlanPlace; origin: ActionOrigin },
): Promise<FoundOrigin> {
  if (origin === null) return NOTHING;
  if ("suggestionId" in origin) return ofSuggestion(app, place, origin.suggestionId);
  const { responseId, itemKey } = origin;
  const loaded = await loadResponse(app, actor, { urn: place.school.urn, responseId });
  const statement = statementOf(loaded, itemKey);
  const duty = origin.duty === true ? await openDuty(app, loaded, itemKey) : null;
  const source = duty === null ? null : "duty";
  return {
    ...NOTHING,
    statement,
    duty,
    begins: duty === null ? {} : { whereWeAre: duty.note },
    keeps: { responseId, itemKey: statement.key, source, sourceId: null },
  };
}

function statementOf(
  { row, definition }: Loaded,
  itemKey: string,
): NonNullable<NewActionView["statement"]> {
  const found = findItem(definition, itemKey);
  if (found === null) throw new AppError("not-found");
  const { key, statement: text } = found.item;
  const layout = layoutOf(definition);
  return { responseId: row.id, layout, key, text, section: found.section.key };
}

/** The answer to a duty while it is Partly or No; an action for a duty that is met is one for its statement. */
async function openDuty(app: App, loaded: Loaded, itemKey: string): Promise<NewActionView["duty"]> {
  const { review } = await openReview(app, loaded);
  const line = dutyLines(review).find(({ item }) => item.key === itemKey);
  if (line === undefined || (line.answer !== "partly" && line.answer !== "no")) return null;
  return { answer: line.answer, note: line.note };
}

async function ofSuggestion(app: App, { school }: PlanPlace, id: string): Promise<FoundOrigin> {
  const known = await listAgreedSuggestions(app.db.read, { schoolId: school.id });
  const found = known.find((one) => one.id === id);
  if (found === undefined) throw new AppError("not-found");
  const { visitId, visitOn, text, whoMightHelp, responseId, key } = found;
  return {
    ...NOTHING,
    suggestion: { visitId, visitOn, text, whoMightHelp },
    begins: {
      title: text.length > ACTION_TITLE_MAX ? EMPTY_ACTION.title : text,
      resourceOrHelp: whoMightHelp,
    },
    keeps: { responseId, itemKey: key === "" ? null : key, source: "suggestion", sourceId: id },
  };
}
