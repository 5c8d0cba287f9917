import { formatDate } from "~/domain/calendar/format";
import type { Phase } from "~/domain/questionnaire/definition";
import { assertNever } from "~/domain/result";
import type { Conflict, Question, Tick } from "./availability";

/** How phases stand inside a sentence. */
const PHASE_NAMES: Record<Phase, string> = {
  EY: "early years",
  P: "primary",
  S: "secondary",
  "16": "sixth form",
  SP: "special schools",
  AP: "alternative provision",
};

/** "primary", "early years and primary". */
export function phaseWords(phases: readonly Phase[]): string {
  const names = phases.map((phase) => PHASE_NAMES[phase]);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** Why somebody is not available, as it stands beside the name (look/15-matching). */
export function conflictWords(conflict: Conflict, questionnaire: string): string {
  switch (conflict.code) {
    case "own-school":
      return "Works at this school";
    case "same-trust":
      return `Works in the same trust, ${conflict.trust}`;
    case "same-federation":
      return `Works in the same federation, ${conflict.federation}`;
    case "governor":
      return "Governor at this school";
    case "interest":
      return `Declared an interest, ${formatDate(conflict.on)}`;
    case "swap":
      return `${conflict.school} visits ${conflict.homeSchool} this round`;
    case "no-visits-left":
      return conflict.offered === 0
        ? "Offers no visits this year"
        : `Has ${conflict.taken} of ${conflict.offered} offered visits already`;
    case "accreditation-over":
      return `Accreditation ended on ${formatDate(conflict.until)}`;
    case "accreditation-ends-before":
      return `Accredited until ${formatDate(conflict.until)}`;
    case "other-questionnaire":
      return `Not accredited for ${questionnaire}`;
    default:
      return assertNever(conflict);
  }
}

/** What to ask before this choice is made. */
export function questionWords(question: Question): string {
  switch (question.code) {
    case "reviewer-trust-unknown":
      return `${question.reviewer}’s trust is not recorded. Ask before you choose`;
    case "school-trust-unknown":
      return `The trust of ${question.school} is not recorded, and ${question.reviewer} may work in it. Ask before you choose`;
    case "accreditation-ends-within":
      return `${question.reviewer} is accredited until ${formatDate(question.until)}: agree a day by then`;
    default:
      return assertNever(question);
  }
}

/** What speaks for one reviewer. */
export function tickWords(tick: Tick, questionnaire: string): string {
  switch (tick.code) {
    case "questionnaire":
      return `Knows ${questionnaire}`;
    case "phase":
      return `Knows ${phaseWords(tick.phases)}`;
    case "nothing-shared":
      return "No shared trust, federation or governor";
    case "no-swap":
      return "Their schools do not visit each other this round";
    case "never-visited":
      return `Has not visited ${tick.school} before`;
    case "district":
      return tick.nearness === "same" ? "Visits this district" : "Visits the district beside it";
    case "visits-left":
      return `${tick.left} of ${tick.offered} visits left this year`;
    case "accredited-until":
      return `Accredited until ${formatDate(tick.until)}`;
    default:
      return assertNever(tick);
  }
}
