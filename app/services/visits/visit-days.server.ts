import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { closedSpells, type ClosedSpell } from "~/domain/visit/closed-spells";
import {
  problemOf,
  readOffers,
  type SchoolDays,
  type TypedOffers,
} from "~/domain/visit/day-offers";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { schoolCalendar } from "~/services/answering/school-calendar.server";
import { insertAudit } from "~db/queries/audit";
import { findSchool } from "~db/queries/schools";
import { clearVisitDates, listVisitDates, replaceVisitDates } from "~db/queries/visit-dates";
import { findVisit } from "~db/queries/visits";
import type { Writer } from "~db/types";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { mailVisit, visitReaders, type VisitReaders } from "./mail-visit.server";
import { makeVisitMove } from "./move-visit.server";
import type { VisitOutcome } from "./views";
import { visitCalendar } from "./visit-calendar.server";

type Where = { visitId: string };

/** Half a year ahead is where days are put forward. */
const SHOWN_DAYS = 180;

/** The schools whose holidays count, and the last day both reviewers are accredited. */
async function dayFacts(app: App, { row, calendar, today }: LoadedVisit, readers: VisitReaders) {
  const schools: SchoolDays[] = [{ name: row.schoolName, calendar }];
  for (const { homeSchoolId, homeSchoolName } of readers.reviewers) {
    if (homeSchoolId === null) continue;
    schools.push({ name: homeSchoolName, calendar: await schoolCalendar(app, homeSchoolId) });
  }
  const until = readers.reviewers.map(({ accreditedUntil }) => accreditedUntil).sort();
  return { today, schools, accreditedUntil: until[0] ?? null };
}

/** Closed days of each school, for whoever puts days forward; the same list is told once. */
export async function closedDays(app: App, loaded: LoadedVisit) {
  const readers = await visitReaders(app, loaded.row);
  const { schools, today } = await dayFacts(app, loaded, readers);
  const known = new Map<string, { names: string[]; spells: ClosedSpell[] }>();
  for (const { name, calendar } of schools) {
    const spells = closedSpells(calendar, today, SHOWN_DAYS);
    const key = JSON.stringify(spells);
    known.set(key, { names: [...(known.get(key)?.names ?? []), name], spells });
  }
  return [...known.values()];
}

/**
 * Puts days forward for a visit in place of those this side put forward before; the other side takes one. Throws
 * `forbidden` for whoever takes no part, `conflict` where the day is agreed by now.
 */
export async function proposeDays(
  app: App,
  actor: Actor,
  { visitId, typed }: Where & { typed: TypedOffers },
): Promise<VisitOutcome> {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.agree-day" });
  const { row } = loaded;
  const readers = await visitReaders(app, row);
  const read = readOffers(typed, await dayFacts(app, loaded, readers));
  if (!read.ok) return { kind: "problems", problems: read.problem };
  const { days, startsAt, endsAt } = read.value;
  const side = sideOf(actor, readers);
  const taken = await listVisitDates(app.db.read, { visitId });
  const theirs = taken.filter((one) => !side.own.includes(one.proposedBy)).map(({ day }) => day);
  const fresh = days.filter((day) => !theirs.includes(day));
  if (fresh.length === 0) return { kind: "problems", problems: [TAKE_THEIRS] };
  const at = app.clock.now();
  const auditId = app.newId();
  const by = { proposedBy: actor.userId, proposedAt: at };
  await app.db.transact(async (tx) => {
    await stopUnlessOpen(tx, visitId);
    const rows = fresh.map((day) => ({ visitId, day, startsAt, endsAt, ...by }));
    await replaceVisitDates(tx, { visitId, of: side.own }, rows);
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "visit.daysProposed",
      schoolId: row.schoolId,
      organisationId: row.organisationId,
      subjectKind: "visit",
      subjectId: visitId,
      data: { days: fresh },
    });
    await mailVisit(tx, app, { row, what: "day-proposed", to: side.others, who: actor.name });
  });
  app.wakeWorker();
  return { kind: "done", done: "days-proposed" };
}

const TAKE_THEIRS = {
  field: "day-1",
  message: "The other side has put these days forward: take one of them above",
};

/** Days are put forward until one is agreed, and again where an agreed day is to move. */
async function stopUnlessOpen(tx: Writer, visitId: string): Promise<void> {
  const now = await findVisit(tx, { visitId });
  if (now?.state !== "accepted" && now?.state !== "dated") throw new AppError("conflict");
}

/** Who stands on the actor's side: the school's people, or the two reviewers. */
function sideOf({ userId }: Actor, { hosts, reviewers }: VisitReaders) {
  const isReviewer = reviewers.some((one) => one.userId === userId);
  const own = isReviewer ? reviewers : hosts;
  return {
    own: [...new Set([userId, ...own.map((one) => one.userId)])],
    others: isReviewer ? hosts : reviewers,
  };
}

/** Takes a day the other side put forward. Every calendar gets it, at the hours that stand with it. */
export async function agreeDay(
  app: App,
  actor: Actor,
  { visitId, day }: Where & { day: string },
): Promise<VisitOutcome> {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.agree-day" });
  const { row } = loaded;
  const readers = await visitReaders(app, row);
  const side = sideOf(actor, readers);
  const offers = await listVisitDates(app.db.read, { visitId });
  const offer = offers.find((one) => one.day === day && !side.own.includes(one.proposedBy));
  if (offer === undefined) throw new AppError("conflict");
  const problem = problemOf(day, await dayFacts(app, loaded, readers));
  if (problem !== null) return { kind: "problems", problems: [{ field: "day", message: problem }] };
  const { startsAt, endsAt } = offer;
  const agreed = { visitOn: day, startsAt, endsAt };
  const calendarSequence = row.calendarSequence + 1;
  const calendar = await calendarOf(app, { ...row, ...agreed, calendarSequence }, "REQUEST");
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    const context = { visitOn: day };
    const also = { ...agreed, calendarSequence };
    const data = { day };
    await makeVisitMove(tx, {
      actor,
      loaded,
      event: "agreeDate",
      at,
      auditId,
      context,
      also,
      data,
    });
    await clearVisitDates(tx, { visitId });
    const to = [...readers.hosts, ...readers.reviewers];
    await mailVisit(tx, app, { row, what: "day-agreed", to, day: agreed, calendar });
  });
  app.wakeWorker();
  return { kind: "done", done: "day-agreed" };
}

type Dated = Pick<
  LoadedVisit["row"],
  "id" | "schoolId" | "schoolName" | "visitOn" | "startsAt" | "endsAt" | "calendarSequence"
>;

/** The calendar file of the day a row names; null where it names none. */
export async function calendarOf(app: App, row: Dated, method: "REQUEST" | "CANCEL") {
  const { id, schoolName, visitOn, startsAt, endsAt, calendarSequence: sequence } = row;
  if (visitOn === null || startsAt === null || endsAt === null) return null;
  const school = await findSchool(app.db.read, row.schoolId);
  const location = [school?.name, school?.street, school?.town, school?.postcode]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");
  const visit = { id, schoolName, location, visitOn, startsAt, endsAt, sequence };
  return visitCalendar(app, visit, method);
}

/** The calendar file of a visit for whoever knows of it. Throws `not-found` while no day is agreed. */
export async function visitDayFile(app: App, actor: Actor, { visitId }: Where): Promise<string> {
  const { row, facts } = await loadVisit(app, actor, { visitId });
  const file = can(actor, "visit.view", facts).allowed
    ? await calendarOf(app, row, "REQUEST")
    : null;
  if (file === null) throw new AppError("not-found");
  return file.text;
}
