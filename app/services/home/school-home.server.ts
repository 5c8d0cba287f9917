import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { toldPhase } from "~/domain/questionnaire/school-facts";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { listAssignmentsOf } from "~db/queries/assignments";
import { listSchoolTeam } from "~db/queries/people";
import { findSchoolByUrn, listOrganisationsCovering, listPredecessors } from "~db/queries/schools";
import { listSignedCopies, listSignOffs } from "~db/queries/signed-copies";
import { reviewWaiting } from "../actions/review-plan.server";
import { homeConfirmations } from "../confirmations/home-confirmations.server";
import { schoolCalendar } from "../answering/school-calendar.server";
import { stopUnless } from "../answering/stop-unless.server";
import { accessCheckWaiting } from "../people/access-check.server";
import { roundsToJoin } from "../rounds/join-round.server";
import { visitsWaitingAtSchool } from "../visits/list-visits.server";
import { carryOnView } from "./carry-on-view.server";
import { homeResponses } from "./home-responses.server";
import { returnWords } from "./return-words.server";
import { selfReviewRows } from "./self-review-rows";
import { signedCopyViews, signedQuestionnaires } from "./signed-copy-views";
import type { SchoolHomeView } from "./views";
import { waitingViews, type WaitingFacts } from "./waiting-views";

/**
 * A school's home: what to carry on with, what waits for this person, every self-review and signed copy. A
 * governor reads signed copies and is asked to sign; drafts and private self-reviews are not in what they get.
 */
export async function viewSchoolHome(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<SchoolHomeView> {
  const { school, facts } = await schoolOfHome(app, actor, urn);
  const { schoolId, today } = facts;
  const calendar = await schoolCalendar(app, schoolId);
  const responses = await homeResponses(app, actor, { school, today, calendar });
  const read = await readWaiting(app, actor, facts);
  const { copies } = read;
  const words = await returnWords(app, actor, { responses, copies });
  const drafts = responses.filter(({ mayRead }) => mayRead);
  return {
    school: {
      urn: school.urn,
      name: school.name,
      phaseName: toldPhase(school.phaseName),
      typeName: school.typeName,
      district: school.district,
      demonstration: school.demonstration,
    },
    carryOn: await carryOnView(app, actor, drafts),
    waiting: [...waitingViews(actor, { ...read, responses }), ...words.questions],
    confirmations: await homeConfirmations(app, actor, facts),
    selfReviews: selfReviewRows(drafts, read.people),
    signedCopies: signedCopyViews(actor, {
      copies: read.copies,
      responses,
      waiting: words.waiting,
    }),
    overTime: signedQuestionnaires(responses, read.copies),
    replied: words.replied,
    before: (await listPredecessors(app.db.read, { schoolId })).map(({ name }) => name),
    mayReadAudit: can(actor, "audit.view-school", facts).allowed,
    mayStartPrivate: can(actor, "school.start-private", facts).allowed,
    toJoin: await roundsToJoin(app, actor, facts),
    accessCheck: await accessCheckWaiting(app, actor, facts),
    planReview: await reviewWaiting(app, actor, { schoolId, today, calendar }),
    visits: await visitsWaitingAtSchool(app, actor, facts),
  };
}

async function schoolOfHome(app: App, actor: Actor, urn: string) {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const coveredBy = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  const facts = { today: londonDate(app.clock.now()), schoolId: school.id, coveredBy };
  stopUnless(can(actor, "school.view", facts));
  return { school, facts };
}

async function readWaiting(
  app: App,
  actor: Actor,
  { schoolId, today }: { schoolId: string; today: string },
): Promise<Omit<WaitingFacts, "responses">> {
  const { read } = app.db;
  return {
    people: await listSchoolTeam(read, { schoolId, today }),
    copies: await listSignedCopies(read, { schoolId }),
    signed: await listSignOffs(read, { schoolId, kind: "signed" }),
    declined: await listSignOffs(read, { schoolId, kind: "declined" }),
    assigned: await listAssignmentsOf(read, { schoolId, userId: actor.userId }),
  };
}
