/** What a form on the first page of a visit asks for. */
export const VISIT_INTENTS = [
  "accept-as-host",
  "ask-for-another",
  "accept-as-reviewer",
  "decline",
  "step-back",
  "propose-days",
  "agree-day",
  "postpone",
  "cancel",
] as const;
export type VisitIntent = (typeof VISIT_INTENTS)[number];

export type TypedVisit = {
  noTies: boolean;
  tie: boolean;
  days: string[];
  startsAt: string;
  endsAt: string;
  day: string;
  words: string;
  namesConfirmed: boolean;
};

/** The form as posted; `intent` null where it names none of ours. */
export function readVisitForm(form: FormData): { intent: VisitIntent | null; typed: TypedVisit } {
  const text = (name: string) => textOf(form.get(name));
  const said = text("intent");
  return {
    intent: VISIT_INTENTS.find((intent) => intent === said) ?? null,
    typed: {
      noTies: text("noTies") === "yes",
      tie: text("tie") === "yes",
      days: form.getAll("days").map(textOf),
      startsAt: text("startsAt"),
      endsAt: text("endsAt"),
      day: text("day"),
      words: text("words"),
      namesConfirmed: form.has("namesConfirmed"),
    },
  };
}

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === "string" ? value : "";
