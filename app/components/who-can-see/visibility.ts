/** Who a column of the table is about, in the order shown (design.md section 3). */
export const VIEWERS = [
  "Your school’s team",
  "Your governors",
  "Reviewers who visit",
  "Officers who run the round",
  "Organisations the round is shared with",
  "Other schools",
] as const;

type Row = { what: string; seenBy: readonly [string, string, string, string, string, string] };

/** The table of design.md section 3 in plain words. The policy decides; a change there is a change here. */
export const VISIBILITY: readonly Row[] = [
  {
    what: "Answers not signed yet",
    seenBy: [
      "Yes",
      "When the headteacher shares a draft pack",
      "No",
      "Only how far you are, and dates",
      "Only how far you are",
      "No",
    ],
  },
  {
    what: "Notes inside the school",
    seenBy: ["Yes", "No", "No", "No", "No", "No"],
  },
  {
    what: "A private self-review, and that there is one",
    seenBy: ["Yes", "When the headteacher shares it as a pack", "No", "No", "No", "No"],
  },
  {
    what: "Signed copies and their PDFs",
    seenBy: [
      "Yes",
      "Yes",
      "From 5 working days before a visit until it closes, only for the round under visit",
      "Yes, the sections that were asked for",
      "Yes, if the round says so",
      "No",
    ],
  },
  {
    what: "Questions and replies",
    seenBy: ["Yes", "They can read them", "No", "Yes", "If they are shared", "No"],
  },
  {
    what: "A reviewer’s jottings, until they are filed",
    seenBy: [
      "No",
      "No",
      "Only the person who wrote them. Deleted when the visit closes",
      "No",
      "No",
      "No",
    ],
  },
  {
    what: "Filed notes and each reviewer’s view",
    seenBy: [
      "Only as the visit record, once it is with you",
      "No",
      "Yes. Where the round asks, views once both have given theirs",
      "No",
      "No",
      "No",
    ],
  },
  {
    what: "A visit record not agreed yet",
    seenBy: [
      "Once it is with you",
      "When the headteacher shares it",
      "Yes",
      "Only how far it is, and dates",
      "No",
      "No",
    ],
  },
  {
    what: "A visit record that is agreed, or closed with both views",
    seenBy: [
      "Yes",
      "Yes",
      "Yes",
      "What you accepted before the visit: strengths, themes and help wanted, the whole record, or figures only",
      "No",
      "Practice to share, if you agree",
    ],
  },
  {
    what: "Your action plan as it stands today",
    seenBy: ["Yes", "Yes", "If you share it", "Titles and progress", "No", "No"],
  },
  {
    what: "Who did what, and when",
    seenBy: [
      "The headteacher and the people who manage the review, for your school",
      "No",
      "Their own acts",
      "Managers: acts in rounds and roles, never the words of a draft",
      "No",
      "No",
    ],
  },
  {
    what: "Figures and pictures",
    seenBy: [
      "Your school beside the spread",
      "Your school beside the spread",
      "No",
      "Yes",
      "If they are shared",
      "Published tables. Small numbers are held back",
    ],
  },
];
