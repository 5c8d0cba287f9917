import { namesQuestion } from "~/domain/people/names-question";
import { LONGEST_REASON } from "~/domain/visit/combine";
import { LONGEST_POINT, MOST_POINTS } from "~/domain/visit/three-oclock";
import type { CombineProblem } from "~/services/visits/combine-refusal.server";

const UPN = "take out what looks like a pupil number (UPN)";

/** Which box a problem is at, and what to do. */
export function combineError(problem: CombineProblem): { name: string; text: string } {
  switch (problem.of) {
    case "view": {
      const { key, code } = problem;
      const name = code === "not-agreed" ? `${key}.view` : `${key}.reason`;
      const text = code === "names" ? namesQuestion(problem.names) : VIEW_TEXTS[code];
      return { name, text: `${key}: ${text}` };
    }
    case "point":
      if (!("id" in problem)) return { name: "new.text", text: POINT_TEXTS[problem.code] };
      if (problem.code === "names")
        return { name: `${problem.id}.text`, text: namesQuestion(problem.names) };
      return { name: `${problem.id}.text`, text: POINT_TEXTS[problem.code] };
    case "new":
      if (problem.code === "names") return { name: "new.text", text: namesQuestion(problem.names) };
      return { name: "new.text", text: POINT_TEXTS[problem.code] };
    case "draft":
      return { name: "said", text: DRAFT_TEXTS[problem.code] };
  }
}

const VIEW_TEXTS = {
  "not-agreed": "choose the view you agree",
  "reason-missing": "say why the agreed view differs from the school’s",
  "reason-too-long": `say why in ${LONGEST_REASON} characters or fewer`,
  upn: UPN,
} as const;

const POINT_TEXTS = {
  none: "Add at least one point to say",
  "too-many": `${MOST_POINTS} points are as many as can be said. Take one out first`,
  empty: "Write what you say, or take the point out",
  "too-long": `Say it in ${LONGEST_POINT} characters or fewer`,
  upn: "Take out what looks like a pupil number (UPN)",
  "not-in-focus": "Choose which statement or section it is about",
} as const;

const DRAFT_TEXTS = {
  "not-said": "Tick the box once you have said these points",
  "changed-since":
    "The other reviewer changed something after you opened this page. Read it again, then draft",
  "views-awaited": "Both give their views first",
  "day-to-come": "The record is drafted on the day of the visit or after it",
} as const;

/** A box's name in words: "C3: why". */
export function boxWords(field: string): string {
  const at = field.lastIndexOf(".");
  const [key, box] = [field.slice(0, at), field.slice(at + 1)];
  if (box === "view") return `${key}: agreed view`;
  return box === "reason" ? `${key}: why` : "A point to say";
}
