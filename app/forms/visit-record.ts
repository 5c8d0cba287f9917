import type { ModeratedView, NoteKind } from "~/domain/visit/states";
import { MODERATED_VIEWS, NOTE_KINDS } from "~/domain/visit/states";
import type { Sent } from "~/domain/visit/three-way";

/** Longest text a box gives back; its rules are stricter. */
const MOST = 5000;
const WAS = "was.";

/** Name of the hidden box that says what a box held when the page was made. */
export const wasName = (name: string): string => `${WAS}${name}`;

/** A box's text, with the line ends it is stored with. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, MOST).replace(/\r\n?/g, "\n") : "";
}

/** Every box of a form that says what it held before, as it was and as it is. */
export function readSent(form: FormData): Map<string, Sent> {
  const names = [...form.keys()].filter((name) => name.startsWith(WAS));
  return new Map(
    names.map((was) => {
      const name = was.slice(WAS.length);
      return [name, { was: textOf(form, was), now: textOf(form, name) }];
    }),
  );
}

/** What was typed, to give it back. */
export const typedOf = (sent: ReadonlyMap<string, Sent>): Record<string, string> =>
  Object.fromEntries([...sent].map(([name, { now }]) => [name, now]));

/** Whether the writer has said that the words of a form name no child. */
export const saysNoNames = (form: FormData): boolean => form.has("namesConfirmed");

/** A reviewer's views, by focus key; what is no view is "not looked at". */
export function readViews(form: FormData): Map<string, { view: ModeratedView; reason: string }> {
  const names = [...form.keys()].filter((name) => name.endsWith(".view"));
  return new Map(
    names.map((name) => {
      const key = name.slice(0, -".view".length);
      const text = textOf(form, name);
      const view = MODERATED_VIEWS.find((one) => one === text) ?? "not-looked-at";
      return [key, { view, reason: textOf(form, `${key}.reason`) }];
    }),
  );
}

/** A point that is typed on the page. */
export type NewPoint = { kind: NoteKind; key: string; text: string };

export function readNewPoint(form: FormData): NewPoint {
  const kind = textOf(form, "new.kind");
  return {
    kind: NOTE_KINDS.find((one) => one === kind) ?? "saw",
    key: textOf(form, "new.key"),
    text: textOf(form, "new.text"),
  };
}

/** Which button was pressed: "save", "draft", "add", or "up:", "down:", "take-out:", "note:" and an id. */
export function readCombineAct(form: FormData) {
  const [act = "", id = ""] = textOf(form, "act").split(":");
  switch (act) {
    case "up":
    case "down":
    case "take-out":
      return { do: act, pointId: id } as const;
    case "note":
      return { do: "add-note", noteId: id } as const;
    case "add":
      return { do: "add", ...readNewPoint(form) } as const;
    case "draft": {
      const shown = form.getAll("shown").filter((one) => typeof one === "string");
      return { do: "draft", said: form.get("said") === "yes", shown } as const;
    }
    default:
      return { do: "save" } as const;
  }
}

const ANSWER_ACTS = ["save", "send-back", "agree", "share", "unshare"] as const;

/** The button of the school's side. */
export const readAnswerAct = (form: FormData) =>
  ANSWER_ACTS.find((act) => act === form.get("act")) ?? "save";
