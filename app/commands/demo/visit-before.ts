import { TEMPLATE_DAY } from "~/domain/visit/template-day";
import type { App } from "~/platform/app.server";
import { confirmLines } from "~/services/matching/confirm-lines.server";
import { acceptAsHost, acceptAsReviewer } from "~/services/visits/accept-visit.server";
import { declineVisit } from "~/services/visits/decline-visit.server";
import { cancelVisit } from "~/services/visits/put-off.server";
import { saveDay } from "~/services/visits/save-day.server";
import { agreePlan } from "~/services/visits/save-plan.server";
import { agreeDay, proposeDays } from "~/services/visits/visit-days.server";
import { DEMO_CANCELLED, DEMO_PLAN_WORDS } from "~db/demo/visit-words";
import { listReviewers } from "~db/queries/reviewers";
import { findSchoolByUrn } from "~db/queries/schools";
import { listVisitsToSchools } from "~db/queries/visits";
import { mustBeDone, standing, type VisitMaking, type VisitPeople } from "./visit-making";

type Proposing = { roundId: string; urn: string; people: VisitPeople };

/** The manager proposes the visit to this pair. Answers its id. */
export async function propose(app: App, { roundId, urn, people }: Proposing): Promise<string> {
  const { manager, lead, second } = people;
  const organisationId = manager.grants[0]?.organisationId ?? "";
  const register = await listReviewers(app.db.read, { organisationId });
  const entry = (userId: string) => register.find((one) => one.userId === userId)?.id ?? "";
  const line = { urn, lead: entry(lead.userId), second: entry(second.userId) };
  const choices = { roundId, from: "", to: "" };
  const confirmed = await confirmLines(app, manager, { key: "kent", choices, lines: [line] });
  mustBeDone(confirmed.proposed === 1, { urn, ...confirmed });
  const school = await findSchoolByUrn(app.db.read, urn);
  const visits = await listVisitsToSchools(app.db.read, { schoolIds: [school?.id ?? ""] });
  return visits.at(-1)?.id ?? "";
}

/** The reviewers answer; the second says not this time where `declines`. */
export async function answer(making: VisitMaking, { declines }: { declines: boolean }) {
  const { visitId, people, on } = making;
  const yes = await acceptAsReviewer(on(-34), people.lead, { visitId, noTies: true });
  mustBeDone(yes.kind === "done", yes);
  if (declines) return declineVisit(on(-33), people.second, { visitId, tie: false });
  const too = await acceptAsReviewer(on(-33), people.second, { visitId, noTies: true });
  mustBeDone(too.kind === "done", too);
}

/** The headteacher accepts and puts two days forward. */
export async function accept({ visitId, people, day, next, on }: VisitMaking): Promise<void> {
  await acceptAsHost(on(-33, "11:00"), people.head, { visitId });
  const typed = { days: [day, next], startsAt: "09:00", endsAt: "15:30" };
  const put = await proposeDays(on(-32), people.head, { visitId, typed });
  mustBeDone(put.kind === "done", put);
}

export async function agreeTheDay({ visitId, people, day, on }: VisitMaking): Promise<void> {
  const agreed = await agreeDay(on(-31), people.lead, { visitId, day });
  mustBeDone(agreed.kind === "done", agreed);
}

/** The host says what to look at, and the lines of the day begin as the template has them. */
export async function planTheVisit(making: VisitMaking): Promise<void> {
  const { visitId, people, on } = making;
  const app = on(-15);
  const lines = await saveDay(app, people.head, { visitId, lines: TEMPLATE_DAY });
  mustBeDone(lines.kind === "done", lines);
  const { version } = await standing(app, making);
  const agreed = await agreePlan(app, people.head, { visitId, version, fields: DEMO_PLAN_WORDS });
  mustBeDone(agreed.kind === "done", agreed);
}

/** The manager calls a visit off whose day was agreed. */
export async function callOff({ visitId, people, on }: VisitMaking): Promise<void> {
  const off = await cancelVisit(on(-11), people.manager, { visitId, words: DEMO_CANCELLED });
  mustBeDone(off.kind === "done", off);
}
