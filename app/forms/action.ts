import type { ActionFields } from "~/domain/action/action-fields";
import { ACTION_STATES, type ActionState } from "~/domain/action/states";

/** An action as typed. Its rules stand with the service. */
export function readActionForm(form: FormData): ActionFields {
  const text = (name: keyof ActionFields) => textOf(form, name);
  return {
    title: text("title"),
    leadRole: text("leadRole"),
    term: text("term"),
    priority: text("priority"),
    howWeWillKnow: text("howWeWillKnow"),
    progressNote: text("progressNote"),
  };
}

/** Whether the writer has said that what was asked about names no child. */
export const readNamesConfirmed = (form: FormData): boolean => form.has("namesConfirmed");

/** The version the form was made from; 0, which none has, when it is not a number. */
export function readVersion(form: FormData): number {
  const version = Number(textOf(form, "version"));
  return Number.isSafeInteger(version) ? version : 0;
}

/** The statement an address asks an action for: `?response=…&item=…`; null when it names none. */
export function readOrigin(query: URLSearchParams): { responseId: string; key: string } | null {
  const responseId = query.get("response") ?? "";
  const key = query.get("item") ?? "";
  return responseId === "" || key === "" ? null : { responseId, key };
}

/** Which action to move and where to; null when the form does not say. */
export type PostedMove = { actionId: string; version: number; to: ActionState };
export function readMove(form: FormData): PostedMove | null {
  const said = textOf(form, "to");
  const to = ACTION_STATES.find((state) => state === said);
  if (to === undefined) return null;
  return { actionId: textOf(form, "action"), version: readVersion(form), to };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
