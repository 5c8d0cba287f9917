import type { Field, Level, Scale } from "~/domain/questionnaire/definition";
import type { ItemLack, SummaryLack } from "~/domain/questionnaire/progress";
import type { DerivedShare } from "~/domain/questionnaire/shares";
import type { DutyAnswer } from "./answer";

/** The words of what is left before ready: what to do, after the code (look/README.md section 8, Errors). */
export const SUMMARY_MESSAGES: Record<SummaryLack, string> = {
  headline: "choose a headline",
  commentary: "write how you know",
  "to-confirm": "look at it once more, it is marked to confirm",
};

type Chosen = { scale: Scale; level: Level | null; duty: DutyAnswer | null };

export function itemMessage(lack: ItemLack, { scale, level, duty }: Chosen): string {
  switch (lack) {
    case "level":
      return hasSteps(scale) ? "choose a level" : "choose an answer";
    case "commentary":
      return level === null ? "write a few words" : wordsMessage(level);
    case "duty":
      return "answer the legal duty with Yes, Partly or No";
    case "dutyNote":
      return duty === "partly"
        ? "say which part of the duty is missing, and by when"
        : "say what is missing for the duty, and by when";
    case "to-confirm":
      return "look at it once more, it is marked to confirm";
  }
}

function hasSteps(scale: Scale): boolean {
  return scale.levels.some((level) => level.mark === "steps");
}

/** What a choice asks for, as something to do; a questionnaire's own question is quoted as it stands. */
function wordsMessage(level: Level): string {
  if (level.mark === "half") return "say which part is missing";
  if (level.mark === "ready") return "say what you would do, and who would help";
  if (level.mark === "none") return "say why it does not apply to you";
  const question = level.asks ?? "";
  if (question.startsWith("What changed for pupils")) {
    return `say what changed for pupils, ${level.name} asks for it`;
  }
  return `answer “${question}”, ${level.name} asks for it`;
}

export function fieldMessage({ kind, label }: Field): string {
  switch (kind) {
    case "count":
      return `${label}: enter a number`;
    case "date":
      return `${label}: enter the date, like 4 9 2026`;
    case "email":
      return `${label}: enter an e-mail address`;
    case "text":
      return `${label}: write a few words`;
  }
}

export function shareMessage(share: DerivedShare): string {
  const { label, part, whole, percent, threshold, short, tooMany } = share;
  if (tooMany) return `${label}: ${part ?? 0} of ${whole ?? 0} cannot be. Check both numbers`;
  const asked = `the round asks for ${threshold ?? 0}%`;
  if (percent === null) return `${label}: enter both numbers, ${asked}`;
  return `${label}: ${percent}% so far, ${asked}. ${short ?? 0} more`;
}
