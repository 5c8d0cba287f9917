import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Denial } from "~/domain/policy/verdict";
import { whoSeesVisit } from "~/domain/policy/who-sees-visit";
import { commonView, type View } from "~/domain/visit/combine";
import type { ModeratedView, NoteKind } from "~/domain/visit/states";
import type { App } from "~/platform/app.server";
import { inRole, schoolPeople } from "~/services/answering/school-people.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { findOrganisation } from "~db/queries/organisations";
import { listNotes } from "~db/queries/visit-notes";
import { namesOfVisit } from "~db/queries/visit-own";
import { listVisitPeople } from "~db/queries/visit-people";
import { listFindings } from "~db/queries/visit-record-rows";
import { listPoints, listVisitViews } from "~db/queries/visit-views";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { recordGround, type FocusLevel } from "./record-ground.server";
import { viewBy } from "./views-page.server";
import { visitHeading, type VisitHeadingView } from "./visit-heading";

export type CombineRowView = FocusLevel & {
  /** In the order of `reviewers`. */
  views: (View | null)[];
  /** As saved; the view is empty until somebody saves one. */
  agreed: { view: ModeratedView | ""; reason: string };
  /** What the select starts from, where nothing is saved. */
  common: ModeratedView | "";
};

export type PointView = { id: string; kind: NoteKind; key: string; text: string };
export type PickableNote = PointView & { by: string };

export type CombineView = {
  heading: VisitHeadingView;
  visitId: string;
  reviewers: { name: string; isYou: boolean; given: boolean }[];
  /** Why the views are not shown; null: they are. */
  hidden: Denial | null;
  rows: CombineRowView[];
  focus: { key: string; title: string }[];
  points: PointView[];
  notes: PickableNote[];
  hosts: string[];
  /** Combining is still to be done; afterwards the page is for reading. */
  open: boolean;
  /** The day has come, so the record may be drafted. */
  dayHasCome: boolean;
  hasRecord: boolean;
  whoCanSee: string[];
};

/** Both reviewers' views side by side, and the points to say. Throws `not-found` or `forbidden`. */
export async function viewCombine(
  app: App,
  actor: Actor,
  { visitId }: { visitId: string },
): Promise<CombineView> {
  const loaded = await loadVisit(app, actor, { visitId });
  const { row, facts, today } = loaded;
  const verdict = can(actor, "visit.combine", facts);
  if (!verdict.allowed && verdict.reason !== "not-at-this-step") stopUnless(verdict);
  const sees = can(actor, "visit.see-views", facts);
  const { focus } = await recordGround(app, loaded);
  const people = await listVisitPeople(app.db.read, { visitId });
  const points = await listPoints(app.db.read, { visitId });
  const organisation = await findOrganisation(app.db.read, row.organisationId);
  const names = { schoolName: row.schoolName, organisation: organisation?.name ?? "" };
  return {
    heading: visitHeading(actor, loaded),
    visitId,
    reviewers: people.map(({ name, userId }) => ({
      name,
      isYou: userId === actor.userId,
      given: facts.viewsGivenBy.includes(userId),
    })),
    hidden: sees.allowed ? null : sees.reason,
    rows: sees.allowed ? await combineRows(app, { visitId, focus, people }) : [],
    focus: focus.map(({ key, title }) => ({ key, title })),
    points: points.map(({ id, kind, key, text }) => ({ id, kind, key, text })),
    notes: await pickableNotes(app, loaded),
    hosts: await hostNames(app, loaded),
    open: verdict.allowed,
    dayHasCome: row.visitOn !== null && row.visitOn <= today,
    hasRecord: facts.state !== "planned" && facts.state !== "visited" && !verdict.allowed,
    whoCanSee: whoSeesVisit("visit-notes", names),
  };
}

type Combined = {
  visitId: string;
  focus: readonly FocusLevel[];
  people: readonly { userId: string }[];
};

async function combineRows(
  app: App,
  { visitId, focus, people }: Combined,
): Promise<CombineRowView[]> {
  const views = await listVisitViews(app.db.read, { visitId });
  const findings = await listFindings(app.db.read, { visitId });
  return focus.map((one) => {
    const both = people.map(({ userId }) => viewBy(views, { userId, key: one.key }));
    const [first, second] = both.map((view) => view?.view ?? ("not-looked-at" as const));
    const finding = findings.find(({ key }) => key === one.key);
    const common = first !== undefined && second !== undefined ? commonView(first, second) : null;
    return {
      ...one,
      views: both,
      agreed: { view: finding?.view ?? "", reason: finding?.reason ?? "" },
      common: common ?? "",
    };
  });
}

/** Filed notes that are not among the points word for word. */
async function pickableNotes(app: App, { row }: LoadedVisit): Promise<PickableNote[]> {
  const visitId = row.id;
  const names = await namesOfVisit(app.db.read, { visitId });
  const notes = await listNotes(app.db.read, { visitId });
  const taken = new Set((await listPoints(app.db.read, { visitId })).map(({ text }) => text));
  return notes.flatMap(({ id, kind, text, filedTo, removedAt, authorId }) => {
    const away = removedAt !== null || filedTo === null || filedTo === "not-for-record";
    if (away || taken.has(text.trim())) return [];
    return [{ id, kind, text, key: filedTo, by: names.get(authorId) ?? "" }];
  });
}

/** Heads of the school first, then its coordinators. */
async function hostNames(app: App, { facts }: LoadedVisit): Promise<string[]> {
  const people = await schoolPeople(app, facts);
  return [...inRole(people, "head"), ...inRole(people, "coordinator")].map(({ name }) => name);
}
