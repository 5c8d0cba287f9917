import type { ItemLack } from "~/domain/questionnaire/progress";
import type { SelfReview } from "~/domain/questionnaire/self-review";
import { whatIsLeft, type StatementLeft } from "~/domain/questionnaire/what-is-left";
import type { LeftView, StatementRef } from "./views";

/** What is left, each statement in the list of the first thing it lacks. */
export function leftView(review: SelfReview): LeftView {
  const left = whatIsLeft(review);
  const lacking = (...lacks: ItemLack[]) => left.statements.filter(isFirst(lacks)).map(refOf);
  return {
    total: left.statements.length,
    minutes: left.minutes,
    ready: left.ready,
    withoutLevel: lacking("level"),
    withoutDuty: lacking("duty"),
    needWords: lacking("commentary", "dutyNote"),
    toConfirm: lacking("to-confirm"),
    sectionsToSumUp: left.sections.map(({ key, title }) => ({ key, title })),
    fields: left.fields,
    next: left.next === null ? null : refOf(left.next),
  };
}

const isFirst = (lacks: readonly ItemLack[]) => (statement: StatementLeft) =>
  lacks.some((lack) => statement.lacks[0] === lack);

function refOf({ key, short, section }: StatementLeft): StatementRef {
  return { key, short, section };
}
