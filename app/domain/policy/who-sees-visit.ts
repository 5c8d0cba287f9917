import { sightOf, sightOfRecord, type Audience, type RecordFacts, type Sight } from "./specimens";

/** What a page of a visit shows; its record stands in `whoSeesRecord`. */
export type VisitObject = "visit" | "visit-copy" | "visit-notes";

type Names = {
  /** The host school: "Marsh Lane Primary School". */
  schoolName: string;
  /** Who runs the round: "Kent County Council". */
  organisation: string;
};

/** A kind of person, and how they are named. */
type Reader = readonly [audience: Audience, who: string];

const readersOf = ({ schoolName, organisation }: Names): Reader[] => [
  ["contributor", `The team of ${schoolName}`],
  ["governor", "Governors of the school"],
  ["reviewer", "The two reviewers of this visit"],
  ["officer", `Officers of ${organisation}`],
  ["other-school", "Other schools"],
];

/**
 * Sentences saying who sees what a page of a visit shows, each as the policy answers for one kind of person
 * (design.md section 3). `visit-copy` is about reading by the visit; officers and governors read signed copies
 * without one.
 */
export function whoSeesVisit(object: VisitObject, names: Names): string[] {
  const elsewhere: readonly Audience[] = object === "visit-copy" ? ["governor", "officer"] : [];
  const told = readersOf(names).filter(([audience]) => !elsewhere.includes(audience));
  const reads = READS[object] ?? "yes";
  return told.map(([audience, who]) => `${who}: ${words(sightOf(audience, object), reads)}.`);
}

const READS: Partial<Record<VisitObject, string>> = {
  "visit-notes": "notes once they are filed, views once both have given theirs",
};

/** When more may be seen of a record than now. */
const LATER = [
  ["with-school", "once it is with the school"],
  ["closed", "once it is closed"],
] as const;

/**
 * Sentences saying who sees the record of a visit as it stands now, by its state and the rule the host accepted, and
 * what each sees of it later.
 */
export function whoSeesRecord(facts: RecordFacts, names: Names): string[] {
  const isEnded = facts.state.startsWith("closed") || facts.state === "cancelled";
  return readersOf(names).map(([audience, who]) => {
    const now = words(sightOfRecord(audience, facts));
    const [next] = LATER.flatMap(([state, when]) => {
      const then = words(sightOfRecord(audience, { ...facts, state }));
      return isEnded || then === now ? [] : [`; ${when}, ${then}`];
    });
    return `${who}: ${now}${next ?? ""}.`;
  });
}

function words(sight: Sight, reads = "yes"): string {
  switch (sight) {
    case "reads":
      return reads;
    case "themes":
      return "what works well, themes and help wanted";
    case "status":
      return "how far it is, and dates";
    case "nothing":
      return "no";
  }
}
