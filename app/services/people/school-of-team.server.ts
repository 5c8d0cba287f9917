import { londonDate } from "~/domain/calendar/format";
import { isCurrentOrComing } from "~/domain/people/leaving";
import type { SchoolAction } from "~/domain/policy/actions";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { SchoolFacts } from "~/domain/policy/facts";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { listPlaceGrants, type PlaceGrant } from "~db/queries/grants";
import { listOpenInvitations, type OpenInvitation } from "~db/queries/invitations";
import { listPublishedVersions } from "~db/queries/responses";
import {
  findSchoolByUrn,
  listOrganisationsCovering,
  type SchoolFacts as School,
} from "~db/queries/schools";
import type { Reader } from "~db/types";
import { stopUnless } from "../answering/stop-unless.server";
import type { ChoiceView } from "./views";

export type SchoolOfTeam = { school: School; facts: SchoolFacts };

/** The school in the address, once the person may do this there. Throws `not-found` or `forbidden`. */
export async function schoolOfTeam(
  app: App,
  actor: Actor,
  { urn, action }: { urn: string; action: SchoolAction },
): Promise<SchoolOfTeam> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const coveredBy = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  const facts = { today: londonDate(app.clock.now()), schoolId: school.id, coveredBy };
  stopUnless(can(actor, action, facts));
  return { school, facts };
}

/** Everyone at a school now or later, and who is asked. Read inside a transaction where it gates a write. */
export type Team = { grants: PlaceGrant[]; invitations: OpenInvitation[]; hasHead: boolean };

export async function readTeam(
  read: Reader,
  { schoolId, today, now }: { schoolId: string; today: string; now: Date },
): Promise<Team> {
  const grants = await listPlaceGrants(read, { schoolId, today });
  const invitations = await listOpenInvitations(read, { schoolId });
  return { grants, invitations, hasHead: hasHead({ grants, invitations }, { today, now }) };
}

function hasHead(
  { grants, invitations }: Pick<Team, "grants" | "invitations">,
  { today, now }: { today: string; now: Date },
): boolean {
  const isHeld = grants.some((grant) => grant.role === "head" && isCurrentOrComing(grant, today));
  return isHeld || invitations.some(({ role, expiresAt }) => role === "head" && now < expiresAt);
}

/** Questionnaires a role may be limited to: those published by these organisations, each once. */
export async function questionnaireChoices(
  app: App,
  organisationIds: readonly string[],
): Promise<ChoiceView[]> {
  const versions = await listPublishedVersions(app.db.read, { organisationIds });
  const titles = new Map(versions.map((one) => [one.questionnaireKey, one.title]));
  return [...titles].map(([value, label]) => ({ value, label }));
}
