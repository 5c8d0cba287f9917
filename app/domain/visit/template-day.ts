import type { ActivityKind } from "./states";

/** A line of the day as typed: hours "09:10", with whom by role. */
export type TypedLine = {
  /** Empty for a line that is new. */
  id: string;
  /** The version the form was made from; 0 for a new line. */
  version: number;
  kind: string;
  title: string;
  withWhom: string;
  place: string;
  startsAt: string;
  endsAt: string;
};

const line = (hours: string, kind: ActivityKind, words: readonly [string, string]): TypedLine => {
  const [startsAt = "", endsAt = ""] = hours.split("-");
  const [title, withWhom] = words;
  return { id: "", version: 0, kind, title, withWhom, place: "", startsAt, endsAt };
};

/** The day to start from (look/16); every line can be changed. */
export const TEMPLATE_DAY: readonly TypedLine[] = [
  line("09:10-09:40", "meeting", ["Head and SENCO", "headteacher and SENCO"]),
  line("09:40-10:20", "learning-walk", ["Learning walk", "a senior leader"]),
  line("10:20-10:50", "lesson", ["A lesson", "class teacher"]),
  line("11:00-11:40", "pupil-talk", ["Pupils talking", "a group of pupils"]),
  line("11:40-12:20", "work-sample", ["Six plans", "SENCO"]),
  line("13:10-13:50", "parent-talk", ["Parents", "a group of parents"]),
  line("14:30-15:00", "filing", ["File and combine", "reviewers only"]),
  line("15:00-15:30", "three-oclock", ["Three o’clock", "headteacher and SENCO"]),
];

/** How each kind is shown. */
export const ACTIVITY_WORDS: Record<ActivityKind, string> = {
  meeting: "Meeting",
  "learning-walk": "Learning walk",
  lesson: "Lesson",
  "pupil-talk": "Pupils talking",
  "parent-talk": "Parents talking",
  "work-sample": "Work sample",
  document: "Documents",
  filing: "File and combine",
  "three-oclock": "Three o’clock",
  other: "Something else",
};
