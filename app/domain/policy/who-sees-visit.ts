import { sightOf, type Audience, type Sight } from "./specimens";

/** What a page of a visit shows. */
export type VisitObject =
  "visit" | "visit-copy" | "visit-notes" | "visit-record-draft" | "visit-record";

type Names = {
  /** The host school: "Marsh Lane Primary School". */
  schoolName: string;
  /** Who runs the round: "Kent County Council". */
  organisation: string;
};

/**
 * Sentences saying who sees what a page of a visit shows, each as the policy answers for one kind of person
 * (design.md section 3). `visit-copy` is about reading by the visit; officers read signed copies without one.
 */
export function whoSeesVisit(object: VisitObject, { schoolName, organisation }: Names): string[] {
  const readers: readonly (readonly [Audience, string])[] = [
    ["contributor", `The team of ${schoolName}`],
    ["governor", "Governors of the school"],
    ["reviewer", "The two reviewers of this visit"],
    ...(object === "visit-copy" ? [] : [["officer", `Officers of ${organisation}`] as const]),
    ["other-school", "Other schools"],
  ];
  const told = readers.filter(([audience]) => object !== "visit-copy" || audience !== "governor");
  return told.map(([audience, who]) => `${who}: ${words(object, sightOf(audience, object))}.`);
}

const READS: Partial<Record<VisitObject, string>> = {
  "visit-notes": "notes once they are filed, views once both have given theirs",
};

function words(object: VisitObject, sight: Sight): string {
  switch (sight) {
    case "reads":
      return READS[object] ?? "yes";
    case "themes":
      return "what works well, themes and help wanted, or as the school accepted";
    case "status":
      return "that it is being written, and dates";
    case "nothing":
      return "no";
  }
}
