import type { WhatIsLeft } from "~/domain/questionnaire/what-is-left";
import type { ResponseState } from "~/domain/response/states";
import type { ReminderStep } from "./reminder-due";

const WHEN_WORDS: Record<ReminderStep["stage"], string> = {
  "four-weeks": "Four weeks before",
  "one-week": "One week before",
  "day-after": "The day after",
  final: "One week before",
};
const DEADLINE_WORDS: Record<ReminderStep["names"], string> = {
  first: "the first deadline",
  final: "the final deadline",
  only: "the deadline",
};

/** "Four weeks before the first deadline". */
export const stepWords = ({ stage, names }: Pick<ReminderStep, "stage" | "names">): string =>
  `${WHEN_WORDS[stage]} ${DEADLINE_WORDS[names]}`;

type Signing = { state: ResponseState; governorSigns: boolean };

/** What a school has left, one line for each kind of thing, as its reminder lists it. */
export function leftLines(left: WhatIsLeft, signing: Signing): string[] {
  const { statements, sections, fields } = left;
  return [
    ...statementLines(statements),
    ...(sections.length === 0 ? [] : [`${sectionWords(sections.map(({ key }) => key))} to sum up`]),
    ...(fields.length === 0 ? [] : [`${counted(fields.length, "detail")} to fill in`]),
    signatureLine(signing),
  ];
}

function statementLines(statements: WhatIsLeft["statements"]): string[] {
  const bare = statements.filter(({ lacks }) => lacks[0] === "level").length;
  const toFinish = statements.length - bare;
  if (bare === 0) {
    return toFinish === 0 ? [] : [`${counted(toFinish, "statement")} to finish`];
  }
  const also = toFinish === 0 ? "" : `, and ${toFinish} to finish`;
  return [`${counted(bare, "statement")} without a level${also}`];
}

const sectionWords = (keys: readonly string[]): string =>
  `${keys.length === 1 ? "section" : "sections"} ${new Intl.ListFormat("en-GB").format(keys)}`;

function signatureLine({ state, governorSigns }: Signing): string {
  if (state === "awaiting-governor") return "the governor’s signature";
  return governorSigns
    ? "two signatures, the headteacher’s and the governor’s"
    : "the headteacher’s signature";
}

const counted = (count: number, thing: string): string =>
  `${count} ${thing}${count === 1 ? "" : "s"}`;
