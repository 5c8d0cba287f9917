import { londonDate } from "~/domain/calendar/format";
import type { Calendar } from "~/domain/calendar/calendar";
import type { VisitAction } from "~/domain/policy/actions";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { VisitFacts } from "~/domain/policy/facts";
import { clocksOf, type VisitClocks } from "~/domain/visit/clocks";
import type { ReviewerPart } from "~/domain/visit/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { schoolCalendar } from "~/services/answering/school-calendar.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { listRoundShares } from "~db/queries/rounds";
import {
  findVisit,
  findVisitRecord,
  listViewsGivenBy,
  listVisitReviewers,
  type VisitRow,
} from "~db/queries/visits";

/** Somebody who is asked to make the visit or has accepted. */
export type Assigned = {
  rowId: string;
  userId: string;
  part: ReviewerPart;
  standing: "asked" | "accepted";
  askedAt: Date;
};

/** A visit a person may open, with what every service of this folder starts from. */
export type LoadedVisit = {
  row: VisitRow;
  reviewers: readonly Assigned[];
  facts: VisitFacts;
  calendar: Calendar;
  /** Null until a day is agreed. */
  clocks: VisitClocks | null;
  /** YYYY-MM-DD in London. */
  today: string;
};

/**
 * Loads a visit and checks that the person may do `action` with it (knowing of it, unless said otherwise).
 * Throws `not-found` outside the person's scope and `forbidden` with the reason inside it.
 */
export async function loadVisit(
  app: App,
  actor: Actor,
  { visitId, action = "visit.view" }: { visitId: string; action?: VisitAction },
): Promise<LoadedVisit> {
  const row = await findVisit(app.db.read, { visitId });
  if (row === undefined) throw new AppError("not-found");
  const loaded = await factsOfVisit(app, row);
  stopUnless(can(actor, action, loaded.facts));
  return loaded;
}

/** A visit with the policy's facts, before anybody was asked whether they may see it. */
export async function factsOfVisit(app: App, row: VisitRow): Promise<LoadedVisit> {
  const today = londonDate(app.clock.now());
  const calendar = await schoolCalendar(app, row.schoolId);
  const reviewers = await assignedTo(app, row.id);
  const clocks = row.visitOn === null ? null : clocksOf(calendar, row.visitOn);
  const record = await findVisitRecord(app.db.read, { visitId: row.id });
  const facts: VisitFacts = {
    today,
    schoolId: row.schoolId,
    questionnaireKey: row.questionnaireKey,
    round: {
      organisationId: row.organisationId,
      sharedWith: await listRoundShares(app.db.read, { roundId: row.roundId }),
      open: row.roundClosedAt === null,
    },
    state: row.state,
    reviewers,
    copyOpensOn: clocks?.copyOpensOn ?? null,
    ownershipRule: row.ownershipRule,
    viewsFirst: row.viewsFirst,
    viewsGivenBy: await listViewsGivenBy(app.db.read, { visitId: row.id }),
    sharedWithGovernors: (record?.sharedWithGovernorsAt ?? null) !== null,
  };
  return { row, reviewers, facts, calendar, clocks, today };
}

async function assignedTo(app: App, visitId: string): Promise<Assigned[]> {
  const rows = await listVisitReviewers(app.db.read, { visitIds: [visitId] });
  return rows.flatMap(({ id, userId, part, standing, askedAt }) =>
    standing === "asked" || standing === "accepted"
      ? [{ rowId: id, userId, part, standing, askedAt }]
      : [],
  );
}
