import type { Actor } from "~/domain/policy/actor";
import {
  checkViews,
  namesInViews,
  needsReason,
  type View,
  type ViewProblem,
} from "~/domain/visit/combine";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { giveVisitViews, keepVisitView, listVisitViews } from "~db/queries/visit-views";
import { findVisit, listVisitFocus } from "~db/queries/visits";
import { loadVisit } from "./load-visit.server";
import { NO_VIEW } from "./views-page.server";

export type SaveViewsInput = {
  visitId: string;
  /** By focus key; what is missing is "not looked at". */
  views: ReadonlyMap<string, View>;
  /** The writer has said that no reason names a child. */
  namesConfirmed?: boolean;
  /** Fixes them, and shows them to the other reviewer. */
  give: boolean;
};

/**
 * Keeps a reviewer's own views. Those without a problem are kept though another has one; all are given or none.
 * Throws `forbidden` where this person gives none, `conflict` once they are given.
 */
export async function saveViews(
  app: App,
  actor: Actor,
  { visitId, views, give, namesConfirmed = false }: SaveViewsInput,
): Promise<Result<{ given: boolean }, ViewProblem[]>> {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.give-view" });
  const reviewerId = actor.userId;
  if (loaded.facts.viewsGivenBy.includes(reviewerId)) throw new AppError("conflict");
  const keys = (await listVisitFocus(app.db.read, { visitId })).map(({ key }) => key);
  const typed = new Map(keys.map((key) => [key, plainView(views.get(key) ?? NO_VIEW)]));
  const before = await standingReasons(app, { visitId, reviewerId });
  const wrongs = checkViews(typed);
  const problems = [
    ...wrongs,
    ...namesInViews(withoutKeys(typed, wrongs), { before, namesConfirmed }),
  ];
  const wrong = new Set(problems.map(({ key }) => key));
  const isGiven = give && problems.length === 0;
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    const now = await findVisit(tx, { visitId });
    if (now?.state !== loaded.row.state) throw new AppError("conflict");
    for (const [key, view] of typed) {
      if (wrong.has(key)) continue;
      const kept = await keepVisitView(tx, { visitId, reviewerId, key, ...view });
      if (!kept) throw new AppError("conflict");
    }
    if (isGiven) await giveVisitViews(tx, { visitId, reviewerId, at });
  });
  return problems.length > 0 ? refused(problems) : ok({ given: isGiven });
}

async function standingReasons(app: App, mine: { visitId: string; reviewerId: string }) {
  const rows = await listVisitViews(app.db.read, mine);
  return new Map(
    rows
      .filter(({ reviewerId }) => reviewerId === mine.reviewerId)
      .map(({ key, reason }) => [key, reason]),
  );
}

const withoutKeys = (views: ReadonlyMap<string, View>, wrong: readonly { key: string }[]) =>
  new Map([...views].filter(([key]) => !wrong.some((one) => one.key === key)));

/** A reason nobody is asked for is not kept: it could not be seen on the page. */
export const plainView = ({ view, reason }: View): View => ({
  view,
  reason: needsReason(view) ? reason.trim() : "",
});
