import { addDays, weekdayOf, type Day } from "../../app/domain/calendar/day";
import type { SupportKind } from "../../app/domain/support/entry";
import type { DemoOrganisationKey } from "./people";

/** An entry of help for the demonstration. Everything here is invented, and each entry says so. */
export type DemoSupport = {
  id: string;
  owner: DemoOrganisationKey;
  questionnaire: string;
  kind: SupportKind;
  title: string;
  statements: readonly string[];
  about?: string;
  /** Days from today, moved on to a weekday, with time and place. */
  dates?: readonly { inDays: number; at: string; place: string }[];
  booking?: string;
  link?: string;
  email?: string;
  districts?: readonly string[];
  /** URN of the school that shares. */
  school?: string;
};

export const INVENTED = "Demonstration: invented";

const TEAM = { booking: "Book with the Inclusion team", email: "inclusion@kent.example" };
const NHS = { booking: "Book with the asthma team", email: "asthma@nhs.example" };
const TOOLKIT = { owner: "kent", questionnaire: "inclusion-toolkit" } as const;
const STANDARDS = { owner: "kent", questionnaire: "mainstream-core-standards" } as const;
const ASTHMA = { owner: "nhs-kent-medway", questionnaire: "asthma-friendly" } as const;

export const DEMO_SUPPORT: readonly DemoSupport[] = [
  {
    ...TOOLKIT,
    ...TEAM,
    id: "demo-support-need-types",
    kind: "course",
    title: "Checking need types together",
    statements: ["C5", "C1"],
    about: "Free, 14 places",
    dates: [
      { inDays: 57, at: "15:45", place: "Online" },
      { inDays: 92, at: "09:30", place: "Town hall, Thanet" },
    ],
  },
  {
    ...TOOLKIT,
    id: "demo-support-list-check",
    kind: "template",
    title: "Half-termly SEN list check, one page (Word)",
    statements: ["C5"],
    link: "https://kent.example/templates/sen-list-check",
  },
  {
    ...TOOLKIT,
    id: "demo-support-sharing",
    kind: "school",
    title: "how it checks its list with other schools",
    statements: ["C5"],
    email: "senco@school.example",
    school: "118698",
  },
  {
    ...TOOLKIT,
    ...TEAM,
    id: "demo-support-parents",
    kind: "course",
    title: "First conversations with parents",
    statements: ["C2", "D3"],
    about: "Free, 20 places",
    dates: [{ inDays: 43, at: "16:00", place: "Online" }],
  },
  {
    ...TOOLKIT,
    id: "demo-support-thanet",
    kind: "contact",
    title: "Specialist teaching, Thanet",
    statements: ["A1", "B1", "C3", "C5"],
    email: "teaching-thanet@kent.example",
    districts: ["Thanet"],
  },
  {
    ...STANDARDS,
    ...TEAM,
    id: "demo-support-core-standards",
    kind: "course",
    title: "Core Standards for the whole staff",
    statements: ["9.1", "9.2", "9.3", "3.1"],
    about: "Free, any number of staff",
    dates: [{ inDays: 50, at: "13:30", place: "Online" }],
  },
  {
    ...ASTHMA,
    id: "demo-support-consent",
    kind: "template",
    title: "Consent letter to send home (Word)",
    statements: ["B4"],
    link: "https://nhs.example/templates/inhaler-consent",
  },
  {
    ...ASTHMA,
    ...NHS,
    id: "demo-support-training",
    kind: "course",
    title: "Asthma awareness for all staff, 45 minutes",
    statements: ["F1", "F2"],
    about: "Free, online, at any time",
    link: "https://nhs.example/courses/asthma-awareness",
  },
  {
    ...ASTHMA,
    id: "demo-support-attendance",
    kind: "template",
    title: "Attendance check, one page (Word)",
    statements: ["G2"],
    link: "https://nhs.example/templates/attendance-check",
  },
];

/** The day so many days on, moved on to Monday where it falls on a weekend. */
export function weekdayIn(today: Day, days: number): Day {
  const day = addDays(today, days);
  return addDays(day, weekdayOf(day) === 6 ? 2 : weekdayOf(day) === 7 ? 1 : 0);
}
