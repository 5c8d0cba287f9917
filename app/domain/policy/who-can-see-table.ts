import { SEEN_OBJECTS, sightOf, type Audience, type SeenObject, type Sight } from "./specimens";

/** The page "Who can see what" as a table: column heads, then one row for each kind of thing. */
export type WhoCanSeeTable = {
  columns: readonly string[];
  rows: readonly { object: string; cells: readonly string[] }[];
};

const TEAM = ["head", "coordinator", "contributor"] as const satisfies readonly Audience[];
const COLUMNS: readonly (readonly [title: string, audience: Audience | "team" | "officers"])[] = [
  ["School team", "team"],
  ["Governors", "governor"],
  ["Reviewers", "reviewer"],
  ["Officers and managers of the round’s organisation", "officers"],
  ["Organisations the round is shared with", "shared"],
  ["Other schools", "other-school"],
];

const OBJECTS: Record<SeenObject, string> = {
  draft: "Answers being written",
  "earlier-versions": "Earlier versions of an answer",
  private: "A private self-review, and that it exists",
  "signed-copy": "Signed copy and its PDF",
  "awaiting-governor": "Signed copy while the governor’s signature is awaited",
  replies: "Questions about a return, the school’s answers, and the reply",
  "reply-draft": "A reply that is being written",
  confirmation: "Confirmed status in a scheme (asthma), with its certificate",
  "action-plan": "Action plan",
  audit: "Record of who did what in the school",
  "organisation-audit": "Record of who did what in rounds and roles",
  visit: "A visit: that it takes place, its day and its plan",
  "visit-copy": "Signed copy, read because of a visit",
  "visit-notes": "Notes filed and views given by the reviewers of a visit",
  "visit-record-draft": "Record of a visit, sent to the school and not signed yet",
  "visit-record": "Record of a visit, signed or closed with both views",
};

const STATUS: Record<SeenObject, string> = {
  draft: "Status and dates only",
  "earlier-versions": "No",
  private: "No",
  "signed-copy": "Status and dates only",
  "awaiting-governor": "Status and dates only",
  replies: "No",
  "reply-draft": "No",
  confirmation: "No",
  "action-plan": "Titles and progress",
  audit: "No",
  "organisation-audit": "No",
  visit: "No",
  "visit-copy": "No",
  "visit-notes": "No",
  "visit-record-draft": "State and dates only",
  "visit-record": "State and dates only",
};

/** Where "Yes" alone would say too much. */
const READS: Partial<Record<SeenObject, string>> = {
  "visit-copy": "From 5 working days before the visit until it closes",
  "visit-notes": "Both: notes once they are filed, views once both have given theirs",
};
const THEMES = "Strengths, themes and help wanted, or as the school accepted";

/** The table of design.md section 3 as far as it is built, asked of the policy cell by cell. */
export function whoCanSeeTable(): WhoCanSeeTable {
  return {
    columns: COLUMNS.map(([title]) => title),
    rows: SEEN_OBJECTS.map((object) => ({
      object: OBJECTS[object],
      cells: COLUMNS.map(([, audience]) => cellOf(object, audience)),
    })),
  };
}

function cellOf(object: SeenObject, audience: Audience | "team" | "officers"): string {
  if (audience === "team") return teamCell(object);
  if (audience !== "officers") return cell(object, sightOf(audience, object));
  const manager = cell(object, sightOf("manager", object));
  const officer = cell(object, sightOf("officer", object));
  return officer === manager || manager !== "Yes" ? officer : "Managers";
}

function cell(object: SeenObject, sight: Sight): string {
  switch (sight) {
    case "status":
      return STATUS[object];
    case "themes":
      return THEMES;
    case "reads":
      return READS[object] ?? "Yes";
    case "nothing":
      return "No";
  }
}

const TEAM_NAMES = { head: "head", coordinator: "coordinator", contributor: "colleagues" } as const;

/** "Yes" for the whole team, or those of it who do: "Head and coordinator". */
function teamCell(object: SeenObject): string {
  const readers = TEAM.filter((audience) => sightOf(audience, object) === "reads");
  if (readers.length === TEAM.length) return "Yes";
  if (readers.length === 0) return "No";
  const text = readers.map((reader) => TEAM_NAMES[reader]).join(" and ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
