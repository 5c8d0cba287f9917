import type { Planted, SchoolKey } from "./crawl-world";
import { standing, type Crawler } from "./standing";
import { visits } from "./visit-rules";

/** Who may ever be shown a planted word, on whatever page. Nobody else, and nobody signed out. */
export function maySee(crawler: Crawler, school: SchoolKey, planted: Planted): boolean {
  const of = standing(crawler, school);
  const visitsIt = visits(crawler, school);
  switch (planted) {
    case "draft":
    case "private":
    case "title":
      return of.team;
    case "plan":
      return of.team || of.governor;
    case "person":
      // An officer is told whom to ring, and whoever visits who receives them (domain.md 6.7 and 6.4, 1).
      return of.team || of.governor || of.covers || visitsIt;
    case "notes":
    case "writing":
      return visitsIt;
    case "answered":
      return of.team || visitsIt;
    case "record":
    case "figures":
      return of.team || of.governor || visitsIt;
    case "themes":
    case "whole":
    case "visit":
      return of.team || of.governor || of.officer || visitsIt;
    case "asked":
      return of.team || of.governor || of.officer || visitsIt;
    case "replied":
      return of.team || of.governor || of.officer;
    case "board":
      // The health board's own second questionnaire: not for an officer of the scheme alone.
      return of.team || of.governor || (school === "own" && crawler === "healthManager");
    case "copy":
      // What was signed for the authority is nothing to a board that covers the same school.
      return of.team || of.governor || of.officer || visitsIt;
    case "name":
      return of.team || of.governor || of.covers || visitsIt;
  }
}
