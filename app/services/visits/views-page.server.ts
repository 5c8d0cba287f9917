import type { Level } from "~/domain/questionnaire/definition";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { whoSeesVisit } from "~/domain/policy/who-sees-visit";
import type { View } from "~/domain/visit/combine";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { findOrganisation } from "~db/queries/organisations";
import { listVisitPeople } from "~db/queries/visit-people";
import { listVisitViews, type VisitViewRow } from "~db/queries/visit-views";
import { loadVisit } from "./load-visit.server";
import { recordGround } from "./record-ground.server";
import { visitHeading, type VisitHeadingView } from "./visit-heading";

/** One focus section or statement with the reader's view, and the other's where it may be seen. */
export type ViewRowView = {
  key: string;
  title: string;
  level: Level | null;
  mine: View;
  other: View | null;
};

export type ViewsView = {
  heading: VisitHeadingView;
  visitId: string;
  rows: ViewRowView[];
  /** The reader's are given and do not change any more. */
  given: boolean;
  /** Views may still be given at this step. */
  open: boolean;
  /** The other reviewer; null while there is none. */
  other: { name: string; given: boolean } | null;
  seesOther: boolean;
  viewsFirst: boolean;
  whoCanSee: string[];
};

export const NO_VIEW: View = { view: "not-looked-at", reason: "" };

/** A reviewer's own views, each of the level the school chose. Throws `not-found` or `forbidden`. */
export async function viewViews(
  app: App,
  actor: Actor,
  { visitId }: { visitId: string },
): Promise<ViewsView> {
  const loaded = await loadVisit(app, actor, { visitId });
  const { row, facts } = loaded;
  const verdict = can(actor, "visit.give-view", facts);
  if (!verdict.allowed && verdict.reason !== "not-at-this-step") stopUnless(verdict);
  const { focus } = await recordGround(app, loaded);
  const views = await listVisitViews(app.db.read, { visitId });
  const people = await listVisitPeople(app.db.read, { visitId });
  const organisation = await findOrganisation(app.db.read, row.organisationId);
  const other = people.find(({ userId }) => userId !== actor.userId);
  const seesOther = can(actor, "visit.see-views", facts).allowed;
  const given = (userId: string) => facts.viewsGivenBy.includes(userId);
  return {
    heading: visitHeading(actor, loaded),
    visitId,
    rows: focus.map(({ key, title, level }) => ({
      key,
      title,
      level,
      mine: viewBy(views, { userId: actor.userId, key }) ?? NO_VIEW,
      other: seesOther && other !== undefined ? viewBy(views, { userId: other.userId, key }) : null,
    })),
    given: given(actor.userId),
    open: verdict.allowed,
    other: other === undefined ? null : { name: other.name, given: given(other.userId) },
    seesOther,
    viewsFirst: row.viewsFirst,
    whoCanSee: whoSeesVisit("visit-notes", {
      schoolName: row.schoolName,
      organisation: organisation?.name ?? "",
    }),
  };
}

/** What one reviewer says of one focus key; null where nothing was said. */
export function viewBy(
  views: readonly VisitViewRow[],
  { userId, key }: { userId: string; key: string },
): View | null {
  const found = views.find((one) => one.reviewerId === userId && one.key === key);
  return found === undefined ? null : { view: found.view, reason: found.reason };
}
