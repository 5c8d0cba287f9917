import { readNamesConfirmed, readVersion, textOf } from "./action";

/** The switch of a round's reminders as sent. */
export type RemindersForm = {
  on: boolean;
  note: string;
  version: number;
  namesConfirmed: boolean;
};

/** Reads the form: the button pressed says whether the round reminds from now on. */
export function readRemindersForm(form: FormData): RemindersForm {
  return {
    on: textOf(form, "intent") === "on",
    note: textOf(form, "note"),
    version: readVersion(form),
    namesConfirmed: readNamesConfirmed(form),
  };
}

/** The page of the preview an address asks for, from 1. */
export function readPreviewPage(query: URLSearchParams): number {
  const page = Number(query.get("page") ?? "1");
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
