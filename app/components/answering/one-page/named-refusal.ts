import type { FieldView } from "~/services/answering/views";
import type { ReturnedAnswer } from "../open-answers";
import type { Refusal } from "../save-reply";

type Named = Pick<FieldView, "label" | "kind">;

/** A refusal with the name of its field: "Enter the date the policy was approved, like 4 9 2026". */
export function namedRefusal({ label, kind }: Named, refusal: Refusal): Refusal {
  const isDay = refusal.code === "wrong-value" && kind === "date" && label.startsWith("Date ");
  if (isDay) {
    const say = `Enter the ${lowerFirst(label)}, like 4 9 2026`;
    return { ...refusal, summary: say, field: say };
  }
  return { ...refusal, summary: `${label}: ${lowerFirst(refusal.summary)}` };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The answers a form gave back, those of fields with the field's name in their messages. */
export function namedReturns(
  returned: readonly ReturnedAnswer[],
  fields: readonly FieldView[],
): ReturnedAnswer[] {
  return returned.map((answer) => {
    const field = fields.find(({ answerKey }) => answerKey === answer.key);
    if (field === undefined || answer.refusal === null) return answer;
    return { ...answer, refusal: namedRefusal(field, answer.refusal) };
  });
}
