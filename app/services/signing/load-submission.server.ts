import { londonDate } from "~/domain/calendar/format";
import type { SubmissionAction } from "~/domain/policy/actions";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { ResponseFacts, SubmissionFacts } from "~/domain/policy/facts";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { responseFacts } from "~/services/answering/load-response.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { findResponse, type ResponseRow } from "~db/queries/responses";
import { findSchoolByUrn, type SchoolFacts } from "~db/queries/schools";
import { listHeirs } from "~db/queries/take-over";
import { listSubmissions, type SubmissionRow } from "~db/queries/submissions";

export type SubmissionPlace = { urn: string; responseId: string; number: number };

/** A signed copy someone may read, with what every service about it starts from. */
export type LoadedSubmission = {
  school: SchoolFacts;
  row: ResponseRow;
  submission: SubmissionRow & { isLatest: boolean };
  responseFacts: ResponseFacts;
  /** YYYY-MM-DD in London. */
  today: string;
};

/**
 * Loads a signed copy by the address it has in its school, and checks that the person may do `action` with it
 * (reading it, unless said otherwise). Throws `not-found` outside the person's scope, `forbidden` within it.
 */
export async function loadSubmission(
  app: App,
  actor: Actor,
  { urn, responseId, number, action }: SubmissionPlace & { action?: SubmissionAction },
): Promise<LoadedSubmission> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const scope = { schoolId: school.id, responseId };
  const row = await findResponse(app.db.read, scope);
  if (row === undefined) throw new AppError("not-found");
  const copies = await listSubmissions(app.db.read, scope);
  const submission = copies.find((copy) => copy.number === number);
  if (submission === undefined) throw new AppError("not-found");
  const today = londonDate(app.clock.now());
  const facts = await responseFacts(app, actor, { row, today });
  const heirs = await listHeirs(app.db.read, { schoolId: school.id });
  const asked = { ...submissionFacts(facts, submission), heirs };
  stopUnless(can(actor, action ?? "submission.view", asked));
  const isLatest = copies[0]?.id === submission.id;
  return { school, row, submission: { ...submission, isLatest }, responseFacts: facts, today };
}

/** The policy's facts of a signed copy, from those of its response. */
export function submissionFacts(facts: ResponseFacts, submission: SubmissionRow): SubmissionFacts {
  return {
    today: facts.today,
    schoolId: facts.schoolId,
    questionnaireKey: facts.questionnaireKey,
    responseState: facts.state,
    round: facts.round,
    state: submission.state,
    withdrawn: submission.withdrawnAt !== null,
  };
}
