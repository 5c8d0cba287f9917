import type { Day } from "~/domain/calendar/day";
import { readDay } from "~/domain/calendar/read-day";
import { findUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";
import { OWNERSHIP_RULES, type OwnershipRule } from "~/domain/visit/states";
import { DRAFT_STEPS, type DraftStep, type RoundDraft } from "./draft";

/** What is wrong with one box of one question. */
export type DraftProblem = { step: DraftStep; field: string; message: string };

/** What the answers are held against. */
export type DraftGround = {
  today: Day;
  /** Published versions of the organisation, with the keys of their sections. */
  versions: readonly { versionId: string; sections: readonly string[] }[];
  /** How many schools the choice comes to. */
  schools: number;
  /** Ids of organisations that it may be shared with. */
  organisations: readonly string[];
};

/** A round as it can be opened. */
export type ReadyRound = {
  versionId: string;
  title: string;
  year: string;
  rolling: boolean;
  sections: readonly string[] | null;
  chooseAtLeast: number | null;
  opensOn: Day;
  firstDeadline: Day | null;
  finalDeadline: Day | null;
  validityMonths: number | null;
  governorSigns: boolean;
  visitOwnership: OwnershipRule;
  viewsFirst: boolean;
  sharedWith: readonly string[];
  message: string;
};

export const TITLE_MAX = 100;
export const MESSAGE_MAX = 2000;
export const VALIDITY_MOST = 60;

type Judge = (draft: RoundDraft, ground: DraftGround) => readonly (readonly [string, string])[];

/** Field and message of everything wrong with the answers to one question. */
const JUDGES: Record<DraftStep, Judge> = {
  questionnaire: ({ versionId, title, year, kind }, { versions }) => [
    ...when(!versions.some((one) => one.versionId === versionId), [
      "versionId",
      "Choose the questionnaire that schools are asked",
    ]),
    ...when(kind !== "deadlines" && kind !== "rolling", [
      "kind",
      "Choose whether the round has deadlines or schools join when they like",
    ]),
    ...when(!/^\d{4}-\d{2}$/.test(year), ["year", "Choose the academic year"]),
    ...when(title.trim() === "", ["title", "Enter what schools will read the round called"]),
    ...when(title.trim().length > TITLE_MAX, ["title", `Use at most ${TITLE_MAX} characters`]),
  ],
  sections: (draft, ground) => sectionProblems(draft, ground),
  dates: (draft, ground) => dateProblems(draft, ground),
  schools: (_, { schools }) =>
    when(schools === 0, [
      "all",
      "Choose at least one school: tick a list, or pick schools by hand",
    ]),
  rules: ({ governorSigns, visitOwnership, viewsFirst, sharedWith }, { organisations }) => [
    ...when(!isSaid(governorSigns), [
      "governorSigns",
      "Choose whether a governor signs after the headteacher",
    ]),
    ...when(ownershipOf(visitOwnership) === undefined, [
      "visitOwnership",
      "Choose who reads the record of a visit",
    ]),
    ...when(!isSaid(viewsFirst), ["viewsFirst", "Choose when reviewers see each other’s views"]),
    ...when(!sharedWith.every((id) => organisations.includes(id)), [
      "sharedWith",
      "Choose organisations from the list",
    ]),
  ],
  message: ({ message }) => [
    ...when(message.length > MESSAGE_MAX, ["message", `Use at most ${MESSAGE_MAX} characters`]),
    ...when(findUpn(message).length > 0, [
      "message",
      "Take out what looks like a pupil number (UPN)",
    ]),
  ],
};

function sectionProblems(
  { versionId, ask, sections, chooseAtLeast }: RoundDraft,
  ground: DraftGround,
) {
  const known = ground.versions.find((one) => one.versionId === versionId)?.sections ?? [];
  const ticked = known.filter((key) => sections.includes(key));
  if (ask === "whole") return [];
  if (ask === "sections") {
    return when(ticked.length === 0, ["sections", "Tick the sections that schools are asked"]);
  }
  if (ask !== "choose") return [["ask", "Choose how much of it schools are asked"] as const];
  const most = ticked.length === 0 ? known.length : ticked.length;
  const count = wholeNumber(chooseAtLeast);
  return when(count === null || count < 1 || count > most, [
    "chooseAtLeast",
    `Enter how many sections a school chooses, from 1 to ${most}`,
  ]);
}

function dateProblems(draft: RoundDraft, { today }: DraftGround) {
  const opens = readDay(draft.opensOn);
  const opening = when(opens === null, ["opensOn", "Enter the day it opens, like 7 9 2026"]);
  if (draft.kind === "rolling") {
    const months = wholeNumber(draft.validityMonths);
    return [
      ...opening,
      ...when(months === null || months < 1 || months > VALIDITY_MOST, [
        "validityMonths",
        `Enter for how many months a confirmation holds, from 1 to ${VALIDITY_MOST}`,
      ]),
    ];
  }
  const [first, final] = [readDay(draft.firstDeadline), readDay(draft.finalDeadline)];
  const isPast = (day: Day | null) => day !== null && day < today;
  return [
    ...opening,
    ...when(first === null, ["firstDeadline", "Enter the first deadline, like 18 12 2026"]),
    ...when(isPast(first), ["firstDeadline", "Enter a first deadline that is still to come"]),
    ...when(opens !== null && first !== null && first <= opens, [
      "firstDeadline",
      "Enter a first deadline after the day it opens",
    ]),
    ...when(final === null, ["finalDeadline", "Enter the final deadline, like 22 1 2027"]),
    ...when(first !== null && final !== null && final < first, [
      "finalDeadline",
      "Enter a final deadline that is not before the first",
    ]),
  ];
}

/** What is wrong with the answers to one question, the first at each box. */
export function judgeStep(step: DraftStep, draft: RoundDraft, ground: DraftGround): DraftProblem[] {
  const first = new Map<string, string>();
  for (const [field, message] of JUDGES[step](draft, ground)) {
    if (!first.has(field)) first.set(field, message);
  }
  return [...first].map(([field, message]) => ({ step, field, message }));
}

/** The round that a draft describes, or everything that is still to be put right. */
export function readyRound(
  draft: RoundDraft,
  ground: DraftGround,
): Result<ReadyRound, DraftProblem[]> {
  const problems = DRAFT_STEPS.flatMap((step) => judgeStep(step, draft, ground));
  const opensOn = readDay(draft.opensOn);
  const visitOwnership = ownershipOf(draft.visitOwnership);
  if (problems.length > 0 || opensOn === null || visitOwnership === undefined) {
    return refused(problems);
  }
  const rolling = draft.kind === "rolling";
  const known = ground.versions.find((one) => one.versionId === draft.versionId)?.sections ?? [];
  const ticked = known.filter((key) => draft.sections.includes(key));
  return ok({
    versionId: draft.versionId,
    title: draft.title.trim(),
    year: draft.year,
    rolling,
    sections: draft.ask === "whole" || ticked.length === 0 ? null : ticked,
    chooseAtLeast: draft.ask === "choose" ? wholeNumber(draft.chooseAtLeast) : null,
    opensOn,
    firstDeadline: rolling ? null : readDay(draft.firstDeadline),
    finalDeadline: rolling ? null : readDay(draft.finalDeadline),
    validityMonths: rolling ? wholeNumber(draft.validityMonths) : null,
    governorSigns: draft.governorSigns === "yes",
    visitOwnership,
    viewsFirst: draft.viewsFirst === "yes",
    sharedWith: draft.sharedWith,
    message: draft.message.trim(),
  });
}

function when(holds: boolean, problem: readonly [string, string]) {
  return holds ? [problem] : [];
}

const isSaid = (text: string) => text === "yes" || text === "no";

const ownershipOf = (text: string) => OWNERSHIP_RULES.find((rule) => rule === text);

/** A whole number as typed; null for anything else. */
function wholeNumber(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}
