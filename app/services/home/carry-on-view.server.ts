import type { Actor } from "~/domain/policy/actor";
import { findItem } from "~/domain/questionnaire/definition-lookup";
import { itemState } from "~/domain/questionnaire/progress";
import type { SelfReview } from "~/domain/questionnaire/self-review";
import { carryOnWith } from "~/domain/response/home";
import { nextDeadline } from "~/domain/round/deadlines";
import type { App } from "~/platform/app.server";
import { answersElsewhere } from "../answering/answers-elsewhere.server";
import { leftView } from "../answering/left-view";
import { layoutOf } from "../answering/response-header";
import type { OnHome } from "./home-responses.server";
import type { CarryOnView } from "./views";

/** The one panel that says what is next; null when there is nothing to answer. */
export async function carryOnView(
  app: App,
  actor: Actor,
  responses: readonly OnHome[],
): Promise<CarryOnView | null> {
  const one = carryOnWith(responses);
  if (one === null) return null;
  const { review, loaded } = one;
  const left = leftView(review);
  return {
    responseId: one.id,
    title: one.title,
    state: one.state,
    layout: layoutOf(loaded.definition),
    confirmed: loaded.row.phases !== null,
    left,
    next: left.next,
    lastTimeBeside: await hasLastTime(app, actor, one),
    strip: stripOf(review),
    deadline: nextDeadline(one.deadlines),
  };
}

async function hasLastTime(app: App, actor: Actor, { left, loaded }: OnHome): Promise<boolean> {
  const found = left.next === null ? null : findItem(loaded.definition, left.next.key);
  if (found === null) return false;
  const { item } = found;
  const elsewhere = await answersElsewhere(app, actor, { loaded, items: [], keys: [item.key] });
  const last = elsewhere.lastTime(item.key);
  return last !== null && last.commentary + last.whereSeen !== "";
}

/** One box for each statement, grouped by section: how complete, never which level. */
function stripOf(review: SelfReview): CarryOnView["strip"] {
  return review.sections.map(({ section, items }) => ({
    section: section.key,
    items: items.map((item) => ({ key: item.key, state: itemState(review, section, item) })),
  }));
}
