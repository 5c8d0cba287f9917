import { addWorkingDays } from "~/domain/calendar/working-days";
import { londonDate } from "~/domain/calendar/format";
import { TEMPLATE_DAY } from "~/domain/visit/template-day";
import type { App } from "~/platform/app.server";
import { schoolCalendar } from "~/services/answering/school-calendar.server";
import { saveDay } from "~/services/visits/save-day.server";
import { findOrganisationByKey } from "~db/queries/organisations";
import { findResponse } from "~db/queries/responses";
import { findSchoolByUrn } from "~db/queries/schools";
import { listSubmissions } from "~db/queries/submissions";
import { replaceVisitDates } from "~db/queries/visit-dates";
import { replaceVisitFocus } from "~db/queries/visit-plan";
import { insertVisit } from "~db/queries/visits";
import { reviewers } from "~db/schema";
import { actorOf, makePerson } from "./make-person";
import type { Person, Team, VisitName, Visits } from "./plan";

type Making = { team: Team; passwordHash: string };

/** Visits to one school, one at each step that has a page of its own, by two reviewers from elsewhere. */
export async function makeVisits(
  app: App,
  { team, passwordHash }: Making,
): Promise<Omit<Visits, "records">> {
  const kent = await findOrganisationByKey(app.db.read, "kent");
  if (kent === undefined) throw new Error("There is no Kent");
  const organisationId = kent.id;
  const registering = { organisationId, passwordHash };
  const lead = await aReviewer(app, { ...registering, name: "Ruth Adeyemi", urn: "118297" });
  const second = await aReviewer(app, { ...registering, name: "Łukasz Nowak", urn: "118292" });
  const pair = [lead, second] as const;
  const ids: Partial<Record<VisitName, string>> = {};
  for (const name of ["proposed", "accepted", "dated", "planned"] as const) {
    ids[name] = await aVisit(app, { name, team, pair });
  }
  const { proposed = "", accepted = "", dated = "", planned = "" } = ids;
  return {
    lead: lead.person,
    second: second.person,
    ids: { proposed, accepted, dated, planned },
  };
}

type Registering = { organisationId: string; passwordHash: string; name: string; urn: string };
type Reviewer = { person: Person; userId: string; reviewerId: string };

async function aReviewer(app: App, given: Registering): Promise<Reviewer> {
  const { organisationId, passwordHash, name, urn } = given;
  const home = await findSchoolByUrn(app.db.read, urn);
  if (home === undefined) throw new Error(`There is no school ${urn}`);
  const email = `${name.split(" ")[1]?.toLowerCase() ?? ""}@visits.e2e.test`;
  const place = { organisationId };
  const grant = { role: "reviewer" as const, place, signingTitle: null };
  const person = await makePerson(app, { name, email, passwordHash, grant });
  const { userId } = await actorOf(app, email);
  const reviewerId = app.newId();
  await app.db.transact((tx) =>
    tx.insert(reviewers).values({
      id: reviewerId,
      organisationId,
      userId,
      post: "headteacher",
      homeSchoolId: home.id,
      homeSchoolName: home.name,
      homeAuthority: home.laName,
      trustStanding: "no-trust",
      phases: '["P"]',
      questionnaireKeys: "[]",
      districts: "[]",
      accreditedUntil: "2099-07-31",
      visitsOffered: 4,
      mayLead: true,
      version: 1,
      createdAt: app.clock.now(),
    }),
  );
  return { person, userId, reviewerId };
}

/** Working days from today on which each visit is, so that the one that is planned has its self-review open. */
const DAYS_AHEAD: Record<VisitName, number | null> = {
  proposed: null,
  accepted: null,
  dated: 25,
  planned: 3,
};

type AVisit = { name: VisitName; team: Team; pair: readonly [Reviewer, Reviewer] };

async function aVisit(app: App, { name, team, pair }: AVisit): Promise<string> {
  const { read } = app.db;
  const school = await findSchoolByUrn(read, team.urn);
  // Signed by the head alone, so that its copy stands.
  const responseId = team.reviews["inclusion-toolkit"].id;
  const scope = { schoolId: school?.id ?? "", responseId };
  const response = await findResponse(read, scope);
  const [copy] = await listSubmissions(read, scope);
  const head = await actorOf(app, team.people.head.email);
  const at = app.clock.now();
  const calendar = await schoolCalendar(app, scope.schoolId);
  const ahead = DAYS_AHEAD[name];
  const today = londonDate(at);
  const isAsked = name === "proposed";
  const isPlanned = name === "planned";
  const id = app.newId();
  const hours = { startsAt: "09:00", endsAt: "15:30" };
  const day = ahead === null ? {} : { visitOn: addWorkingDays(calendar, today, ahead), ...hours };
  const row = {
    id,
    ...scope,
    roundId: response?.roundId ?? "",
    submissionId: isPlanned ? (copy?.id ?? null) : null,
    state: name,
    ownershipRule: "themes" as const,
    viewsFirst: true,
    hostAcceptedAt: isAsked ? null : at,
    ...day,
    focusReason: isPlanned ? "We changed how plans are written and want to know how it looks." : "",
    context: "",
    practicalNotes: isPlanned ? "Park at the church, sign in at the office." : "",
    focusAgreedAt: isPlanned ? at : null,
    calendarSequence: ahead === null ? 0 : 1,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  const standing = isAsked ? ("asked" as const) : ("accepted" as const);
  const asked = pair.map(({ userId, reviewerId }, index) => ({
    id: app.newId(),
    visitId: id,
    userId,
    reviewerId,
    part: index === 0 ? ("lead" as const) : ("second" as const),
    standing,
    askedAt: at,
    answeredAt: isAsked ? null : at,
  }));
  await app.db.transact(async (tx) => {
    await insertVisit(tx, row, asked);
    if (isPlanned) await replaceVisitFocus(tx, { visitId: id }, [{ key: "C", kind: "section" }]);
    if (name !== "accepted") return;
    const offer = { proposedBy: pair[0].userId, proposedAt: at, visitId: id, ...hours };
    const days = [30, 31].map((count) => addWorkingDays(calendar, today, count));
    const rows = days.map((one) => ({ ...offer, day: one }));
    await replaceVisitDates(tx, { visitId: id, of: [pair[0].userId] }, rows);
  });
  if (isPlanned) await saveDay(app, head, { visitId: id, lines: TEMPLATE_DAY });
  return id;
}
