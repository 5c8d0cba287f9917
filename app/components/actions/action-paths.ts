import { answerId } from "~/forms/answers";
import type { StatementLayout } from "~/services/actions/views";
import { reviewPath, sectionPath } from "../answering/review-path";

export const planPath = (urn: string): string => `/schools/${urn}/actions`;
export const actionPath = (urn: string, id: string): string => `${planPath(urn)}/${id}`;

/** The plan, saying what was saved. */
export const savedPath = (urn: string, id: string): string =>
  `${planPath(urn)}?${new URLSearchParams({ saved: id }).toString()}`;

type Origin = { responseId: string; key: string };

/** The form of a new action, for a statement or for the school as a whole. */
export function newActionPath(urn: string, origin: Origin | null = null): string {
  const path = `${planPath(urn)}/new`;
  if (origin === null) return path;
  const query = new URLSearchParams({ response: origin.responseId, item: origin.key });
  return `${path}?${query.toString()}`;
}

type Statement = Origin & { urn: string; layout: StatementLayout; section: string | null };

/** The place on a page where a statement is answered. */
export function statementPath(statement: Statement): string {
  const { urn, responseId, layout, section, key } = statement;
  const place = { urn, id: responseId };
  const onePage = layout === "one-page" || section === null;
  const page = onePage ? reviewPath(place) : sectionPath({ ...place, section });
  return `${page}#${answerId(key, "level")}`;
}
