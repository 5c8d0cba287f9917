import type { DemoPerson } from "./people";

/** A person of Kent's register of reviewers. Days are counted from the day of loading. */
export type DemoReviewer = {
  email: string;
  name: string;
  post: string;
  /** URN of a school that the demonstration holds, or an invented one of another authority. */
  home: { urn: string } | { name: string; authority: string };
  /** An invented trust, or what is known of none. */
  trust: { name: string } | "no-trust" | "not-recorded";
  phases: string[];
  questionnaires: string[];
  districts: string[];
  accreditedForDays: number;
  visitsOffered: number;
  mayLead: boolean;
  /** Schools they should not visit. */
  interests: string[];
  /** Whether somebody of the council has seen identity and DBS check. */
  assured: boolean;
};

const TOOLKIT = ["inclusion-toolkit"];
const BOTH = ["inclusion-toolkit", "mainstream-core-standards"];

const usual: Omit<DemoReviewer, "email" | "name" | "home" | "districts"> = {
  post: "headteacher",
  trust: "no-trust",
  phases: ["EY", "P"],
  questionnaires: BOTH,
  accreditedForDays: 620,
  visitsOffered: 3,
  mayLead: true,
  interests: [],
  assured: true,
};

/** Every name is invented; the schools of Kent and Medway are real, those of other authorities are not. */
export const DEMO_REVIEWERS: DemoReviewer[] = [
  {
    ...usual,
    email: "reviewer@demo.test",
    name: "Ruth Adeyemi",
    home: { urn: "118696" },
    districts: ["Thanet", "Dover", "Canterbury"],
    visitsOffered: 4,
    interests: ["118698"],
  },
  {
    ...usual,
    email: "reviewer1@demo.test",
    name: "Marianne Coyle",
    home: { urn: "118405" },
    districts: ["Thanet", "Canterbury"],
  },
  {
    ...usual,
    email: "reviewer2@demo.test",
    name: "Łukasz Nowak",
    home: { urn: "118697" },
    districts: ["Thanet", "Dover"],
    mayLead: false,
  },
  {
    ...usual,
    email: "adaeze.thornhill@reviewers.demo.test",
    name: "Adaeze Thornhill",
    home: { urn: "118548" },
    districts: ["Dover", "Folkestone and Hythe", "Maidstone"],
  },
  {
    ...usual,
    email: "gareth.pryce-lowe@reviewers.demo.test",
    name: "Gareth Pryce-Lowe",
    post: "SENCO",
    home: { urn: "118320" },
    districts: ["Medway", "Canterbury"],
    mayLead: false,
    questionnaires: TOOLKIT,
  },
  {
    ...usual,
    email: "hana.kovar@reviewers.demo.test",
    name: "Hana Kovář",
    post: "inclusion lead",
    home: { urn: "118657" },
    districts: ["Canterbury", "Ashford"],
    accreditedForDays: 250,
  },
  {
    ...usual,
    email: "oluwaseun.bright@reviewers.demo.test",
    name: "Oluwaseun Bright",
    home: { urn: "118526" },
    districts: ["Maidstone", "Swale"],
    interests: ["118625"],
  },
  {
    ...usual,
    email: "bethan.waldock@reviewers.demo.test",
    name: "Bethan Waldock",
    post: "SENCO",
    home: { urn: "118348" },
    districts: ["Swale", "Thanet"],
    mayLead: false,
  },
  {
    ...usual,
    email: "imran.sadiq-hale@reviewers.demo.test",
    name: "Imran Sadiq-Hale",
    home: { urn: "118664" },
    districts: ["Folkestone and Hythe", "Dover"],
  },
  {
    ...usual,
    email: "frances.ayinde@reviewers.demo.test",
    name: "Frances Ayinde",
    post: "deputy headteacher",
    home: { urn: "118702" },
    districts: ["Ashford", "Dover"],
  },
  {
    ...usual,
    email: "tomasz.brzezinski@reviewers.demo.test",
    name: "Tomasz Brzeziński",
    home: { urn: "118308" },
    districts: ["Tonbridge and Malling", "Ashford"],
  },
  {
    ...usual,
    email: "niamh.costelloe@reviewers.demo.test",
    name: "Niamh Costelloe",
    home: { urn: "118493" },
    districts: ["Ashford", "Folkestone and Hythe"],
  },
  {
    ...usual,
    email: "dilys.hargreave@reviewers.demo.test",
    name: "Dilys Hargreave",
    home: { name: "Furzedown Bank Primary School (invented)", authority: "East Sussex" },
    districts: ["Ashford", "Tunbridge Wells", "Folkestone and Hythe"],
  },
  {
    ...usual,
    email: "prakash.venn@reviewers.demo.test",
    name: "Prakash Venn",
    post: "SENCO",
    home: { urn: "118317" },
    districts: ["Maidstone", "Medway"],
    mayLead: false,
  },
  {
    ...usual,
    email: "roisin.delacourt@reviewers.demo.test",
    name: "Roisin Delacourt",
    home: { name: "Mardle Green Primary School (invented)", authority: "Surrey" },
    trust: { name: "Mardle Learning Trust (invented)" },
    districts: ["Swale", "Sevenoaks"],
  },
  {
    ...usual,
    email: "edwin.asante@reviewers.demo.test",
    name: "Edwin Asante",
    post: "deputy headteacher",
    home: { urn: "137837" },
    trust: "not-recorded",
    phases: ["S", "16"],
    districts: [],
    visitsOffered: 4,
    assured: false,
  },
  {
    ...usual,
    email: "celia.farnaby@reviewers.demo.test",
    name: "Celia Farnaby",
    home: { urn: "118617" },
    districts: ["Tonbridge and Malling"],
    accreditedForDays: -20,
  },
];

/** Those among them who are not accounts to try, as people with their roles. */
export function reviewerPeople(known: readonly DemoPerson[]): DemoPerson[] {
  const others = DEMO_REVIEWERS.filter(({ email }) => known.every((one) => one.email !== email));
  return others.map(({ email, name, post, home }) => ({
    email,
    name,
    grants: [
      { role: "reviewer" as const, organisation: "kent" as const },
      ...("urn" in home && post === "headteacher"
        ? [{ role: "head" as const, urn: home.urn, signingTitle: post }]
        : []),
    ],
  }));
}
