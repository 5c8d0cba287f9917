import type { Calendar } from "~/domain/calendar/calendar";
import { usualWindow } from "~/domain/matching/choices";
import { countShown, isShown, type VisitsShown } from "~/domain/matching/round-visits";
import { visitsOnOffer } from "~/domain/matching/facts";
import type { Actor } from "~/domain/policy/actor";
import { nextSteps } from "~/domain/visit/next-steps";
import { standingOf } from "~/domain/visit/standing-of";
import type { RecordSignature, VisitState } from "~/domain/visit/states";
import type { App } from "~/platform/app.server";
import { schoolCalendar } from "~/services/answering/school-calendar.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { stepViews } from "~/services/visits/step-views";
import type { StepView } from "~/services/visits/views";
import { listAskedVisits } from "~db/queries/reviewers";
import {
  listFollowedUp,
  listRoundPairs,
  listRoundSignatures,
  type VisitRound,
} from "~db/queries/visit-matching";
import { listVisitsInRound, type VisitRow } from "~db/queries/visits";
import { loadMatchingData } from "./load-facts.server";
import {
  loadRounds,
  roundAsked,
  roundChoices,
  type LoadedRounds,
  type RoundChoice,
} from "./load-round.server";

/** A visit as managers follow it: the state, days and who is late; never what was seen (design.md section 3). */
export type RoundVisitView = {
  id: string;
  urn: string;
  schoolName: string;
  state: VisitState;
  visitOn: string | null;
  startsAt: string | null;
  endsAt: string | null;
  reviewers: { name: string; accepted: boolean }[];
  steps: StepView[];
  late: boolean;
};

export type RoundVisitsView = {
  organisation: OrganisationView;
  rounds: RoundChoice[];
  /** Null where the organisation has no round. */
  round: { id: string; title: string; closed: boolean } | null;
  /** Visits the reviewers of this round can still make, of those placed and to place. */
  capacity: { left: number; placed: number; reviewers: number };
  shows: VisitsShown;
  counts: { shows: VisitsShown; count: number }[];
  visits: RoundVisitView[];
};

type Asked = { key: string; roundId: string | null; shows: VisitsShown };

const NO_CAPACITY = { left: 0, placed: 0, reviewers: 0 };

/** The visits of one round, for managers. Throws `not-found` or `forbidden`. */
export async function listRoundVisits(
  app: App,
  actor: Actor,
  { key, roundId, shows }: Asked,
): Promise<RoundVisitsView> {
  const loaded = await loadRounds(app, actor, key);
  const round = roundAsked(loaded.rounds, roundId ?? (await roundOfLatest(app, loaded)));
  const all = round === undefined ? [] : await visitsOf(app, loaded, round);
  const listed = all.map((visit) => ({ visit, ...groupOf(visit) }));
  return {
    organisation: loaded.view,
    rounds: roundChoices(loaded.rounds),
    round:
      round === undefined
        ? null
        : { id: round.id, title: round.title, closed: round.closedAt !== null },
    capacity: round === undefined ? NO_CAPACITY : await capacityOf(app, loaded, round),
    shows,
    counts: countShown(listed),
    visits: listed.filter((one) => isShown(one, shows)).map(({ visit }) => visit),
  };
}

/** Where no round is asked for, the one in which a visit was proposed last is what managers look for. */
async function roundOfLatest(app: App, { organisation }: LoadedRounds): Promise<string | null> {
  const asked = await listAskedVisits(app.db.read, { organisationId: organisation.id });
  return asked.at(-1)?.roundId ?? null;
}

const groupOf = ({ state, reviewers, late }: RoundVisitView) => ({
  state,
  reviewers: reviewers.length,
  late,
});

async function capacityOf(app: App, loaded: LoadedRounds, round: VisitRound) {
  const { calendar, today } = loaded;
  const window = usualWindow(calendar, today);
  const data = await loadMatchingData(app.db.read, { round, today, window });
  return {
    left: visitsOnOffer(data.mayVisit),
    placed: data.context.settledSchools.size,
    reviewers: data.mayVisit.length,
  };
}

async function visitsOf(
  app: App,
  loaded: LoadedRounds,
  { id: roundId }: VisitRound,
): Promise<RoundVisitView[]> {
  const { read } = app.db;
  const rows = await listVisitsInRound(read, { roundId });
  const pairs = groupBy(await listRoundPairs(read, { roundId }), ({ visitId }) => visitId);
  const signatures = groupBy(await listRoundSignatures(read, { roundId }), (one) => one.visitId);
  const followedUp = new Set(await listFollowedUp(read, { roundId }));
  const isAuthority = loaded.organisation.kind === "authority";
  const views: RoundVisitView[] = [];
  for (const row of rows) {
    // Schools of a health board keep the terms of their own authorities.
    const calendar = isAuthority ? loaded.calendar : await schoolCalendar(app, row.schoolId);
    views.push(
      viewOf(row, {
        people: pairs.get(row.id) ?? [],
        signatures: (signatures.get(row.id) ?? []).map(({ kind }) => kind),
        followedUp: followedUp.has(row.id),
        calendar,
        today: loaded.today,
      }),
    );
  }
  return views;
}

function groupBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

type Person = Awaited<ReturnType<typeof listRoundPairs>>[number];
type With = {
  people: readonly Person[];
  signatures: readonly RecordSignature[];
  followedUp: boolean;
  calendar: Calendar;
  today: string;
};

function viewOf(row: VisitRow, given: With): RoundVisitView {
  const { people, calendar, today } = given;
  const next = nextSteps(standingOf(row, given), { calendar, today });
  const steps = stepViews(next, { people, schoolName: row.schoolName, isYours: () => false });
  const { id, urn, schoolName, state, visitOn, startsAt, endsAt } = row;
  return {
    id,
    urn,
    schoolName,
    state,
    visitOn,
    startsAt,
    endsAt,
    reviewers: people.map(({ name, standing }) => ({ name, accepted: standing === "accepted" })),
    steps,
    late: next.some(({ late }) => late),
  };
}
