import { formatDate } from "~/domain/calendar/format";
import type { SchoolProgress } from "~/domain/round/participation";
import type { RoundStanding } from "~/domain/round/round";
import type { DraftStep } from "~/domain/round/draft";
import type { TagColour } from "../tag";

/** What each question of opening a round is called. */
export const STEP_TITLES: Record<DraftStep, string> = {
  questionnaire: "Which questionnaire, and for which year?",
  sections: "How much of it are schools asked?",
  dates: "When does it open, and by when is it due?",
  schools: "Which schools?",
  rules: "How is it signed, visited and shared?",
  message: "What do you want to say to the schools?",
};

/** Where a round stands, as a tag. */
export const STANDING: Record<RoundStanding, readonly [TagColour, string]> = {
  "not-yet-open": ["grey", "Not open yet"],
  open: ["green", "Open"],
  closed: ["grey", "Closed"],
};

/** How far a school is, as a tag. */
export const PROGRESS: Record<SchoolProgress, readonly [TagColour, string]> = {
  "not-invited": ["outline", "Nobody works there yet"],
  "not-joined": ["grey", "Has not joined"],
  "not-started": ["grey", "Not started"],
  drafting: ["blue", "In progress"],
  ready: ["violet", "Ready to sign"],
  "awaiting-governor": ["violet", "Governor awaited"],
  signed: ["green", "Signed"],
  lapsed: ["grey", "Not signed, round closed"],
  withdrawn: ["grey", "Withdrawn"],
};

export const schoolCount = (count: number): string =>
  count === 1 ? "1 school" : `${count} schools`;

export const monthCount = (count: number): string => (count === 1 ? "1 month" : `${count} months`);

type Dates = { rolling: boolean; firstDeadline: string | null; finalDeadline: string | null };

/** "First deadline 18 December 2026, final 22 January 2027." */
export function deadlinesLine({ rolling, firstDeadline, finalDeadline }: Dates): string {
  if (rolling) return "Schools join when they like";
  const first = firstDeadline === null ? "" : `First deadline ${formatDate(firstDeadline)}`;
  const final = finalDeadline === null ? "" : `final ${formatDate(finalDeadline)}`;
  return [first, final].filter(Boolean).join(", ");
}
