import { formatDate } from "~/domain/calendar/format";
import type { Day } from "~/domain/calendar/day";
import { assertNever } from "~/domain/result";
import type { ChosenBecause, NotChosenBecause } from "./choose-schools";

/** Why a school is offered a visit: "Asked for a visit, and has had none". */
export function chosenWords(because: ChosenBecause): string {
  switch (because.code) {
    case "hand-picked":
      return "Picked by hand";
    case "asked-for-it":
      return `Asked for a visit, and ${since(because.lastVisitedOn)}`;
    case "longest-without":
      return `Longest without: ${since(because.lastVisitedOn)}`;
    case "sampled":
      return because.district === null ? "In the sample" : `In the sample, ${because.district}`;
    default:
      return assertNever(because);
  }
}

/** Why a school is not offered one. */
export function notChosenWords(because: NotChosenBecause): string {
  switch (because.code) {
    case "no-visit-left":
      return `Number ${because.inLine} in line: more schools than visits`;
    case "no-rule-chose-it":
      return "Did not ask, and is not in this choice";
    default:
      return assertNever(because);
  }
}

function since(day: Day | null): string {
  return day === null ? "has had none" : `has had none since ${formatDate(day)}`;
}
