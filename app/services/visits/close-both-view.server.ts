import type { Actor } from "~/domain/policy/actor";
import { whoSeesRecord } from "~/domain/policy/who-sees-visit";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findOrganisation } from "~db/queries/organisations";
import { findRecord } from "~db/queries/visit-record-rows";
import { sideOf, type Side } from "./close-both-views.server";
import { loadVisit } from "./load-visit.server";
import { visitHeading, type VisitHeadingView } from "./visit-heading";

export type BothViewsView = {
  heading: VisitHeadingView;
  visitId: string;
  schoolName: string;
  side: Side;
  view: string;
  otherView: string;
  thirdPerson: string;
  whoCanSee: string[];
};

/** Where each side writes its own view. Throws `forbidden`, or `conflict` at another step. */
export async function viewBothViews(
  app: App,
  actor: Actor,
  { visitId }: { visitId: string },
): Promise<BothViewsView> {
  const action = "visit.close-with-both-views";
  const loaded = await loadVisit(app, actor, { visitId, action });
  const { row } = loaded;
  if (row.state !== "with-school" && row.state !== "agreed") throw new AppError("closed");
  const record = await findRecord(app.db.read, { visitId });
  const organisation = await findOrganisation(app.db.read, row.organisationId);
  const side = sideOf(actor, loaded);
  const other = side === "schoolView" ? "reviewersView" : "schoolView";
  return {
    heading: visitHeading(actor, loaded),
    visitId,
    schoolName: row.schoolName,
    side,
    view: record?.[side] ?? "",
    otherView: record?.[other] ?? "",
    thirdPerson: record?.thirdPerson ?? "",
    whoCanSee: whoSeesRecord(loaded.facts, {
      schoolName: row.schoolName,
      organisation: organisation?.name ?? "",
    }),
  };
}
