import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { viewRemovalOrDone } from "~/services/personal-data/remove-view.server";
import type { RemovalPlace, RemovalView, RemovedView } from "~/services/personal-data/remove-views";
import { loadVisit } from "./load-visit.server";
import { visitHeading, type VisitHeadingView } from "./visit-heading";

/** A visit as the place where words are removed. */
export const visitToClean = (visitId: string): RemovalPlace => ({
  urn: "",
  visitId,
  responseId: null,
  answerKey: null,
  actionId: null,
});

/**
 * The page that takes words out of a visit, or what a removal there did; those who may not are told who does. Throws
 * `not-found` outside the person's scope.
 */
export async function viewVisitRemoval(
  app: App,
  actor: Actor,
  { visitId, removalId }: { visitId: string; removalId: string | null },
): Promise<{ view: RemovalView; removed: RemovedView | null; heading: VisitHeadingView }> {
  const loaded = await loadVisit(app, actor, { visitId });
  const shown = await viewRemovalOrDone(app, actor, { ...visitToClean(visitId), removalId });
  return { ...shown, heading: visitHeading(actor, loaded) };
}
