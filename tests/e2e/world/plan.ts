import type { Role } from "~/domain/policy/actor";

export type Questionnaire = "inclusion-toolkit" | "mainstream-core-standards" | "asthma-friendly";

/** How far a self-review has come before the first test opens it. */
export type Stage = "untouched" | "confirmed" | "answered" | "ready" | "signed";
type Start = { stage: Stage; sections?: string[]; except?: string[] };

export const TEAM_ROLES = [
  "head",
  "coordinator",
  "contributor",
  "governor",
] as const satisfies Role[];
export type TeamRole = (typeof TEAM_ROLES)[number];

/**
 * A school of its own for each file of tests, so that what one signs no other one misses. All are Kent primary
 * schools that the demonstration leaves untouched.
 */
export const TEAMS = {
  scriptless: { urn: "118262", starts: {} },
  keyboard: {
    urn: "118266",
    starts: { "inclusion-toolkit": { stage: "answered", except: ["A"] } },
  },
  standards: {
    urn: "118271",
    starts: {
      "mainstream-core-standards": { stage: "answered", sections: ["9", "11"], except: ["9"] },
    },
  },
  declines: {
    urn: "118272",
    starts: { "mainstream-core-standards": { stage: "signed", sections: ["9", "11"] } },
  },
  asthma: { urn: "118273", starts: {} },
  together: { urn: "118277", starts: { "inclusion-toolkit": { stage: "confirmed" } } },
  lines: { urn: "118278", starts: { "inclusion-toolkit": { stage: "confirmed" } } },
  read: { urn: "118279", starts: { "inclusion-toolkit": { stage: "signed" } } },
  pages: {
    urn: "118280",
    starts: {
      "inclusion-toolkit": { stage: "ready" },
      "mainstream-core-standards": { stage: "signed", sections: ["9", "11"] },
      "asthma-friendly": { stage: "signed" },
    },
  },
  begun: {
    urn: "118282",
    starts: {
      "inclusion-toolkit": { stage: "answered", except: ["A", "B"] },
      "asthma-friendly": { stage: "confirmed" },
    },
  },
  people: {
    urn: "118283",
    starts: {
      "inclusion-toolkit": { stage: "confirmed" },
      "asthma-friendly": { stage: "signed" },
    },
  },
  leaver: {
    urn: "118289",
    starts: {
      "inclusion-toolkit": { stage: "confirmed" },
      "asthma-friendly": { stage: "signed" },
    },
  },
  expired: { urn: "118290", starts: { "inclusion-toolkit": { stage: "confirmed" } } },
  inviting: { urn: "118292", starts: {} },
  /** Who is shown help. */
  helped: {
    urn: "118301",
    starts: {
      "inclusion-toolkit": { stage: "confirmed" },
      "asthma-friendly": { stage: "confirmed" },
    },
  },
  /** Who signed, and starts again. */
  again: { urn: "118302", starts: { "inclusion-toolkit": { stage: "signed" } } },
  /** Who is given more time in rounds that close and open again. */
  rounds: { urn: "118309", starts: {} },
  /** Whose passwords and second factors change. */
  entering: { urn: "118297", starts: {} },
} as const satisfies Record<string, { urn: string; starts: Partial<Record<Questionnaire, Start>> }>;

/** Schools that nobody has a role in, for those who claim one. */
export const UNCLAIMED = { claim: "118288", scriptless: "118291", states: "118294" } as const;

export type TeamName = keyof typeof TEAMS;
export const startsOf = (name: TeamName): Partial<Record<Questionnaire, Start>> =>
  TEAMS[name].starts;

/**
 * Someone who may sign in, with the cookie of a session that is open already, or with that of a browser that has
 * given the password and owes the second step.
 */
export type Person = { email: string; name: string; session: string; secondStep?: string };
export type Review = { id: string; path: string };
export type Team = {
  urn: string;
  school: string;
  people: Record<TeamRole, Person>;
  reviews: Record<Questionnaire, Review>;
};

/** Asked for a code, before an app is set up, with the picture for it, and with the app set up. */
export type HalfwayName = "code" | "begin" | "picture" | "done";
export type InvitedName = "stranger" | "governor";
export type HeldRole = { userId: string; grantId: string };

/** What waits for people of the team `people`, and managers that no other test signs in as. */
export type Waiting = {
  halfway: Record<HalfwayName, Person>;
  /** Secrets of the links. */
  invitations: Record<InvitedName, string>;
  newPasswordLink: string;
  stopMailsLink: string;
  /** Its id. */
  caughtMail: string;
  held: Record<"contributor" | "coordinator", HeldRole>;
  /** Of Kent, with the id of their own role. */
  manager: Person;
  managerGrant: string;
  /** A group of Kent's schools, and a file that waits to be looked through. */
  group: string;
  import: string;
  /** Of NHS Kent and Medway, and an officer of the trust: someone with two places. */
  health: Person;
};

/** Visits to the team `read`, one at each step; both reviewers are asked or make all of them. */
export type VisitName = "proposed" | "accepted" | "dated" | "planned";
/** Visits of today by where their record stands; `combined`: both views and two points, and no record yet. */
export type RecordName = "combined" | "drafted" | "answered" | "agreed" | "closed";
export type Visits = {
  lead: Person;
  second: Person;
  ids: Record<VisitName, string>;
  records: Record<RecordName, string>;
};

/** Rounds of Kent being prepared, and the newest opened of each questionnaire, by its key. */
export type Rounds = {
  drafts: { whole: string; empty: string };
  opened: Record<string, string>;
};

/** An organisation with a manager and a questionnaire, and nothing else. */
export type Empty = { key: string; name: string; manager: Person };
/** One that reviews early years, one with the asthma scheme, and the head of a school of Medway. */
export type Emptied = {
  authority: Empty;
  health: Empty;
  medway: { urn: string; name: string; head: Person };
};

/** What the tests know of the database behind the server. */
export type World = {
  password: string;
  /** The folder of the server's database. */
  dataDir: string;
  /** An action in the plan of the team `pages`. */
  planAction: string;
  teams: Record<TeamName, Team>;
  waiting: Waiting;
  visits: Visits;
  /** The asthma round, and the confirmation of the demonstration that runs out soon. */
  scheme: { roundId: string; confirmation: string };
  rounds: Rounds;
  empty: Emptied;
  /** Letters sent by Kent’s officer, by the id of the batch. */
  letters: string;
  /** Somebody of Kent’s register of reviewers, by the id of the entry. */
  registered: string;
  /** People of the demonstration by the part of their address before @. */
  demo: Record<string, Person>;
  /** Self-reviews of schools in the demonstration, by "URN questionnaire". */
  demoReviews: Record<string, Review>;
};
