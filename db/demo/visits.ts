import { FIRST_SCHOOL, SECOND_SCHOOL } from "./people";

/** How far a visit is brought, in the order of its life. */
export const DEMO_STAGES = [
  "proposed",
  "answered",
  "accepted",
  "dated",
  "planned",
  "noted",
  "drafted",
  "with-school",
  "agreed",
  "closed",
  "followed",
] as const;
export type DemoStage = (typeof DEMO_STAGES)[number];

/**
 * A visit of last year's round. `day` is the day of the visit in working days from the day of loading, or from the
 * last working day before it; visits that have no day yet count from an imagined one. `pair`: lead first.
 */
export type DemoVisit = {
  urn: string;
  pair: [string, string];
  day: number;
  stage: DemoStage;
  /** What is different about it. */
  turn?: "second-declines" | "both-views" | "cancelled";
};

const by = (name: string): string => `${name}@reviewers.demo.test`;
const RUTH = "reviewer@demo.test";
const MARIANNE = "reviewer1@demo.test";
const LUKASZ = "reviewer2@demo.test";

/** Visits in every state that lasts. The first is today's, whose notes can be tried. */
export const DEMO_VISITS: DemoVisit[] = [
  { urn: FIRST_SCHOOL, pair: [MARIANNE, LUKASZ], day: 0, stage: "planned" },
  { urn: SECOND_SCHOOL, pair: [RUTH, by("bethan.waldock")], day: 33, stage: "proposed" },
  {
    urn: "118356",
    pair: [by("adaeze.thornhill"), by("gareth.pryce-lowe")],
    day: 24,
    stage: "answered",
    turn: "second-declines",
  },
  { urn: "118536", pair: [by("hana.kovar"), by("oluwaseun.bright")], day: 26, stage: "accepted" },
  { urn: "118393", pair: [RUTH, by("imran.sadiq-hale")], day: 14, stage: "dated" },
  { urn: "118403", pair: [by("frances.ayinde"), LUKASZ], day: 3, stage: "planned" },
  {
    urn: "118365",
    pair: [by("tomasz.brzezinski"), by("niamh.costelloe")],
    day: -1,
    stage: "noted",
  },
  { urn: "118373", pair: [by("dilys.hargreave"), by("hana.kovar")], day: -3, stage: "drafted" },
  { urn: "118314", pair: [RUTH, by("prakash.venn")], day: -6, stage: "with-school" },
  {
    urn: "118336",
    pair: [by("oluwaseun.bright"), by("roisin.delacourt")],
    day: -9,
    stage: "agreed",
  },
  { urn: "118385", pair: [MARIANNE, by("frances.ayinde")], day: -24, stage: "followed" },
  {
    urn: "118679",
    pair: [by("niamh.costelloe"), by("dilys.hargreave")],
    day: -26,
    stage: "closed",
    turn: "both-views",
  },
  {
    urn: "118637",
    pair: [by("adaeze.thornhill"), by("bethan.waldock")],
    day: 10,
    stage: "dated",
    turn: "cancelled",
  },
];

/** Schools of last year's round: all that are visited, and two that are not. */
export const LAST_YEAR_SCHOOLS: readonly string[] = [
  ...DEMO_VISITS.map(({ urn }) => urn),
  "118849",
  "118625",
];
