import { namesQuestion } from "~/domain/people/names-question";
import type { ResponseState } from "~/domain/response/states";
import type { RefusedSave } from "~/services/answering/saves";
import type { AnswerPart } from "~/forms/answers";
import { answerNoun } from "./answer-words";
import type { Refusal } from "./save-reply";

type Words = { part: AnswerPart | null; say: string; field?: string; final?: boolean };

/** The words for a refused save: a summary line that starts with the code, and the message at the field. */
export function refusalOf(key: string, problem: RefusedSave): Refusal {
  const { part, say, field, final } = wordsOf(problem);
  const noun = answerNoun(key);
  const summary = key.startsWith("field:") ? capital(say) : `${noun}: ${say}`;
  return { code: problem.code, part, summary, field: field ?? capital(say), final: final ?? false };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(", ");

function wordsOf(problem: RefusedSave): Words {
  switch (problem.code) {
    case "upn":
      return {
        part: problem.part,
        say: "take out what looks like a pupil number (UPN)",
        field: `${quoted(problem.words)} looks like a pupil number (UPN). Take it out and save again. The rest of your text is kept`,
      };
    case "names":
      return {
        part: problem.part,
        say: "does this name a child? Take it out, or say that it does not",
        field: namesQuestion(problem.names),
      };
    case "too-long": {
      const over = problem.length - problem.max;
      const max = problem.max.toLocaleString("en-GB");
      return { part: problem.part, say: `use ${max} characters or fewer, ${over} too many now` };
    }
    case "wrong-option":
      return problem.part === "level"
        ? { part: "level", say: "choose a level" }
        : { part: "duty", say: "choose Yes, Partly or No" };
    case "wrong-value":
      return { part: "value", say: VALUE_WORDS[problem.problem] };
    case "not-editable":
    case "round-closed":
    case "confirm-first":
    case "does-not-apply":
    case "unknown-key":
    case "save-id-used":
      return standingWords(problem);
  }
}

const VALUE_WORDS = {
  "not-a-number": "enter a whole number, like 28",
  "not-a-day": "enter a date, like 4 9 2026",
  "not-an-address": "enter an e-mail address, like office@school.sch.uk",
} as const;

type Standing = Exclude<
  RefusedSave,
  { code: "upn" | "names" | "too-long" | "wrong-option" | "wrong-value" }
>;

/** Refusals that come from how the self-review stands, not from what was typed. */
function standingWords(problem: Standing): Words {
  const final = (say: string): Words => ({ part: null, say, final: true });
  switch (problem.code) {
    case "not-editable":
      return final(`${STATE_WORDS[problem.state]}. Your text is below, to copy`);
    case "round-closed":
      return final("this round has closed. Your text is below, to copy");
    case "confirm-first":
      return final("confirm which parts apply first. Your text is below, to copy");
    case "does-not-apply":
      return final("this does not apply to your school now. Your text is below, to copy");
    case "unknown-key":
      return final("this is not in the questionnaire. Your text is below, to copy");
    case "save-id-used":
      return { part: null, say: "this was not saved. Save it once more" };
  }
}

const STATE_WORDS: Record<ResponseState, string> = {
  "not-started": "the answers cannot be changed now",
  "in-progress": "the answers cannot be changed now",
  "ready-to-sign": "it was marked as ready to sign, so the answers are locked",
  "awaiting-governor": "it has been signed, so the answers are locked",
  submitted: "it has been signed, so the answers are locked",
  replied: "it has been signed, so the answers are locked",
  lapsed: "this round has closed",
  withdrawn: "your school has left this round",
};
