import { signedIn, standing, type Crawler, type Rule, type Standing } from "./standing";
import type { VisitKind } from "./crawl-visit";
import type { SchoolKey } from "./crawl-world";

/** Of the crawl's visits the reviewer leads the one to the own school. */
export const visits = (crawler: Crawler, school: SchoolKey | "never") =>
  crawler === "reviewer" && school === "own";

type VisitStanding = Standing & { reviewer: boolean; visit: VisitKind };

const CLOSED: readonly VisitKind[] = ["closed", "bothViews", "whole", "figures"];
const WITH_SCHOOL: readonly VisitKind[] = ["answered", "agreed", ...CLOSED];

/** A page of a visit: its school, its two reviewers and the round's officers know of it. */
export const ofVisit = (may: (of: VisitStanding) => boolean) =>
  signedIn((crawler, { school, visit = "planned" }) => {
    const of = { ...standing(crawler, school), reviewer: visits(crawler, school), visit };
    if (may(of)) return "open";
    return of.team || of.governor || of.officer || of.reviewer ? "known" : "hidden";
  });

/** Who reads a record whole: its reviewers, the team from when it is sent, governors and officers once it is closed. */
function readsWhole({ reviewer, team, governor, officer, visit }: VisitStanding): boolean {
  if (team) return WITH_SCHOOL.includes(visit);
  if (governor) return CLOSED.includes(visit);
  return reviewer || (officer && visit === "whole");
}

/** The page: officers read themes of a closed one by the usual rule. Nobody reads what is not begun. */
export const readsRecord = (of: VisitStanding): boolean => {
  const readsThemes = of.officer && (of.visit === "closed" || of.visit === "bothViews");
  return of.visit !== "planned" && (readsWhole(of) || readsThemes);
};

/** The PDF of a record; of one that is not begun its reviewers are told that there is none. */
export const ofRecordPdf: Rule = (crawler, target) => {
  const verdict = ofVisit(readsWhole)(crawler, target);
  return verdict === "open" && target.visit === "planned" ? "hidden" : verdict;
};

/** What came of it: those who write it once the record is theirs, and the reviewers. */
export const saysWhatCame = (of: VisitStanding): boolean =>
  of.reviewer || (of.lead && WITH_SCHOOL.includes(of.visit));

/** The reviewers' own pages, of which nothing is left to see once it is closed. */
export const combines = (of: VisitStanding): boolean => of.reviewer && !CLOSED.includes(of.visit);

/** Removing words from a visit: the head of its school, or a manager of the round. */
export const ofRemovalFromVisit: Rule = (crawler, target) =>
  ofVisit((of) => of.head || (of.officer && crawler === "manager"))(crawler, target);

/** Everybody who knows of a visit. */
export const partyToVisit = (of: VisitStanding) =>
  of.team || of.governor || of.officer || of.reviewer;
export const readsCopy = (of: VisitStanding) => of.team || combines(of);
export const reviewerOfVisit = (of: VisitStanding) => of.reviewer;
