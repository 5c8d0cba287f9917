import { sightOf, type Audience, type EndedCopy, type SeenObject, type Sight } from "./specimens";

/** What the sentences name. `organisation` null: private to the school. */
export type WhoSeesFacts = {
  schoolName: string;
  /** Who runs the round: "Kent County Council". */
  organisation: string | null;
  /** Names of the organisations the round is shared with. */
  sharedWith: readonly string[];
  /** The governor's signature is still to come. */
  governorAwaited: boolean;
  /** Why a signed copy no longer stands; null or left out: it does, or a later one has taken its place. */
  ended?: "set-aside" | "withdrawn" | null;
};

/** What the sentences are about: answers being written, or a signed copy with its PDF. */
export type Seen = "draft" | "signed-copy";

/**
 * Sentences saying who may see something, for the sign page, the PDF and "who can see this". Each is what the
 * policy answers for one kind of person, so the words cannot say more or less than the policy does.
 */
export function whoMaySee(seen: Seen, facts: WhoSeesFacts): string[] {
  if (facts.organisation === null) return privateSentences(facts);
  const object = seen === "draft" ? "draft" : standing(facts);
  const see = (audience: Audience) => sightOf(audience, object);
  return [
    `The team of ${facts.schoolName} ${verb(see("contributor"))}.`,
    ...governors(seen, see("governor")),
    officers(facts.organisation, { seen, facts, sight: see("officer") }),
    ...facts.sharedWith.map((name) => officers(name, { seen, facts, sight: see("shared") })),
    ...otherSchools(see("other-school")),
    ...(seen === "signed-copy" ? [FREEDOM_OF_INFORMATION] : []),
  ];
}

const FREEDOM_OF_INFORMATION =
  "Schools and councils are public bodies, so anyone may ask for a signed copy under freedom of information law.";

function standing({ governorAwaited, ended = null }: WhoSeesFacts): SeenObject | EndedCopy {
  if (ended !== null) return `${ended}-copy`;
  return governorAwaited ? "awaiting-governor" : "signed-copy";
}

function verb(sight: Sight): string {
  switch (sight) {
    case "reads":
      return "reads it";
    case "themes":
    case "status":
      return "sees how far it is, not what is written";
    case "nothing":
      return "does not see it";
  }
}

function governors(seen: Seen, sight: Sight): string[] {
  if (sight === "reads") return ["Governors of the school read it."];
  return seen === "draft"
    ? ["Governors of the school see how far it is, and read it once it is signed."]
    : ["Governors of the school do not read it."];
}

type Officers = { seen: Seen; facts: WhoSeesFacts; sight: Sight };

function officers(name: string, { seen, facts, sight }: Officers): string {
  if (sight === "reads") return `Officers of ${name} read it.`;
  if (facts.ended) return `Officers of ${name} do not read it.`;
  if (sight === "nothing") return `Officers of ${name} do not see it.`;
  if (seen === "draft")
    return `Officers of ${name} see how far it is and when, never what is written.`;
  return facts.governorAwaited
    ? `Officers of ${name} read it once the governor has signed.`
    : `Officers of ${name} see that it is signed.`;
}

function otherSchools(sight: Sight): string[] {
  return sight === "nothing" ? ["Other schools do not see it."] : [];
}

function privateSentences({ schoolName }: WhoSeesFacts): string[] {
  const outside = ["officer", "shared", "reviewer", "other-school"] as const;
  const isSecret = outside.every((audience) => sightOf(audience, "private") === "nothing");
  const governor = sightOf("governor", "private");
  return [
    `The team of ${schoolName} reads it.`,
    ...(governor === "nothing" ? ["Governors do not see it."] : []),
    ...(isSecret ? ["Nobody outside the school sees it, or that it exists."] : []),
  ];
}

/** Sentences saying who may see a school's status in a scheme and its certificate. */
export function whoSeesConfirmation(
  facts: Pick<WhoSeesFacts, "schoolName" | "sharedWith"> & { organisation: string },
): string[] {
  const see = (audience: Audience) => sightOf(audience, "confirmation");
  const readers = (name: string, sight: Sight) =>
    sight === "reads" ? `Officers of ${name} see it.` : `Officers of ${name} do not see it.`;
  return [
    `The team of ${facts.schoolName} ${see("contributor") === "reads" ? "sees" : "does not see"} it.`,
    `Governors of the school ${see("governor") === "reads" ? "see" : "do not see"} it.`,
    readers(facts.organisation, see("officer")),
    ...facts.sharedWith.map((name) => readers(name, see("shared"))),
    ...otherSchools(see("other-school")),
    "Whoever holds the certificate can check that it is genuine and still holds.",
  ];
}

/** What the same page always shows, whatever it is filled with. */
export type Recorded = "action-plan" | "audit" | "organisation-audit";

/** Sentences saying who reads questions about a return and the reply, or a reply that is being written. */
export function whoSeesReplies(
  object: "replies" | "reply-draft",
  {
    schoolName,
    organisation,
    sharedWith,
  }: Pick<WhoSeesFacts, "schoolName" | "sharedWith"> & {
    organisation: string;
  },
): string[] {
  const readers: (readonly [Audience, string])[] = [
    ["contributor", `The team of ${schoolName}`],
    ["governor", "Governors of the school"],
    ["officer", `Officers and managers of ${organisation}`],
    ...sharedWith.map((name) => ["shared", `Officers of ${name}`] as const),
    ["reviewer", "Reviewers"],
    ["other-school", "Other schools"],
  ];
  return readers.map(([audience, who]) => {
    const isRead = sightOf(audience, object) === "reads";
    return `${who}: ${isRead ? "yes" : "no"}.`;
  });
}

const READERS: readonly (readonly [audience: Audience, words: string])[] = [
  ["head", "The headteacher"],
  ["coordinator", "The coordinator"],
  ["contributor", "The rest of the school’s team"],
  ["governor", "Governors of the school"],
  ["officer", "Officers of an organisation that runs a round"],
  ["manager", "Managers of the organisation"],
  ["other-school", "Other schools"],
];

/** Sentences saying who reads an action plan or a record, each as the policy answers for that kind of person. */
export function whoReads(object: Recorded): string[] {
  const sights = READERS.map(([audience, words]) => [sightOf(audience, object), words] as const);
  const having = (sight: Sight) =>
    sights.filter(([one]) => one === sight).map(([, words]) => words);
  return [
    ...having("reads").map((words) => `${words}: yes.`),
    ...having("status").map((words) => `${words}: titles and progress only.`),
    ...having("nothing").map((words) => `${words}: no.`),
  ];
}
