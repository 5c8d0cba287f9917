import { FIRST_SCHOOL, SECOND_SCHOOL } from "./people";
import { LAST_YEAR_SCHOOLS } from "./visits";

type Questionnaire = "inclusion-toolkit" | "mainstream-core-standards" | "asthma-friendly";

/**
 * How far a school is. `part`: this many sections have answers. `signed`: the head has signed, this many days
 * ago; where the round asks, the governor has too unless `governorAwaited`.
 */
export type DemoProgress =
  | { kind: "part"; sections: number; chosen?: string[] }
  | {
      kind: "signed";
      daysAgo: number;
      governorAwaited?: boolean;
      chosen?: string[];
      /** Of a scheme with points: those that are not met; all others are Yes. */
      missing?: string[];
      /** The organisation has confirmed it, this many days ago. */
      confirmedDaysAgo?: number;
    };

export type DemoWork = { urn: string; questionnaire: Questionnaire; progress: DemoProgress };

/** Two schools part-way, several signed, all others untouched. */
export const DEMO_PLAN: DemoWork[] = [
  {
    urn: FIRST_SCHOOL,
    questionnaire: "mainstream-core-standards",
    progress: { kind: "part", sections: 1, chosen: ["9", "11"] },
  },
  {
    urn: SECOND_SCHOOL,
    questionnaire: "inclusion-toolkit",
    progress: { kind: "part", sections: 6 },
  },
  {
    urn: SECOND_SCHOOL,
    questionnaire: "asthma-friendly",
    // Runs out in six weeks: renewing is offered.
    progress: { kind: "signed", daysAgo: 330, missing: [], confirmedDaysAgo: 323 },
  },
  { urn: "118698", questionnaire: "inclusion-toolkit", progress: { kind: "signed", daysAgo: 21 } },
  { urn: "118693", questionnaire: "inclusion-toolkit", progress: { kind: "signed", daysAgo: 17 } },
  { urn: "118694", questionnaire: "inclusion-toolkit", progress: { kind: "signed", daysAgo: 12 } },
  { urn: "118254", questionnaire: "inclusion-toolkit", progress: { kind: "signed", daysAgo: 9 } },
  { urn: "118257", questionnaire: "inclusion-toolkit", progress: { kind: "signed", daysAgo: 3 } },
  {
    urn: "118255",
    questionnaire: "mainstream-core-standards",
    progress: { kind: "signed", daysAgo: 8, chosen: ["3", "9", "10"] },
  },
  {
    urn: "118698",
    questionnaire: "mainstream-core-standards",
    progress: { kind: "signed", daysAgo: 13, chosen: ["9", "11"], governorAwaited: true },
  },
  {
    urn: "118255",
    questionnaire: "asthma-friendly",
    progress: { kind: "signed", daysAgo: 30, missing: [], confirmedDaysAgo: 25 },
  },
  {
    urn: "118254",
    questionnaire: "asthma-friendly",
    progress: { kind: "signed", daysAgo: 20, missing: [], confirmedDaysAgo: 15 },
  },
  {
    urn: "118257",
    questionnaire: "asthma-friendly",
    progress: { kind: "signed", daysAgo: 6, missing: [] },
  },
  {
    urn: "118317",
    questionnaire: "asthma-friendly",
    progress: { kind: "signed", daysAgo: 55, missing: ["F1"] },
  },
];

/** Last year's Toolkit, signed before the summer by the schools that were invited; visits look at these copies. */
export const LAST_YEAR_PLAN: DemoWork[] = LAST_YEAR_SCHOOLS.map((urn, index) => ({
  urn,
  questionnaire: "inclusion-toolkit",
  progress: { kind: "signed", daysAgo: 230 + index },
}));
