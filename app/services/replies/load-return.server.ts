import { londonDate } from "~/domain/calendar/format";
import type { ReplyAction } from "~/domain/policy/actions";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { ReplyFacts } from "~/domain/policy/facts";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { responseFacts } from "~/services/answering/load-response.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { loadOrganisation } from "~/services/returns/load-organisation.server";
import { findOrganisation } from "~db/queries/organisations";
import { findResponse, type ResponseRow } from "~db/queries/responses";
import { findReturn } from "~db/queries/returns";
import { findSchoolByUrn, type SchoolFacts } from "~db/queries/schools";
import { listSubmissions, type SubmissionRow } from "~db/queries/submissions";

/** A return with what is written about it, as its school or its organisation opens it. */
export type LoadedReturn = {
  school: SchoolFacts;
  row: ResponseRow;
  /** What the school calls it: the round's title. */
  title: string;
  /** Whose round it is in. */
  organisation: { id: string; key: string; name: string };
  facts: ReplyFacts;
  /** Newest first. */
  copies: SubmissionRow[];
  /** The copy that stands; null while none does. */
  standing: SubmissionRow | null;
  /** YYYY-MM-DD in London. */
  today: string;
};

export type AtSchool = { urn: string; responseId: string };
export type AtOrganisation = { key: string; responseId: string };

/**
 * Loads a return under its school's address and asks the policy. A self-review that is private has nobody to write
 * about it. Throws `not-found` outside the person's scope, `forbidden` within it.
 */
export async function loadAtSchool(
  app: App,
  actor: Actor,
  { urn, responseId, action }: AtSchool & { action: ReplyAction },
): Promise<LoadedReturn> {
  const loaded = await loadReturn(app, actor, { urn, responseId });
  stopUnless(can(actor, action, loaded.facts));
  return loaded;
}

/** The same under an organisation's address, for its own rounds and those shared with it. */
export async function loadAtOrganisation(
  app: App,
  actor: Actor,
  { key, responseId, action }: AtOrganisation & { action: ReplyAction },
): Promise<LoadedReturn> {
  const view = "organisation.view-returns" as const;
  const { organisation } = await loadOrganisation(app, actor, { key, action: view });
  const found = await findReturn(app.db.read, { organisationId: organisation.id, responseId });
  if (found === undefined) throw new AppError("not-found");
  const loaded = await loadReturn(app, actor, { urn: found.urn, responseId });
  // What may be known of it first: a draft under this address is not found, whatever is asked of it.
  stopUnless(can(actor, "reply.read", loaded.facts));
  if (loaded.standing === null) throw new AppError("not-found");
  stopUnless(can(actor, action, loaded.facts));
  return loaded;
}

async function loadReturn(
  app: App,
  actor: Actor,
  { urn, responseId }: AtSchool,
): Promise<LoadedReturn> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const scope = { schoolId: school.id, responseId };
  const row = await findResponse(app.db.read, scope);
  const organisation = await organisationOf(app, row);
  if (row === undefined || organisation === undefined) throw new AppError("not-found");
  const today = londonDate(app.clock.now());
  const copies = await listSubmissions(app.db.read, scope);
  const standing = standingCopy(copies);
  const facts = await replyFacts(app, actor, { row, today, standing: standing !== null });
  const title = row.roundTitle ?? row.questionnaireTitle;
  return { school, row, title, organisation, facts, copies, standing, today };
}

async function organisationOf(app: App, row: ResponseRow | undefined) {
  const id = row?.roundOrganisationId ?? null;
  if (id === null) return undefined;
  const found = await findOrganisation(app.db.read, id);
  return found === undefined ? undefined : { id, key: found.key, name: found.name };
}

type Deciding = { row: ResponseRow; today: string; standing: boolean };

/** The policy's facts of what is written about a return. */
export async function replyFacts(
  app: App,
  actor: Actor,
  { row, today, standing }: Deciding,
): Promise<ReplyFacts> {
  const { schoolId, questionnaireKey, round } = await responseFacts(app, actor, { row, today });
  return { today, schoolId, questionnaireKey, round, responseState: row.state, standing };
}

/** The copy that stands and that no later one has taken the place of. */
export function standingCopy(copies: readonly SubmissionRow[]): SubmissionRow | null {
  const found = copies.find(
    ({ state, supersededById, withdrawnAt }) =>
      state === "standing" && supersededById === null && withdrawnAt === null,
  );
  return found ?? null;
}
