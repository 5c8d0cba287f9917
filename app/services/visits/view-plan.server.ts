import { can } from "~/domain/policy/can";
import type { Actor } from "~/domain/policy/actor";
import { whoSeesVisit } from "~/domain/policy/who-sees-visit";
import type { Definition } from "~/domain/questionnaire/definition";
import type { DayLine } from "~/domain/visit/day-lines";
import { ownershipSentence } from "~/domain/visit/ownership-words";
import { TEMPLATE_DAY, type TypedLine } from "~/domain/visit/template-day";
import type { PlanFields } from "~/domain/visit/plan-fields";
import type { VisitState } from "~/domain/visit/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import { findOrganisation } from "~db/queries/organisations";
import { listActivities } from "~db/queries/visit-notes";
import { listVisitFocus, type VisitRow } from "~db/queries/visits";
import { titleOf } from "./focus-labels.server";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { isFocusLate } from "./view-visit.server";
import type { FocusView } from "./views";
import { visitHeading, type VisitHeadingView } from "./visit-heading";

/** What the visit looks at and how the day goes, to read or to change. */
export type PlanView = {
  heading: VisitHeadingView;
  id: string;
  state: VisitState;
  version: number;
  schoolName: string;
  visitOn: string | null;
  focusBy: string | null;
  focusAgreed: boolean;
  focusLate: boolean;
  focus: FocusView[];
  fields: PlanFields;
  /** To choose from. */
  sections: { key: string; title: string; statements: { key: string; short: string }[] }[];
  lines: DayLine[];
  /** Lines to begin the form with: those that stand, or the template. */
  formLines: TypedLine[];
  mayPlan: boolean;
  mayEditDay: boolean;
  ownership: string;
  whoCanSee: string[];
};

/** The plan of a visit for whoever knows of it. Throws `not-found`. */
export async function viewPlan(
  app: App,
  actor: Actor,
  { visitId }: { visitId: string },
): Promise<PlanView> {
  const loaded = await loadVisit(app, actor, { visitId });
  const { row, facts, clocks } = loaded;
  const definition = await definitionOf(app, row);
  const organisation = await findOrganisation(app.db.read, row.organisationId);
  if (organisation === undefined) throw new AppError("not-found");
  const { fields, lines, focus } = await standingPlan(app, loaded);
  const names = { schoolName: row.schoolName, organisation: organisation.name };
  return {
    heading: visitHeading(actor, loaded),
    id: row.id,
    state: row.state,
    version: row.version,
    schoolName: row.schoolName,
    visitOn: row.visitOn,
    focusBy: clocks?.focusBy ?? null,
    focusAgreed: row.focusAgreedAt !== null,
    focusLate: isFocusLate(loaded),
    focus: focus.map(({ key, kind }) => ({ key, kind, title: titleOf(definition, key) })),
    fields,
    sections: definition.sections.map(({ key, title, items }) => ({
      key,
      title,
      statements: items.map((item) => ({ key: item.key, short: item.short })),
    })),
    lines,
    formLines: lines.length > 0 ? lines : [...TEMPLATE_DAY],
    mayPlan: PLANNED_AT.includes(row.state) && can(actor, "visit.plan", facts).allowed,
    mayEditDay: DAY_CHANGED_AT.includes(row.state) && can(actor, "visit.edit-day", facts).allowed,
    ownership: ownershipSentence(row.ownershipRule, organisation.name),
    whoCanSee: whoSeesVisit("visit", names),
  };
}

/** When the host's choice can be written; agreed, it is opened again first. */
export const PLANNED_AT: readonly VisitState[] = ["accepted", "dated", "planned"];
export const DAY_CHANGED_AT: readonly VisitState[] = ["accepted", "dated", "planned"];

export function definitionOf(
  app: App,
  { versionId, definitionSha256: sha256 }: VisitRow,
): Promise<Definition> {
  return publishedDefinition(app, { versionId, sha256 });
}

/** What is written so far. */
export async function standingPlan(app: App, { row }: LoadedVisit) {
  const focus = await listVisitFocus(app.db.read, { visitId: row.id });
  const lines = await listActivities(app.db.read, { visitId: row.id });
  const keysOf = (wanted: FocusView["kind"]) =>
    focus.filter(({ kind }) => kind === wanted).map(({ key }) => key);
  const { focusReason, context, practicalNotes } = row;
  const fields: PlanFields = {
    sections: keysOf("section"),
    statements: keysOf("statement"),
    focusReason,
    context,
    practicalNotes,
  };
  return { focus, fields, lines: lines.map(lineOf) };
}

type Activity = Awaited<ReturnType<typeof listActivities>>[number];

export const lineOf = (activity: Activity): DayLine => ({
  id: activity.id,
  version: activity.version,
  kind: activity.kind,
  title: activity.title,
  withWhom: activity.withWhom,
  place: activity.place,
  startsAt: activity.startsAt,
  endsAt: activity.endsAt,
});
