import type { Calendar } from "../../app/domain/calendar/calendar";
import { addDays, type Day } from "../../app/domain/calendar/day";
import { addWorkingDays } from "../../app/domain/calendar/working-days";
import type { DemoOrganisationKey } from "./people";
import { LAST_YEAR_SCHOOLS } from "./visits";

/** Rounds of the demonstration, by name. */
export type DemoRoundKey = "toolkit" | "core-standards" | "asthma" | "toolkit-last-year";

export type DemoRound = {
  key: DemoRoundKey;
  /** URNs of the schools invited; "all": every school its organisation covers. */
  schools: "all" | readonly string[];
  questionnaire: "inclusion-toolkit" | "mainstream-core-standards" | "asthma-friendly";
  owner: DemoOrganisationKey;
  title: string;
  chooseAtLeast: number | null;
  opensOn: Day;
  firstDeadline: Day | null;
  finalDeadline: Day | null;
  rolling: boolean;
  validityMonths: number | null;
  governorSigns: boolean;
  trainingThreshold: number | null;
  declaration: string;
};

const DECLARATION =
  "I have read this self-review. To the best of my knowledge it is a fair account of inclusion at our school today. It holds no children’s names.";

/** The demonstration's rounds, with dates that follow the day of loading (design.md decision 12). */
export function demoRounds(calendar: Calendar, today: Day): DemoRound[] {
  const year = schoolYear(today);
  return [
    {
      key: "toolkit",
      schools: "all",
      questionnaire: "inclusion-toolkit",
      owner: "kent",
      title: `Inclusion Toolkit ${year}`,
      chooseAtLeast: null,
      opensOn: addDays(today, -60),
      firstDeadline: addWorkingDays(calendar, today, 19),
      finalDeadline: addWorkingDays(calendar, today, 34),
      rolling: false,
      validityMonths: null,
      governorSigns: false,
      trainingThreshold: null,
      declaration: DECLARATION,
    },
    {
      key: "core-standards",
      schools: "all",
      questionnaire: "mainstream-core-standards",
      owner: "kent",
      title: `Mainstream Core Standards ${year}`,
      chooseAtLeast: 2,
      opensOn: addDays(today, -45),
      firstDeadline: addWorkingDays(calendar, today, 60),
      finalDeadline: addWorkingDays(calendar, today, 75),
      rolling: false,
      validityMonths: null,
      governorSigns: true,
      trainingThreshold: null,
      declaration: DECLARATION,
    },
    {
      key: "asthma",
      schools: "all",
      questionnaire: "asthma-friendly",
      owner: "nhs-kent-medway",
      title: "Asthma Friendly Schools",
      chooseAtLeast: null,
      opensOn: addDays(today, -400),
      firstDeadline: null,
      finalDeadline: null,
      rolling: true,
      validityMonths: 12,
      governorSigns: false,
      trainingThreshold: 85,
      declaration:
        "I have read these answers. To the best of my knowledge they are a fair account of how our school looks after pupils with asthma today. They hold no children’s names.",
    },
    {
      key: "toolkit-last-year",
      schools: LAST_YEAR_SCHOOLS,
      questionnaire: "inclusion-toolkit",
      owner: "kent",
      title: `Inclusion Toolkit ${schoolYear(addDays(today, -365))}`,
      chooseAtLeast: null,
      opensOn: addDays(today, -300),
      firstDeadline: addDays(today, -215),
      finalDeadline: addDays(today, -200),
      rolling: false,
      validityMonths: null,
      governorSigns: false,
      trainingThreshold: null,
      declaration: DECLARATION,
    },
  ];
}

/** "2026 to 2027": the academic year runs September to August. */
function schoolYear(today: Day): string {
  const year = Number(today.slice(0, 4));
  const first = today.slice(5, 7) >= "09" ? year : year - 1;
  return `${first} to ${first + 1}`;
}
