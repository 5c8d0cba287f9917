import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { ResponseState } from "~/domain/response/states";
import type { GroupKind } from "~/domain/register/group-kinds";
import { standingOfSchool, type SchoolStanding } from "~/domain/register/filter-schools";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { listVisitsSeen, type VisitRowView } from "~/services/visits/list-visits.server";
import { listGroups, listSchoolsByGroup } from "~db/queries/school-groups";
import {
  listInCharge,
  listInvitedSchools,
  listJoinedSchools,
  listLinked,
  listRoundsOfSchools,
} from "~db/queries/school-standing";
import { findSchoolByUrn, listOrganisationsCovering, type SchoolFacts } from "~db/queries/schools";

export type LinkedView = {
  urn: string;
  name: string;
  on: string | null;
  /** Whether the school after took the open work and people of the one before over. */
  takenOver: boolean;
  /** Whether this organisation has a page of it. */
  covered: boolean;
};
export type SchoolRoundView = {
  responseId: string;
  roundTitle: string;
  state: ResponseState;
  closed: boolean;
  /** The copy that stands, to be read on the page of the return. */
  signed: { number: number; at: Date; reference: string | null } | null;
  /** The school before, where it was signed there. */
  heldBy: string | null;
};
export type SchoolPageView = {
  organisation: OrganisationView;
  school: SchoolFacts;
  standing: SchoolStanding;
  groups: { id: string; kind: GroupKind; name: string }[];
  inCharge: { name: string; email: string; role: "head" | "coordinator"; title: string | null }[];
  before: LinkedView[];
  after: LinkedView[];
  rounds: SchoolRoundView[];
  visits: VisitRowView[];
};

/**
 * A school as its organisation knows it: the register, who is in charge, every round and visit the reader may know of,
 * with those of the schools before it. Throws `not-found` where it is not covered, or `forbidden`.
 */
export async function viewSchoolPage(
  app: App,
  actor: Actor,
  { key, urn }: { key: string; urn: string },
): Promise<SchoolPageView> {
  const action = "organisation.view-schools";
  const loaded = await loadOrganisation(app, actor, { key, action });
  const school = await coveredSchool(app, { organisationId: loaded.organisation.id, urn });
  const { before, after } = await listLinked(app.db.read, { schoolId: school.id });
  const schoolIds = [school.id, ...before.map(({ id }) => id)];
  const links = linkViews(app, loaded);
  return {
    organisation: loaded.view,
    school,
    standing: await standing(app, loaded, school),
    groups: await groupsOf(app, loaded, school.id),
    inCharge: await inCharge(app, loaded, school.id),
    before: await Promise.all(before.map(links)),
    after: await Promise.all(after.map(links)),
    rounds: await roundViews(app, actor, { loaded, school, before }),
    visits: await listVisitsSeen(app, actor, { schoolIds }),
  };
}

async function coveredSchool(
  app: App,
  { organisationId, urn }: { organisationId: string; urn: string },
): Promise<SchoolFacts> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const covering = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  if (!covering.includes(organisationId)) throw new AppError("not-found");
  return school;
}

async function standing(
  app: App,
  { organisation, today, questionnaires }: LoadedOrganisation,
  school: SchoolFacts,
) {
  const organisationId = organisation.id;
  const invited = await listInvitedSchools(app.db.read, { organisationId, questionnaires });
  const joined = await listJoinedSchools(app.db.read, { organisationId, today });
  return standingOfSchool(school, { invited, joined });
}

async function groupsOf(app: App, { organisation }: LoadedOrganisation, schoolId: string) {
  const organisationId = organisation.id;
  const rows = await listSchoolsByGroup(app.db.read, { organisationId });
  const ids = new Set(rows.filter((row) => row.schoolId === schoolId).map((row) => row.groupId));
  const groups = await listGroups(app.db.read, { organisationId });
  return groups.filter(({ id }) => ids.has(id)).map(({ id, kind, name }) => ({ id, kind, name }));
}

/** Someone limited to one questionnaire here knows of those in charge of it, not of another's coordinator. */
async function inCharge(
  app: App,
  { questionnaires, today }: LoadedOrganisation,
  schoolId: string,
): Promise<SchoolPageView["inCharge"]> {
  const rows = await listInCharge(app.db.read, { schoolId, today });
  return rows.flatMap(({ name, email, role, signingTitle, questionnaireKey }) => {
    const isKnown =
      questionnaires === null ||
      questionnaireKey === null ||
      questionnaires.includes(questionnaireKey);
    if (!isKnown || (role !== "head" && role !== "coordinator")) return [];
    return [{ name, email, role, title: signingTitle }];
  });
}

type Linked = Awaited<ReturnType<typeof listLinked>>["before"][number];

function linkViews(app: App, { organisation }: LoadedOrganisation) {
  return async ({ id, urn, name, linkedOn, takenOverAt }: Linked): Promise<LinkedView> => {
    const covering = await listOrganisationsCovering(app.db.read, { schoolId: id });
    return {
      urn,
      name,
      on: linkedOn,
      takenOver: takenOverAt !== null,
      covered: covering.includes(organisation.id),
    };
  };
}

type OfSchool = { loaded: LoadedOrganisation; school: SchoolFacts; before: Linked[] };

async function roundViews(
  app: App,
  actor: Actor,
  { loaded, school, before }: OfSchool,
): Promise<SchoolRoundView[]> {
  const { organisation, questionnaires } = loaded;
  const schoolIds = [school.id, ...before.map(({ id }) => id)];
  const scope = { organisationId: organisation.id, schoolIds };
  const rows = await listRoundsOfSchools(app.db.read, scope);
  const facts = { organisationId: organisation.id, today: loaded.today };
  if (!can(actor, "organisation.view-returns", facts).allowed) return [];
  return rows
    .filter(({ questionnaireKey }) => questionnaires?.includes(questionnaireKey) ?? true)
    .map(({ responseId, schoolId, state, roundTitle, closedAt, ...copy }) => ({
      responseId,
      roundTitle,
      state,
      closed: closedAt !== null,
      signed:
        copy.copyNumber === null || copy.signedAt === null
          ? null
          : { number: copy.copyNumber, at: copy.signedAt, reference: copy.reference },
      heldBy: before.find(({ id }) => id === schoolId)?.name ?? null,
    }));
}
