import type { GivenAnswer } from "~/domain/action/check-in";
import { CHECK_IN_ANSWERS } from "~/domain/action/states";
import { textOf } from "./action";

/** Names of one action's controls in the form of a review. */
export const reviewNames = (actionId: string) => ({
  answer: `answer ${actionId}`,
  line: `line ${actionId}`,
  seen: `seen ${actionId}`,
  names: `names ${actionId}`,
});

/** Names the one action that is saved by itself. */
export const ONLY = "only";

/** The answers that a form of a review holds, of one action or of all that it names. */
export function readReviewForm(form: FormData): GivenAnswer[] {
  const only = textOf(form, ONLY);
  const ids = form.getAll("action").filter((id) => typeof id === "string");
  return ids.filter((id) => only === "" || id === only).map((id) => answerOf(form, id));
}

function answerOf(form: FormData, actionId: string): GivenAnswer {
  const names = reviewNames(actionId);
  const said = textOf(form, names.answer);
  return {
    actionId,
    answer: CHECK_IN_ANSWERS.find((answer) => answer === said) ?? null,
    line: textOf(form, names.line),
    seen: momentOf(textOf(form, names.seen)),
    namesConfirmed: form.has(names.names),
  };
}

/** A moment as the page wrote it; null for none, and for what is none. */
function momentOf(text: string): Date | null {
  const moment = new Date(text);
  return text === "" || Number.isNaN(moment.getTime()) ? null : moment;
}
