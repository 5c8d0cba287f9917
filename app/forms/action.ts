import { ACTION_FIELDS, EMPTY_ACTION, type ActionFields } from "~/domain/action/action-fields";
import { ACTION_STATES, type ActionState } from "~/domain/action/states";

/** An action as typed. Its rules stand with the service. */
export function readActionForm(form: FormData): ActionFields {
  const typed = ACTION_FIELDS.map((field) => [field, textOf(form, field)] as const);
  return { ...EMPTY_ACTION, ...Object.fromEntries(typed) };
}

/** Whether the writer has said that what was asked about names no child. */
export const readNamesConfirmed = (form: FormData): boolean => form.has("namesConfirmed");

/** The version the form was made from; 0, which none has, when it is not a number. */
export function readVersion(form: FormData): number {
  const version = Number(textOf(form, "version"));
  return Number.isSafeInteger(version) ? version : 0;
}

/** What an address asks an action for. `key` is a statement's; `duty`: for the legal duty that stands on it. */
export type AskedOrigin =
  { responseId: string; key: string; duty: boolean } | { suggestionId: string };

/** `?response=…&item=…`, with `&duty=1` for its legal duty, or `?suggestion=…`; null when it names none. */
export function readOrigin(query: URLSearchParams): AskedOrigin | null {
  const suggestionId = query.get("suggestion") ?? "";
  if (suggestionId !== "") return { suggestionId };
  const responseId = query.get("response") ?? "";
  const key = query.get("item") ?? "";
  if (responseId === "" || key === "") return null;
  return { responseId, key, duty: query.get("duty") === "1" };
}

/** How many an address says; 0 when it says none. */
export function readCount(text: string | null): number {
  const count = Number(text ?? "0");
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}

/** Which action to move and where to; null when the form does not say. */
export type PostedMove = { actionId: string; version: number; to: ActionState };
export function readMove(form: FormData): PostedMove | null {
  const said = textOf(form, "to");
  const to = ACTION_STATES.find((state) => state === said);
  if (to === undefined) return null;
  return { actionId: textOf(form, "action"), version: readVersion(form), to };
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
