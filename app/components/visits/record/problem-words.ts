import { namesQuestion } from "~/domain/people/names-question";
import type { RecordProblem } from "~/domain/visit/record-problems";

const BOXES: Record<string, string> = {
  saw: "what we saw",
  worksWell: "what works well",
  wondered: "what we wondered",
  reason: "why the view differs",
  view: "moderated view",
};

const WHOLE: Record<string, string> = {
  whatWeDid: "What we did",
  corrections: "What is not accurate",
  schoolWords: "Your own words",
  view: "Your view",
  otherView: "The other side’s view",
  thirdPerson: "Whom both may turn to",
};

/** A box's name in words: "C3, what we saw", "Suggestion 1, who might help". */
export function recordBoxWords(field: string): string {
  const whole = WHOLE[field];
  if (whole !== undefined) return whole;
  const at = field.lastIndexOf(".");
  const [key, box] = [field.slice(0, at), field.slice(at + 1)];
  if (key === "consent") return "Whether practice may be shared";
  const [, kind, place] = /^([sp])(\d)$/.exec(key) ?? [];
  if (kind === undefined || place === undefined) return `${key}, ${BOXES[box] ?? box}`;
  const what = kind === "s" ? `Suggestion ${place}` : `Practice to share ${place}`;
  return box === "text"
    ? what
    : `${what}, ${box === "help" ? "who might help" : "what it is about"}`;
}

/** What to do about a problem. */
export function recordError(problem: RecordProblem): { name: string; text: string } {
  const name = problem.field;
  return { name, text: `${recordBoxWords(name)}: ${todo(problem)}` };
}

function todo(problem: RecordProblem): string {
  switch (problem.code) {
    case "too-long":
      return `write ${problem.limit} characters or fewer`;
    case "upn":
      return "take out what looks like a pupil number (UPN)";
    case "names":
      return namesQuestion(problem.names);
    case "reason-missing":
      return "say it, as the view is not the school’s";
    case "help-missing":
      return "name who might help";
    case "key-missing":
      return "choose a statement or section";
    case "empty":
      return EMPTY[problem.field] ?? "write it, or leave the whole line empty";
  }
}

const EMPTY: Record<string, string> = {
  whatWeDid: "say what was done on the day",
  corrections: "say what is to be put right",
  view: "write how you see it",
  otherView: "it is not written yet; the other side writes it on this page",
  thirdPerson: "name somebody",
};
