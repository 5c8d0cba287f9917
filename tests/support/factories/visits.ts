import type { Actor } from "~/domain/policy/actor";
import type { ReviewerPart } from "~/domain/visit/states";
import type { App } from "~/platform/app.server";
import { insertVisit } from "~db/queries/visits";
import type { visits } from "~db/schema";
import { reviewers, type visitReviewers } from "~db/schema";
import { anActor } from "./people";
import { aSchool } from "./places";
import { aSchoolInARound } from "./worlds";

export type Reviewer = typeof reviewers.$inferSelect;
export type Visit = typeof visits.$inferSelect;

/** An accredited reviewer of the organisation with a home school and head's role of their own. */
export async function aReviewer(
  app: App,
  over: Partial<Reviewer> & { organisationId: string; name?: string },
): Promise<{ actor: Actor; reviewer: Reviewer }> {
  const { organisationId, name = "Ruth Adeyemi", ...rest } = over;
  const home = await aSchool(app, { coveredBy: [organisationId], name: `Home of ${name}` });
  const actor = await anActor(app, {
    user: { name },
    grants: [
      { role: "reviewer", organisationId },
      { role: "head", schoolId: home.id },
    ],
  });
  const reviewer: Reviewer = {
    id: app.newId(),
    organisationId,
    userId: actor.userId,
    post: "headteacher",
    homeSchoolId: home.id,
    homeSchoolName: home.name,
    homeAuthority: home.laName,
    trustStanding: "no-trust",
    trustName: null,
    federationName: null,
    phases: '["P"]',
    questionnaireKeys: '["inclusion-toolkit"]',
    districts: '["North Weald"]',
    accreditedUntil: "2028-07-31",
    visitsOffered: 2,
    mayLead: true,
    assuredOn: "2026-09-10",
    assuredBy: null,
    interestsDeclaredAt: app.clock.now(),
    version: 1,
    createdAt: app.clock.now(),
    ...rest,
  };
  await app.db.transact(async (tx) => {
    await tx.insert(reviewers).values(reviewer);
  });
  return { actor, reviewer };
}

/** A visit to a school in a round by two accredited reviewers, proposed unless `over` says otherwise. */
export async function aVisit(app: App, over: Partial<Visit> = {}) {
  const world = await aSchoolInARound(app);
  const { organisation, school, round, response } = world;
  const organisationId = organisation.id;
  const lead = await aReviewer(app, { organisationId });
  const second = await aReviewer(app, { organisationId, name: "Łukasz Nowak" });
  const at = app.clock.now();
  const visit: Visit = {
    id: app.newId(),
    roundId: round.id,
    schoolId: school.id,
    responseId: response.id,
    submissionId: null,
    state: "proposed",
    ownershipRule: "themes",
    viewsFirst: true,
    hostAcceptedAt: null,
    hostAcceptedBy: null,
    askedForAnotherAt: null,
    visitOn: null,
    startsAt: null,
    endsAt: null,
    focusReason: "",
    context: "",
    practicalNotes: "",
    focusAgreedAt: null,
    visitedAt: null,
    cancelledReason: null,
    calendarSequence: 0,
    version: 1,
    createdAt: at,
    updatedAt: at,
    ...over,
  };
  const standing = visit.state === "proposed" ? "asked" : "accepted";
  const asked = (
    { reviewer }: typeof lead,
    part: ReviewerPart,
  ): typeof visitReviewers.$inferInsert => ({
    id: app.newId(),
    visitId: visit.id,
    reviewerId: reviewer.id,
    userId: reviewer.userId,
    part,
    standing,
    askedAt: at,
  });
  const pair = [asked(lead, "lead"), asked(second, "second")];
  await app.db.transact((tx) => insertVisit(tx, visit, pair));
  return { ...world, visit, lead, second };
}
