import type { ContactRole } from "../../app/domain/chasing/contact-kinds";

/** Schools nobody works in yet that were invited when the rounds opened; all others of them heard a few days ago. */
export const INVITED_EARLY: readonly string[] = ["118398", "118406"];

/** Working days ago on which the rounds reached schools that nobody works in. */
export const INVITED_DAYS_AGO = 3;

/** The officer wrote to these schools about the Toolkit, so many days ago. `cameBack`: the address took no mail. */
export const DEMO_LETTERS = {
  daysAgo: 12,
  schools: [
    { urn: "118393", cameBack: false },
    { urn: "118403", cameBack: false },
    { urn: "118406", cameBack: true },
    { urn: "118696", cameBack: false },
    { urn: "118405", cameBack: false },
  ],
} as const;

export type DemoCall = {
  urn: string;
  daysAgo: number;
  withWhom: ContactRole;
  agreed: string;
  /** Days ago on which the school asked to be rung again; null: it did not. */
  againDaysAgo: number | null;
};

/** Calls the officer noted. Invented words. */
export const DEMO_CALLS: readonly DemoCall[] = [
  {
    urn: "118548",
    daysAgo: 9,
    withWhom: "office",
    agreed: "The head is on a course; ring again next week",
    againDaysAgo: 1,
  },
  {
    urn: "118405",
    daysAgo: 1,
    withWhom: "head",
    agreed: "Begins with section C this week",
    againDaysAgo: null,
  },
];

/** A colleague is away, and the officer looks after their districts. Days from the day of loading. */
export const DEMO_COVER = {
  owner: "officer2@demo.test",
  coveredBy: "officer@demo.test",
  districts: ["Swale"],
  fromDaysAgo: 3,
  forDays: 18,
} as const;

/** A manager's own words in the reminders of the Toolkit, turned on so many days ago. */
export const DEMO_REMINDERS = {
  daysAgo: 30,
  note: "Stuck on a statement? Join our drop-in on Wednesday at four, or ring your officer.",
} as const;
