import type { AskedOrigin } from "~/forms/action";
import { answerId } from "~/forms/answers";
import type { StatementLayout } from "~/services/actions/views";
import { reviewPath, sectionPath } from "../answering/review-path";

export const planPath = (urn: string): string => `/schools/${urn}/actions`;
export const actionPath = (urn: string, id: string): string => `${planPath(urn)}/${id}`;

/** The plan, saying what was saved. */
export const savedPath = (urn: string, id: string): string =>
  `${planPath(urn)}?${new URLSearchParams({ saved: id }).toString()}`;

export const reviewPlanPath = (urn: string): string => `${planPath(urn)}/review`;

/** Where the open actions of earlier rounds are carried on into a self-review. */
export const carryPath = (urn: string, responseId: string): string =>
  `${planPath(urn)}/carry?${new URLSearchParams({ response: responseId }).toString()}`;

/** `duty`: it is for the legal duty that stands on the statement. */
type Origin = { responseId: string; key: string; duty?: boolean };

/** The form of a new action, for a statement or for the school as a whole. */
export function newActionPath(urn: string, origin: Origin | null = null): string {
  const path = `${planPath(urn)}/new`;
  if (origin === null) return path;
  const query = new URLSearchParams({ response: origin.responseId, item: origin.key });
  if (origin.duty === true) query.set("duty", "1");
  return `${path}?${query.toString()}`;
}

/** The form of a new action for a suggestion of a visit. */
export const actionForSuggestionPath = (urn: string, suggestionId: string): string =>
  `${planPath(urn)}/new?${new URLSearchParams({ suggestion: suggestionId }).toString()}`;

/** The form of a new action for what an address asks it for. */
export const originPath = (urn: string, origin: AskedOrigin): string =>
  "suggestionId" in origin
    ? actionForSuggestionPath(urn, origin.suggestionId)
    : newActionPath(urn, origin);

type Statement = Origin & { urn: string; layout: StatementLayout; section: string | null };

/** The place on a page where a statement is answered. */
export function statementPath(statement: Statement): string {
  const { urn, responseId, layout, section, key } = statement;
  const place = { urn, id: responseId };
  const onePage = layout === "one-page" || section === null;
  const page = onePage ? reviewPath(place) : sectionPath({ ...place, section });
  return `${page}#${answerId(key, "level")}`;
}
