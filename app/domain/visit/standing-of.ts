import type { Day } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import type { VisitStanding } from "./next-steps";
import type { RecordSignature, ReviewerPart, ReviewerStanding, VisitState } from "./states";

type Visit = {
  state: VisitState;
  visitOn: Day | null;
  hostAcceptedAt: Date | null;
  /** How often its day has gone into calendars or been taken out of them. */
  calendarSequence: number;
  createdAt: Date;
  updatedAt: Date;
};

type Person = {
  part: ReviewerPart;
  standing: ReviewerStanding;
  askedAt: Date;
  answeredAt: Date | null;
};

type With = {
  /** Those who are asked or have said yes. */
  people: readonly Person[];
  signatures: readonly RecordSignature[];
  followedUp: boolean;
};

/** What `nextSteps` turns on, from a visit as it is stored: the same for the visit's page and a round's list. */
export function standingOf(visit: Visit, { people, signatures, followedUp }: With): VisitStanding {
  return {
    state: visit.state,
    waitingFor: waitingFor(visit, people),
    acceptedOn: acceptedOn(visit, people),
    visitOn: visit.visitOn,
    signatures,
    followedUp,
  };
}

function waitingFor({ hostAcceptedAt, createdAt }: Visit, people: readonly Person[]) {
  const host =
    hostAcceptedAt === null ? [{ party: "host" as const, askedOn: londonDate(createdAt) }] : [];
  const asked = people.filter(({ standing }) => standing === "asked");
  return [
    ...host,
    ...asked.map(({ part, askedAt }) => ({ party: part, askedOn: londonDate(askedAt) })),
  ];
}

/** The day the last of the three said yes; null while one is missing. */
function acceptedOn(visit: Visit, people: readonly Person[]): Day | null {
  const answers = [visit.hostAcceptedAt, ...people.map(({ answeredAt }) => answeredAt)];
  const given = answers.filter((at) => at !== null);
  if (given.length < answers.length) return null;
  // Put off, the days to agree another are counted from then.
  const putOff = visit.calendarSequence > 0 && visit.state === "accepted" ? [visit.updatedAt] : [];
  return [...given, ...putOff].map(londonDate).sort().at(-1) ?? null;
}
