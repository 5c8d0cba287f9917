import type { Day } from "~/domain/calendar/day";
import { readDay } from "~/domain/calendar/read-day";
import { PHASES, type Phase } from "~/domain/questionnaire/definition";
import { ok, refused, type Result } from "~/domain/result";
import { TRUST_STANDINGS, type TrustStanding } from "~/domain/visit/states";
import { readAccreditedUntil } from "./accreditation";
import { readVisitsOffered } from "./visits-offered";

/** An entry of the register as typed; boxes that are not ticked send nothing. */
export type TypedEntry = {
  post: string;
  homeUrn: string;
  homeSchoolName: string;
  homeAuthority: string;
  trustStanding: string;
  trustName: string;
  federationName: string;
  phases: readonly string[];
  questionnaireKeys: readonly string[];
  districts: readonly string[];
  accreditedUntil: string;
  visitsOffered: string;
  mayLead: string;
};

export type EntryField = keyof TypedEntry;
export type EntryProblem = { field: EntryField; message: string };

/** An entry that can be kept. `homeSchoolId` null: a school this service does not hold. */
export type Entry = {
  post: string;
  homeSchoolId: string | null;
  homeSchoolName: string;
  homeAuthority: string;
  trustStanding: TrustStanding;
  trustName: string | null;
  federationName: string | null;
  phases: Phase[];
  questionnaireKeys: string[];
  districts: string[];
  accreditedUntil: Day;
  visitsOffered: number;
  mayLead: boolean;
};

export type EntryFacts = {
  today: Day;
  /** Visits agreed or asked for this year. */
  taken: number;
  /** What may be ticked. */
  questionnaireKeys: readonly string[];
  districts: readonly string[];
  /** The school with the URN typed; null: there is none. */
  home: { id: string; name: string; laName: string } | null;
  /** The last day that stands; it may stay though it is over. */
  heldUntil: Day | null;
};

const LONGEST = 120;

/** Judges an entry of the register, every field by itself, so that all problems are told at once. */
export function judgeEntry(typed: TypedEntry, facts: EntryFacts): Result<Entry, EntryProblem[]> {
  const problems: EntryProblem[] = [];
  const told = (field: EntryField, message: string) => void problems.push({ field, message });
  const words = (field: EntryField, text: string, missing: string | null) => {
    const read = text.trim().replace(/\s+/g, " ");
    if (read === "" && missing !== null) told(field, missing);
    if (read.length > LONGEST) told(field, `Use ${LONGEST} characters or fewer`);
    return read;
  };
  const post = words("post", typed.post, "Enter their post, like headteacher or SENCO");
  const home = homeOf(typed, facts, { told, words });
  const trust = trustOf(typed, { told, words });
  const phases = PHASES.filter((one) => typed.phases.includes(one));
  if (phases.length === 0) told("phases", "Choose at least one phase they know");
  const keys = facts.questionnaireKeys.filter((one) => typed.questionnaireKeys.includes(one));
  if (keys.length === 0) told("questionnaireKeys", "Choose at least one questionnaire");
  const until = untilOf(typed, facts);
  if (!until.ok) told("accreditedUntil", until.problem);
  const offered = readVisitsOffered(typed.visitsOffered, facts.taken);
  if (!offered.ok) told("visitsOffered", offered.problem);
  if (problems.length > 0 || !until.ok || !offered.ok) return refused(problems);
  return ok({
    post,
    ...home,
    ...trust,
    phases,
    questionnaireKeys: keys,
    districts: facts.districts.filter((one) => typed.districts.includes(one)),
    accreditedUntil: until.value,
    visitsOffered: offered.value,
    mayLead: typed.mayLead === "yes",
  });
}

type Judging = {
  told: (field: EntryField, message: string) => void;
  words: (field: EntryField, text: string, missing: string | null) => string;
};

function homeOf(typed: TypedEntry, { home }: EntryFacts, { told, words }: Judging) {
  if (typed.homeUrn.trim() === "") {
    const name = words("homeSchoolName", typed.homeSchoolName, "Enter a URN, or the school’s name");
    const missing = "Enter the authority of a school without a URN here";
    const authority = words("homeAuthority", typed.homeAuthority, missing);
    return { homeSchoolId: null, homeSchoolName: name, homeAuthority: authority };
  }
  if (home === null) {
    told("homeUrn", "Enter the URN of a school, six figures, or leave it empty and enter the name");
  }
  return {
    homeSchoolId: home?.id ?? null,
    homeSchoolName: home?.name ?? "",
    homeAuthority: home?.laName ?? "",
  };
}

function trustOf(typed: TypedEntry, { told, words }: Judging) {
  const standing = TRUST_STANDINGS.find((one) => one === typed.trustStanding);
  if (standing === undefined) told("trustStanding", "Choose what is known of their trust");
  const missing = standing === "in-trust" ? "Enter the name of the trust" : null;
  const name = words("trustName", typed.trustName, missing);
  const federation = words("federationName", typed.federationName, null);
  return {
    trustStanding: standing ?? ("not-recorded" as const),
    trustName: standing === "in-trust" ? name : null,
    federationName: federation === "" ? null : federation,
  };
}

function untilOf(typed: TypedEntry, { today, heldUntil }: EntryFacts): Result<Day, string> {
  if (heldUntil !== null && readDay(typed.accreditedUntil) === heldUntil) return ok(heldUntil);
  return readAccreditedUntil(typed.accreditedUntil, today);
}

/** The day typed on which identity and DBS check were seen: today where nothing is typed, never one to come. */
export function readAssuredOn(typed: string, today: Day): Result<Day, string> {
  if (typed.trim() === "") return ok(today);
  const day = readDay(typed);
  if (day === null) return refused("Enter the day you saw them, like 10 9 2026");
  return day > today ? refused("Enter a day that is not to come") : ok(day);
}
