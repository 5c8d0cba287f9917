import type { Day } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import { addWorkingDays, isWorkingDay } from "~/domain/calendar/working-days";
import type { App } from "~/platform/app.server";
import { DEMO_STAGES, DEMO_VISITS, type DemoStage, type DemoVisit } from "~db/demo/visits";
import { actAs, actAsPerson, atHour } from "./act-as";
import type { DemoPlaces } from "./load-places";
import type { DemoRounds } from "./load-rounds";
import { accept, agreeTheDay, answer, callOff, planTheVisit, propose } from "./visit-before";
import { combineViews, writeAndFileNotes } from "./visit-day";
import type { VisitMaking } from "./visit-making";
import { agreeRecord, closeWithBothViews, rate, sendToSchool, signToClose } from "./visit-record";

type Loaded = { places: DemoPlaces; rounds: DemoRounds };

/** Makes the demonstration's visits through the services people use, each step on the day it would be done. */
export async function makeVisits(app: App, { places, rounds }: Loaded): Promise<void> {
  const roundId = rounds.get("toolkit-last-year") ?? "";
  const today = lastWorkingDay(places, londonDate(app.clock.now()));
  for (const visit of DEMO_VISITS) {
    const making = await startVisit(app, { places, roundId, visit, today });
    const last = DEMO_STAGES.indexOf(visit.stage);
    for (const stage of DEMO_STAGES.slice(0, last + 1)) await STEPS[stage](making, visit);
    if (visit.turn === "cancelled") await callOff(making);
  }
}

/** The day itself where schools are open on it: nobody visits a school at the weekend or in the holidays. */
function lastWorkingDay({ calendar }: DemoPlaces, today: Day): Day {
  return isWorkingDay(calendar, today) ? today : addWorkingDays(calendar, today, -1);
}

type Starting = { places: DemoPlaces; roundId: string; visit: DemoVisit; today: Day };

/** Working days before the visit on which it is proposed. */
const PROPOSED = -35;

async function startVisit(
  app: App,
  { places, roundId, visit, today }: Starting,
): Promise<VisitMaking> {
  const { calendar } = places;
  const { urn, pair } = visit;
  const people = {
    manager: await actAsPerson(app, "manager@demo.test"),
    head: await actAs(app, { urn, role: "head" }),
    lead: await actAsPerson(app, pair[0]),
    second: await actAsPerson(app, pair[1]),
  };
  const day = addWorkingDays(calendar, today, visit.day);
  const on = (offset: number, hour = "09:00") =>
    atHour(app, { day: addWorkingDays(calendar, day, offset), hour });
  const visitId = await propose(on(PROPOSED), { roundId, urn, people });
  return { visitId, people, day, next: addWorkingDays(calendar, day, 1), on };
}

type Step = (making: VisitMaking, visit: DemoVisit) => Promise<void>;

const STEPS: Record<DemoStage, Step> = {
  proposed: () => Promise.resolve(),
  answered: (making, { turn }) => answer(making, { declines: turn === "second-declines" }),
  accepted: accept,
  dated: agreeTheDay,
  planned: planTheVisit,
  noted: writeAndFileNotes,
  drafted: combineViews,
  "with-school": sendToSchool,
  agreed: (making, { turn }) => (turn === "both-views" ? Promise.resolve() : agreeRecord(making)),
  closed: (making, { turn }) =>
    turn === "both-views" ? closeWithBothViews(making) : signToClose(making),
  followed: rate,
};
