import type { PlanFields } from "~/domain/visit/plan-fields";
import type { TypedLine } from "~/domain/visit/template-day";

export const PLAN_INTENTS = ["save", "agree", "reopen", "save-day"] as const;
export type PlanIntent = (typeof PLAN_INTENTS)[number];

export type TypedPlan = {
  intent: PlanIntent | null;
  version: number;
  fields: PlanFields;
  lines: TypedLine[];
  namesConfirmed: boolean;
};

/** The plan as posted: one form for what is looked at, one for the lines of the day. */
export function readPlanForm(form: FormData): TypedPlan {
  const text = (name: string) => textOf(form.get(name));
  const all = (name: string) => form.getAll(name).map(textOf);
  const said = text("intent");
  const version = Number(text("version"));
  return {
    intent: PLAN_INTENTS.find((intent) => intent === said) ?? null,
    version: Number.isSafeInteger(version) ? version : 0,
    fields: {
      sections: all("sections"),
      statements: all("statements"),
      focusReason: text("focusReason"),
      context: text("context"),
      practicalNotes: text("practicalNotes"),
    },
    lines: linesOf(all),
    namesConfirmed: form.has("namesConfirmed"),
  };
}

/** Each line posts all of its fields, so that those at one place belong together. */
function linesOf(all: (name: string) => string[]): TypedLine[] {
  const columns = {
    version: all("lineVersion"),
    kind: all("kind"),
    title: all("title"),
    withWhom: all("withWhom"),
    place: all("place"),
    startsAt: all("lineStartsAt"),
    endsAt: all("lineEndsAt"),
  };
  const at = (name: keyof typeof columns, index: number) => columns[name][index] ?? "";
  return all("lineId").map((id, index) => {
    const version = Number(at("version", index));
    return {
      id,
      version: Number.isSafeInteger(version) ? version : 0,
      kind: at("kind", index),
      title: at("title", index),
      withWhom: at("withWhom", index),
      place: at("place", index),
      startsAt: at("startsAt", index),
      endsAt: at("endsAt", index),
    };
  });
}

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === "string" ? value : "";
