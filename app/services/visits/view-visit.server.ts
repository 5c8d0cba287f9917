import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import type { VisitAction } from "~/domain/policy/actions";
import { can } from "~/domain/policy/can";
import { whoSeesVisit } from "~/domain/policy/who-sees-visit";
import { ownershipSentence } from "~/domain/visit/ownership-words";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findOrganisation } from "~db/queries/organisations";
import { findSchool } from "~db/queries/schools";
import { listVisitDates } from "~db/queries/visit-dates";
import { countOwnNotes } from "~db/queries/visit-own";
import { listVisitFocus } from "~db/queries/visits";
import { focusLabels } from "./focus-labels.server";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { partyOf, waitsFor } from "./party-of";
import { reviewerViews } from "./reviewer-views";
import { stepViews } from "./step-views";
import type { VisitView } from "./views";
import { closedDays } from "./visit-days.server";
import { visitHeading } from "./visit-heading";
import { visitStanding } from "./visit-standing.server";
import { visitsLeft } from "./visits-left.server";

/** What every party sees first: the visit, what is next and by when, and what this person may do now. */
export async function viewVisit(
  app: App,
  actor: Actor,
  { visitId }: { visitId: string },
): Promise<VisitView> {
  const loaded = await loadVisit(app, actor, { visitId });
  const { row, facts } = loaded;
  const party = partyOf(actor, facts);
  const { people, steps } = await visitStanding(app, loaded);
  const mine = people.find(({ userId }) => userId === actor.userId);
  const place = await placeOf(app, loaded);
  const focus = await listVisitFocus(app.db.read, { visitId });
  const { ownershipRule } = row;
  const may = mayOf(actor, loaded);
  const whose = { visitId, userId: actor.userId };
  return {
    heading: visitHeading(actor, loaded),
    id: row.id,
    party,
    state: row.state,
    version: row.version,
    questionnaireTitle: row.questionnaireTitle,
    roundTitle: row.roundTitle,
    ...place,
    visitOn: row.visitOn,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    cancelledReason: row.cancelledReason,
    hostAccepted: row.hostAcceptedAt !== null,
    askedForAnother: row.askedForAnotherAt !== null,
    reviewers: reviewerViews(people, actor),
    missing: row.state === "proposed" && people.length < 2,
    focus: await focusLabels(app, row, focus),
    focusReason: row.focusReason,
    focusAgreed: row.focusAgreedAt !== null,
    focusLate: isFocusLate(loaded),
    steps: stepViews(steps, {
      people,
      schoolName: row.schoolName,
      isYours: waitsFor(actor, facts),
    }),
    visitsLeft: mine === undefined ? null : await visitsLeft(app, { mine, loaded }),
    homeTown: mine?.homeTown ?? null,
    homeSchoolName: mine?.homeSchoolName ?? null,
    ownNotes: may.stepBack ? await countOwnNotes(app.db.read, whose) : 0,
    offers: await offersOf(app, loaded, { isHost: party === "host" }),
    copyOpensOn: loaded.clocks?.copyOpensOn ?? null,
    focusBy: loaded.clocks?.focusBy ?? null,
    ownership: ownershipSentence(ownershipRule, place.organisation),
    whoCanSee: whoSeesVisit("visit", {
      schoolName: row.schoolName,
      organisation: place.organisation,
    }),
    closed: may.agreeDay ? await closedDays(app, loaded) : [],
    may,
  };
}

async function placeOf(app: App, { row }: LoadedVisit) {
  const school = await findSchool(app.db.read, row.schoolId);
  const organisation = await findOrganisation(app.db.read, row.organisationId);
  if (school === undefined || organisation === undefined) throw new AppError("not-found");
  const { urn, name, town, telephone } = school;
  return {
    school: { urn, name, town, telephone },
    organisation: organisation.name,
    organisationKey: organisation.key,
    contact: { name: organisation.contactName, email: organisation.contactEmail },
  };
}

/** The focus was agreed later than ten working days before, or is not agreed though they have begun. */
export function isFocusLate({ row, clocks, today }: LoadedVisit): boolean {
  if (clocks === null) return false;
  const agreedOn = row.focusAgreedAt === null ? today : londonDate(row.focusAgreedAt);
  return agreedOn > clocks.focusBy;
}

async function offersOf(app: App, { row, facts }: LoadedVisit, { isHost }: { isHost: boolean }) {
  if (row.state !== "accepted" && row.state !== "dated") return [];
  const reviewers = new Set(facts.reviewers.map(({ userId }) => userId));
  const offers = await listVisitDates(app.db.read, { visitId: row.id });
  return offers.map(({ day, startsAt, endsAt, byName, proposedBy }) => ({
    day,
    startsAt,
    endsAt,
    byName,
    /** Put forward by the reader's own side. */
    ours: reviewers.has(proposedBy) !== isHost,
  }));
}

/** Buttons this person has now: the policy's rights at the states in which each makes sense. */
function mayOf(actor: Actor, { row, facts }: LoadedVisit): VisitView["may"] {
  const allowed = (action: VisitAction) => can(actor, action, facts).allowed;
  const at = (...states: VisitView["state"][]) => states.includes(row.state);
  const isOpen = at("proposed") && row.hostAcceptedAt === null;
  return {
    acceptAsHost: isOpen && allowed("visit.accept-as-host"),
    askForAnother: isOpen && row.askedForAnotherAt === null && allowed("visit.accept-as-host"),
    answerAsReviewer: at("proposed") && allowed("visit.accept-as-reviewer"),
    stepBack: allowed("visit.step-back"),
    agreeDay: at("accepted", "dated") && allowed("visit.agree-day"),
    postpone: at("dated", "planned") && allowed("visit.postpone"),
    cancel: at("proposed", "accepted", "dated", "planned") && allowed("visit.cancel"),
    plan: at("dated", "planned") && allowed("visit.plan"),
    readCopy: allowed("visit.read-copy"),
    manage: allowed("visit.manage"),
    removeDetails: !at("proposed", "accepted") && allowed("visit.remove-details"),
  };
}
