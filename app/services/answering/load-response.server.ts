import { londonDate } from "~/domain/calendar/format";
import type { ResponseAction } from "~/domain/policy/actions";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { ResponseFacts } from "~/domain/policy/facts";
import type { Applicability } from "~/domain/questionnaire/applicability";
import type { Definition } from "~/domain/questionnaire/definition";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findResponse, type ResponseRow } from "~db/queries/responses";
import { listRoundShares } from "~db/queries/rounds";
import { findSchoolByUrn, type SchoolFacts } from "~db/queries/schools";
import { applicabilityOf } from "./applicability-of.server";
import { publishedDefinition } from "./published-definition.server";
import { stopUnless } from "./stop-unless.server";

/** A response a person may work on, with what every service of this folder starts from. */
export type Loaded = {
  school: SchoolFacts;
  row: ResponseRow;
  definition: Definition;
  facts: ResponseFacts;
  applicability: Applicability;
  /** YYYY-MM-DD in London. */
  today: string;
};

type Where = { urn: string; responseId: string };

/**
 * Loads a response of the school in the address and checks that the person may do `action` with it
 * (reading the draft, unless said otherwise). Throws `not-found` outside the person's scope, also for
 * another school's id under this school's address, and `forbidden` with the reason inside it.
 */
export async function loadResponse(
  app: App,
  actor: Actor,
  { urn, responseId, action = "response.view-draft" }: Where & { action?: ResponseAction },
): Promise<Loaded> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const row = await findResponse(app.db.read, { schoolId: school.id, responseId });
  if (row === undefined) throw new AppError("not-found");
  const today = londonDate(app.clock.now());
  const facts = await responseFacts(app, actor, { row, today });
  stopUnless(can(actor, action, facts));
  const version = { versionId: row.versionId, sha256: row.definitionSha256 };
  const definition = await publishedDefinition(app, version);
  const applicability = applicabilityOf(row, { school, roundSections: row.roundSections });
  return { school, row, definition, facts, applicability, today };
}

/** The columns of a response that the policy decides on. */
type DecidingColumns = Pick<
  ResponseRow,
  | "schoolId"
  | "questionnaireKey"
  | "state"
  | "roundId"
  | "roundOrganisationId"
  | "closedAt"
  | "openedByOfficerAt"
> & {
  /** Needed wherever it is asked whether answers may change. */
  opensOn?: ResponseRow["opensOn"];
};

/** The policy's facts of a response. Who the round is shared with matters only to people of organisations. */
export async function responseFacts(
  app: App,
  actor: Actor,
  { row, today }: { row: DecidingColumns; today: string },
): Promise<ResponseFacts> {
  const isOfficer = actor.grants.some((grant) => grant.organisationId !== null);
  const sharedWith =
    row.roundId !== null && isOfficer
      ? await listRoundShares(app.db.read, { roundId: row.roundId })
      : [];
  const round =
    row.roundOrganisationId === null
      ? null
      : { organisationId: row.roundOrganisationId, sharedWith, open: row.closedAt === null };
  return {
    today,
    schoolId: row.schoolId,
    questionnaireKey: row.questionnaireKey,
    state: row.state,
    round,
    ...(row.opensOn ? { opensOn: row.opensOn } : {}),
    openedByOfficer: row.openedByOfficerAt !== null,
    // Only signing asks who signed last; it loads that itself.
    signedBy: null,
  };
}
