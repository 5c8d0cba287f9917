import { londonMoment } from "~/domain/calendar/london-time";
import { isWorkingDay } from "~/domain/calendar/working-days";
import type { Party } from "~/domain/visit/next-steps";
import { VISIT_STATES, type VisitState } from "~/domain/visit/states";
import { tellingsOf, type Telling } from "~/domain/visit/tellings";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { grantsInForce } from "~db/queries/people";
import { changeStanding, findFollowUp, type VisitPerson } from "~db/queries/visit-people";
import { noteTold } from "~db/queries/visit-tellings";
import { findVisit, listVisitsAt, type VisitRow } from "~db/queries/visits";
import { factsOfVisit, type LoadedVisit } from "./load-visit.server";
import {
  mailVisit,
  visitReaders,
  type VisitReaders,
  type VisitRecipient,
} from "./mail-visit.server";
import { makeVisitMove } from "./move-visit.server";
import { tryAgain } from "./try-again.server";
import { calendarOf } from "./visit-days.server";
import { visitStanding } from "./visit-standing.server";

/** Clock mails are read at eight. Minutes since midnight in London. */
const TOLD_AT = 8 * 60;

const BEFORE_THE_DAY: readonly VisitState[] = ["proposed", "accepted", "dated", "planned"];

/**
 * The daily job of visits: frees the places of reviewers whose accreditation does not reach the day, then tells each
 * party once what opens, what is due and what is late. One visit that goes wrong does not hold up the others.
 */
export async function keepVisits(app: App): Promise<void> {
  const open = VISIT_STATES.filter((state) => state !== "cancelled");
  for (const row of await listVisitsAt(app.db.read, { states: open })) {
    try {
      await keepVisit(app, row);
    } catch (error) {
      app.log.error({ visitId: row.id, err: error }, "the clocks of a visit failed");
    }
  }
}

async function keepVisit(app: App, row: VisitRow): Promise<void> {
  const loaded = await factsOfVisit(app, row);
  if (BEFORE_THE_DAY.includes(row.state) && (await freePlaces(app, loaded))) return;
  if (isWorkingDay(loaded.calendar, loaded.today)) await tell(app, loaded);
}

/** Frees the places of those no longer accredited; true when there were any. */
async function freePlaces(app: App, loaded: LoadedVisit): Promise<boolean> {
  const { reviewers } = await visitReaders(app, loaded.row);
  const lapsed: string[] = [];
  for (const person of reviewers) {
    if (await hasLapsed(app, { person, loaded })) lapsed.push(person.rowId);
  }
  for (const rowId of lapsed) await tryAgain(() => freePlace(app, loaded.row, rowId));
  if (lapsed.length > 0) app.wakeWorker();
  return lapsed.length > 0;
}

type Lapsing = { person: VisitPerson; loaded: LoadedVisit };

async function hasLapsed(app: App, { person, loaded }: Lapsing): Promise<boolean> {
  const { row, today } = loaded;
  const day = row.visitOn !== null && row.visitOn > today ? row.visitOn : today;
  if (person.accreditedUntil < day) return true;
  const grants = await grantsInForce(app.db.read, person.userId, today);
  return !grants.some(
    ({ role, organisationId }) => role === "reviewer" && organisationId === row.organisationId,
  );
}

/** The visit goes back to proposed with the day as it stands; managers find another reviewer. */
async function freePlace(app: App, { id }: VisitRow, rowId: string): Promise<void> {
  const row = await findVisit(app.db.read, { visitId: id });
  if (row === undefined || !BEFORE_THE_DAY.includes(row.state)) return;
  const loaded = await factsOfVisit(app, row);
  const readers = await visitReaders(app, row);
  const person = readers.reviewers.find((one) => one.rowId === rowId);
  if (person === undefined) return;
  const at = app.clock.now();
  const auditId = app.newId();
  const calendar = await calendarOf(app, row, "CANCEL");
  await app.db.transact(async (tx) => {
    const change = { rowId, from: person.standing, to: "replaced", at } as const;
    if (!(await changeStanding(tx, change))) throw new AppError("conflict");
    await makeVisitMove(tx, {
      actor: null,
      loaded,
      event: "replaceReviewer",
      auditAs: "visit.lapsed",
      at,
      auditId,
      data: { part: person.part, userId: person.userId },
    });
    const { managers, managerPath: path, hosts, reviewers } = readers;
    const notBefore = londonMoment(loaded.today, TOLD_AT);
    const who = person.name;
    await mailVisit(tx, app, { row, what: "lapsed", to: managers, path, who, notBefore });
    const others = [...hosts, ...reviewers.filter((one) => one.rowId !== rowId)];
    await mailVisit(tx, app, { row, what: "replaced", to: others, who, notBefore });
    // The day leaves the calendar of whoever no longer makes the visit.
    const freed = { to: [person], path: "/visits", who, notBefore, calendar };
    await mailVisit(tx, app, { row, what: "replaced", ...freed });
  });
}

async function tell(app: App, loaded: LoadedVisit): Promise<void> {
  const { row, calendar, today } = loaded;
  const { steps } = await visitStanding(app, loaded);
  const followUp = await findFollowUp(app.db.read, { visitId: row.id });
  const followedUp = (followUp?.givenAt ?? null) !== null;
  const standing = { state: row.state, visitOn: row.visitOn, steps, followedUp };
  const tellings = tellingsOf(standing, { calendar, today });
  if (tellings.length === 0) return;
  const readers = await visitReaders(app, row);
  for (const telling of tellings) await tellOnce(app, { row, readers, telling, today });
}

type Told = { row: VisitRow; readers: VisitReaders; telling: Telling; today: string };

async function tellOnce(app: App, { row, readers, telling, today }: Told): Promise<void> {
  const { what, about, by, page } = telling;
  const toldAt = app.clock.now();
  await app.db.transact(async (tx) => {
    if (!(await noteTold(tx, { visitId: row.id, what, about, toldAt }))) return;
    const to = recipientsOf(telling.to, readers);
    const path = `/visits/${row.id}${page}`;
    const notBefore = londonMoment(today, TOLD_AT);
    await mailVisit(tx, app, { row, what, to, by, path, notBefore });
  });
}

function recipientsOf(to: Party, { hosts, reviewers }: VisitReaders): VisitRecipient[] {
  if (to === "host") return hosts;
  return to === "both-reviewers" ? reviewers : reviewers.filter(({ part }) => part === to);
}
