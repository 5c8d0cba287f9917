import type { VisitKind } from "./crawl-visit";
import type { CrawlWorld, ReviewKey, SchoolKey } from "./crawl-world";

export type Crawler = keyof CrawlWorld["people"] | "signedOut";

/** Where an address leads: an object of a school, of an organisation, a person, or to something that never was. */
export type Target = {
  school: SchoolKey | "never";
  /** The self-review in the address, and whose it is: another school's under this one's address is found by nobody. */
  review?: { of: SchoolKey | "never"; kind: ReviewKey };
  organisation?: "wealdshire" | "nhs-weald" | "northmoor" | "never";
  /** Who runs the rolling round in the address, and the school: "nhs-weald own". */
  scheme?: string;
  /** The signed copy, action or person in the address, where it is another school's or nobody's. */
  thing?: SchoolKey | "never";
  /** The visit in the address. */
  visit?: VisitKind;
};

/** `open`: in scope, whatever state it is in. `known`: 403. `hidden`: 404, as if it never was. `sign-in`: sent there. */
export type Verdict = "open" | "known" | "hidden" | "sign-in";

/** What the table says of a route: who may open the objects its address names. */
export type Rule = (crawler: Crawler, target: Target) => Verdict;

type Team = readonly Crawler[];
const TEAM: Team = ["head", "coordinator", "contributor"];
const LEADS: Team = ["head", "coordinator"];
const OFFICERS: Team = ["officer", "manager"];

/** Who is of the school's team, or its governor, or an officer of its round: the head of the other school is of its own. */
export function standing(crawler: Crawler, school: SchoolKey | "never") {
  const isOther = crawler === "otherHead";
  const isOwn = school === "own";
  return {
    team: school === "foreign" ? isOther : isOwn && TEAM.includes(crawler),
    lead: school === "foreign" ? isOther : isOwn && LEADS.includes(crawler),
    head: school === "foreign" ? isOther : isOwn && crawler === "head",
    governor: isOwn && crawler === "governor",
    officer: (isOwn || school === "sister") && OFFICERS.includes(crawler),
    covers:
      ((isOwn || school === "sister") && OFFICERS.includes(crawler)) ||
      (isOwn && (crawler === "healthManager" || crawler === "schemeOfficer")),
  };
}

export type Standing = ReturnType<typeof standing>;

export const signedIn =
  (decide: Rule): Rule =>
  (crawler, target) =>
    crawler === "signedOut" ? "sign-in" : decide(crawler, target);
