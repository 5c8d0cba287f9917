import { answerBy } from "~/domain/visit/clocks";
import type { Calendar } from "~/domain/calendar/calendar";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import type { ReviewerPart } from "~/domain/visit/states";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { listPlaceGrants } from "~db/queries/grants";
import type { VisitRound } from "~db/queries/visit-matching";
import { insertVisit } from "~db/queries/visits";
import type { Writer } from "~db/types";
import { mailVisit, type VisitRecipient } from "./mail-visit.server";

/** Somebody of the register who is asked to make a visit. */
export type Invited = { reviewerId: string; userId: string; name: string; email: string };

export type NewVisit = {
  actor: Actor;
  round: VisitRound;
  school: { schoolId: string; name: string; responseId: string };
  /** Lead first. */
  reviewers: readonly [Invited, Invited];
  calendar: Calendar;
  at: Date;
};

/**
 * Proposes a visit: writes it, asks both reviewers and the headteacher by mail, and says so in the record. The caller
 * has checked the pair in this transaction and calls `app.wakeWorker()` after it. Answers the visit's id.
 */
export async function inviteToVisit(tx: Writer, app: App, visit: NewVisit): Promise<string> {
  const { actor, round, school, reviewers, calendar, at } = visit;
  const id = app.newId();
  const { schoolId } = school;
  const row = {
    id,
    roundId: round.id,
    schoolId,
    responseId: school.responseId,
    state: "proposed",
    ownershipRule: round.visitOwnership,
    viewsFirst: round.viewsFirst,
    focusReason: "",
    context: "",
    practicalNotes: "",
    calendarSequence: 0,
    version: 1,
    createdAt: at,
    updatedAt: at,
  } as const;
  const pair = reviewers.map((one, index) => ({
    ...askedRow(app, { visitId: id, at, reviewer: one, part: index === 0 ? "lead" : "second" }),
  }));
  await insertVisit(tx, row, pair);
  await insertAudit(tx, {
    id: app.newId(),
    at,
    actorId: actor.userId,
    event: "visit.proposed",
    schoolId,
    organisationId: round.organisationId,
    subjectKind: "visit",
    subjectId: id,
    data: { reviewerIds: reviewers.map(({ reviewerId }) => reviewerId) },
  });
  const today = londonDate(at);
  const by = answerBy(calendar, today);
  const about = aboutVisit({ id, round, school });
  const heads = await headsOf(tx, { schoolId, today, questionnaireKey: round.questionnaireKey });
  await mailVisit(tx, app, { row: about, what: "invited-host", to: heads, by });
  await mailVisit(tx, app, { row: about, what: "invited-reviewer", to: reviewers, by });
  return id;
}

type Asking = { visitId: string; reviewer: Invited; part: ReviewerPart; at: Date };

/** A reviewer's place in a visit, from the moment they are asked. */
export function askedRow(app: Pick<App, "newId">, { visitId, reviewer, part, at }: Asking) {
  const { reviewerId, userId } = reviewer;
  const standing = "asked" as const;
  return { id: app.newId(), visitId, reviewerId, userId, part, standing, askedAt: at };
}

/** What a mail says of a visit that has no day. */
function aboutVisit({ id, round, school }: Pick<NewVisit, "round" | "school"> & { id: string }) {
  return {
    id,
    schoolId: school.schoolId,
    urn: "",
    organisationId: round.organisationId,
    questionnaireKey: round.questionnaireKey,
    schoolName: school.name,
    visitOn: null,
    startsAt: null,
    endsAt: null,
  };
}

type Heading = { schoolId: string; today: string; questionnaireKey: string };

/** The headteachers who can answer today. */
async function headsOf(
  tx: Writer,
  { schoolId, today, questionnaireKey }: Heading,
): Promise<VisitRecipient[]> {
  const grants = await listPlaceGrants(tx, { schoolId, today });
  const heads = grants.filter(
    ({ role, from, questionnaireKey: key }) =>
      role === "head" && from <= today && (key === null || key === questionnaireKey),
  );
  return [...new Map(heads.map((one) => [one.userId, one])).values()];
}
