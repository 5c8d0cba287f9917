import { termText } from "~/domain/action/term-text";
import { londonDate } from "~/domain/calendar/format";
import { termsToChoose } from "~/domain/calendar/terms-to-choose";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { hasTakenPlace } from "~/domain/reviewer/visits-of-year";
import { storedTerms, termsToStore, wishProblem } from "~/domain/visit/wish";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { schoolCalendar } from "~/services/answering/school-calendar.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { namesAsked } from "~/services/visits/names-asked";
import type { VisitOutcome } from "~/services/visits/views";
import { insertAudit } from "~db/queries/audit";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
import { keepVisitRequest } from "~db/queries/visit-matching";
import {
  deleteVisitRequest,
  listRoundsWithVisits,
  listWishesOfSchool,
} from "~db/queries/visit-wishes";
import { listVisitsToSchools } from "~db/queries/visits";
import type { Reader } from "~db/types";

/** A wish that stands. `roundId` and `roundTitle` null: put down by an officer, for whichever round comes. */
export type StandingWish = {
  organisationId: string;
  organisation: string;
  roundId: string | null;
  roundTitle: string | null;
  askedOn: string;
  terms: string[];
  words: string;
};

export type SchoolWishesView = {
  standing: StandingWish[];
  /** Rounds in which a visit may be asked for, those with one or a wish left out. */
  rounds: { id: string; title: string; organisation: string }[];
  terms: string[];
  /** A headteacher or coordinator asks and takes back; the others read. */
  mayAsk: boolean;
};

/** What a school has asked for, and what it may ask for. Throws `not-found` outside the person's schools. */
export async function viewWishes(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<SchoolWishesView> {
  const { school, today, facts } = await schoolOf(app, actor, urn);
  const calendar = await schoolCalendar(app, school.id);
  const { standing, rounds } = await wishesOf(app.db.read, school.id);
  return {
    standing,
    rounds: rounds.map(({ id, title, organisation }) => ({ id, title, organisation })),
    terms: termsToChoose(calendar, today).map(termText).slice(0, MOST_TERMS),
    mayAsk: can(actor, "school.ask-for-visit", facts).allowed,
  };
}

/** A year ahead. */
const MOST_TERMS = 6;

async function schoolOf(app: App, actor: Actor, urn: string) {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const coveredBy = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  const today = londonDate(app.clock.now());
  const facts = { today, schoolId: school.id, coveredBy };
  stopUnless(can(actor, "school.view", facts));
  return { school, today, facts };
}

/** A wish is over once the school has been visited; a round with a visit has no need of one. */
async function wishesOf(read: Reader, schoolId: string) {
  const visits = await listVisitsToSchools(read, { schoolIds: [schoolId] });
  const stand = visits.filter(({ state }) => state !== "cancelled");
  const made = visits.filter(({ state }) => hasTakenPlace(state));
  const wishes = (await listWishesOfSchool(read, { schoolId })).flatMap(
    ({ askedAt, terms, roundId, ...wish }): StandingWish[] => {
      const askedOn = londonDate(askedAt);
      const isOver = made.some(
        ({ organisationId, visitOn }) =>
          organisationId === wish.organisationId && (visitOn ?? "") >= askedOn,
      );
      const hasVisit = stand.some((visit) => visit.roundId === roundId);
      return isOver || hasVisit ? [] : [{ ...wish, roundId, askedOn, terms: storedTerms(terms) }];
    },
  );
  const rounds = (await listRoundsWithVisits(read, { schoolId })).filter(
    ({ id, organisationId }) =>
      !stand.some(({ roundId }) => roundId === id) &&
      !wishes.some((one) => one.organisationId === organisationId),
  );
  return { standing: wishes, rounds };
}

export type AskedForVisit = {
  urn: string;
  roundId: string;
  /** Terms that would suit; empty: any. */
  terms: readonly string[];
  words: string;
  namesConfirmed: boolean;
};

/** Asks for a visit in a round. Managers see it where they choose schools. */
export async function askForVisit(
  app: App,
  actor: Actor,
  { urn, roundId, terms, words, namesConfirmed }: AskedForVisit,
): Promise<VisitOutcome> {
  const { school, today, facts } = await schoolOf(app, actor, urn);
  stopUnless(can(actor, "school.ask-for-visit", facts));
  const said = words.trim();
  const message = wishProblem(said);
  if (message !== null) return { kind: "problems", problems: [{ field: "words", message }] };
  const names = namesAsked({ words: said }, { namesConfirmed });
  if (names.length > 0) return { kind: "problems", problems: names };
  const known = termsToChoose(await schoolCalendar(app, school.id), today).map(termText);
  const suit = known.filter((term) => terms.includes(term));
  const at = app.clock.now();
  const auditId = app.newId();
  return app.db.transact(async (tx): Promise<VisitOutcome> => {
    const { rounds } = await wishesOf(tx, school.id);
    const round = rounds.find(({ id }) => id === roundId);
    if (round === undefined)
      return { kind: "problems", problems: [{ field: "round", message: CHOOSE_ROUND }] };
    const { organisationId } = round;
    const place = { organisationId, schoolId: school.id };
    const wish = { roundId, terms: termsToStore(suit), words: said };
    await keepVisitRequest(tx, { ...place, ...wish, askedBy: actor.userId, askedAt: at });
    await insertAudit(tx, {
      ...{ id: auditId, at, actorId: actor.userId, event: "visit.asked-for", ...place },
      ...{ subjectKind: "school", subjectId: school.id },
    });
    return { kind: "done", done: "asked" };
  });
}

const CHOOSE_ROUND = "Choose the review round the visit is for";

/** Takes a wish back. Nothing is said where it has gone already. */
export async function withdrawWish(
  app: App,
  actor: Actor,
  { urn, organisationId }: { urn: string; organisationId: string },
): Promise<void> {
  const { school, facts } = await schoolOf(app, actor, urn);
  stopUnless(can(actor, "school.ask-for-visit", facts));
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    const place = { organisationId, schoolId: school.id };
    if (!(await deleteVisitRequest(tx, place))) return;
    await insertAudit(tx, {
      ...{ id: auditId, at, actorId: actor.userId, event: "visit.wish-withdrawn", ...place },
      ...{ subjectKind: "school", subjectId: school.id },
    });
  });
}
