import type { ModeratedView, NoteKind } from "../../app/domain/visit/states";

/** A note as a reviewer writes it on the day: under which line, with which button, where it is filed later. */
export type DemoNote = { line: number; kind: NoteKind; text: string; to: string };

/** Why the host chose this focus, its context, and where to park. Every word is invented. */
export const DEMO_PLAN_WORDS = {
  sections: ["C"],
  statements: ["C2", "D2"],
  focusReason:
    "We changed how we tell families about early concerns last year and would like to know whether it is felt in every class.",
  context:
    "Two new class teachers since September. The SENCO teaches on Thursdays. Reading help moved to the mornings this term.",
  practicalNotes:
    "Park in Church Road, the yard is full by half past eight. Sign in at the office. Lunch is in the hall at twelve.",
};

/** Notes of the lead and of the second reviewer. `line` counts the lines of the template day from 0. */
export const DEMO_NOTES: { lead: DemoNote[]; second: DemoNote[] } = {
  lead: [
    {
      line: 0,
      kind: "saw",
      text: "One page holds every early concern with who acts and by when. Leaders go through it on Mondays.",
      to: "C",
    },
    {
      line: 1,
      kind: "works-well",
      text: "The same first steps on a card in each classroom. Adults could say what they had tried.",
      to: "C",
    },
    {
      line: 3,
      kind: "works-well",
      text: "Older pupils could say what helps them and who decided it with them.",
      to: "D2",
    },
    {
      line: 5,
      kind: "wondered",
      text: "Families said they heard first at parents’ evening. Could a call come before?",
      to: "C2",
    },
  ],
  second: [
    {
      line: 1,
      kind: "saw",
      text: "Early concern cards in three of the five rooms; two rooms keep them in the teacher’s file.",
      to: "C",
    },
    {
      line: 4,
      kind: "saw",
      text: "Six plans read. Each names an outcome; four say how the pupil took part.",
      to: "D2",
    },
    {
      line: 5,
      kind: "saw",
      text: "The letter home is kind and clear. It is sent after the first review.",
      to: "C2",
    },
    {
      line: 2,
      kind: "wondered",
      text: "Display boards by the hall.",
      to: "not-for-record",
    },
  ],
};

export type DemoViews = Record<string, { view: ModeratedView; reason: string }>;

const ABOUT = { view: "about-there", reason: "" } as const;
const TOLD_LATE = {
  view: "not-there-yet",
  reason: "Families hear after the first review, not before it.",
} as const;

/** Each reviewer's own views, and what they agreed. */
export const DEMO_VIEWS: { lead: DemoViews; second: DemoViews; agreed: DemoViews } = {
  lead: { C: ABOUT, C2: TOLD_LATE, D2: ABOUT },
  second: {
    C: ABOUT,
    C2: ABOUT,
    D2: { view: "further-on", reason: "Pupils help to write their plans in every year group." },
  },
  agreed: { C: ABOUT, C2: TOLD_LATE, D2: ABOUT },
};

/** What was said at three o’clock. */
export const DEMO_POINTS: { kind: NoteKind; key: string; text: string }[] = [
  {
    kind: "works-well",
    key: "C",
    text: "The same first steps stand on a card in each classroom, and adults know them.",
  },
  {
    kind: "works-well",
    key: "D2",
    text: "Older pupils can say what helps them and who decided it with them.",
  },
  {
    kind: "saw",
    key: "C",
    text: "One page holds every early concern, with who acts and by when.",
  },
  {
    kind: "wondered",
    key: "C2",
    text: "Could families hear by a call before the first review, and not after it?",
  },
];

/** What the reviewers add before it goes to the school, by the names of the record's boxes. */
export const DEMO_RECORD: Record<string, string> = {
  "s1.key": "C2",
  "s1.text": "Ring families before the first review, and keep a note of the call on the same page.",
  "s1.help": "A school in the next district rings first",
  "s2.key": "D2",
  "s2.text": "Let younger pupils choose one outcome with a picture card.",
  "s2.help": "The two reviewers’ own schools",
  "p1.key": "C",
  "p1.text": "One page of early concerns that leaders read together each Monday.",
};

/** The school's side of the record. */
export const DEMO_ANSWER = {
  corrections: "The Monday meeting began in September, not last year.",
  schoolWords:
    "The visit was a fair picture of our school. We will ring families first from January and tell you how it went.",
};

/** Where the two sides do not agree. */
export const DEMO_BOTH_VIEWS = {
  reviewers:
    "We saw the cards in three of five rooms and think that the practice is on its way, not settled.",
  school:
    "All five rooms use the cards. Two keep them out of sight at the families’ wish, as we said on the day.",
  thirdPerson: "Hannah Osei, officer, Kent County Council",
};

export const DEMO_FOLLOW_UP = {
  rating: 4,
  ratingWords: "Two colleagues who looked closely and wrote plainly.",
};

/** Said when a visit is called off. */
export const DEMO_CANCELLED =
  "Our hall roof is being repaired this term and classes are taught in two places.";
