import { londonDate } from "~/domain/calendar/format";
import { nextSteps, type NextStep, type VisitStanding } from "~/domain/visit/next-steps";
import type { App } from "~/platform/app.server";
import { findFollowUp, listVisitPeople, type VisitPerson } from "~db/queries/visit-people";
import { listRecordSignatures } from "~db/queries/visits";
import type { LoadedVisit } from "./load-visit.server";

/** What is next in a visit, with the people it may wait for. */
export type StandingOfVisit = { people: VisitPerson[]; steps: NextStep[] };

/** Reads who has answered and what is next, by when (design.md section 4). */
export async function visitStanding(app: App, loaded: LoadedVisit): Promise<StandingOfVisit> {
  const { row, calendar, today } = loaded;
  const { read } = app.db;
  const scope = { visitId: row.id };
  const people = await listVisitPeople(read, scope);
  const signatures = await listRecordSignatures(read, scope);
  const followUp = await findFollowUp(read, scope);
  const standing: VisitStanding = {
    state: row.state,
    waitingFor: waitingFor(loaded, people),
    acceptedOn: acceptedOn(loaded, people),
    visitOn: row.visitOn,
    signatures: signatures.map(({ kind }) => kind),
    followedUp: (followUp?.givenAt ?? null) !== null,
  };
  return { people, steps: nextSteps(standing, { calendar, today }) };
}

function waitingFor({ row }: LoadedVisit, people: readonly VisitPerson[]) {
  const host =
    row.hostAcceptedAt === null
      ? [{ party: "host" as const, askedOn: londonDate(row.createdAt) }]
      : [];
  const asked = people.filter(({ standing }) => standing === "asked");
  return [
    ...host,
    ...asked.map(({ part, askedAt }) => ({ party: part, askedOn: londonDate(askedAt) })),
  ];
}

/** The day the last of the three said yes; null while one is missing. */
function acceptedOn({ row }: LoadedVisit, people: readonly VisitPerson[]): string | null {
  const answers = [row.hostAcceptedAt, ...people.map(({ answeredAt }) => answeredAt)];
  const given = answers.filter((at) => at !== null);
  if (given.length < answers.length || given.length === 0) return null;
  // Put off, the days to agree another are counted from then.
  const putOff = row.calendarSequence > 0 && row.state === "accepted" ? [row.updatedAt] : [];
  return [...given, ...putOff].map(londonDate).sort().at(-1) ?? null;
}
