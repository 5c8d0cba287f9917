import { can } from "~/domain/policy/can";
import type { Actor } from "~/domain/policy/actor";
import {
  schoolsPage,
  standingOfSchool,
  type SchoolsFilter,
  type SchoolsPage,
  type SchoolStanding,
} from "~/domain/register/filter-schools";
import type { GroupKind } from "~/domain/register/group-kinds";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { listGroups, listSchoolsByGroup } from "~db/queries/school-groups";
import { listInvitedSchools, listJoinedSchools } from "~db/queries/school-standing";
import { listSchoolsCovered } from "~db/queries/schools";

export type SchoolRowView = {
  id: string;
  urn: string;
  name: string;
  town: string;
  district: string | null;
  phaseName: string;
  standing: SchoolStanding;
};
export type SchoolsView = {
  organisation: OrganisationView;
  mayManage: boolean;
  filter: SchoolsFilter;
  groups: { id: string; kind: GroupKind; name: string }[];
  list: SchoolsPage<SchoolRowView>;
};

/** The schools an organisation covers, as a filter asks for them. Throws `not-found` or `forbidden`. */
export async function viewSchools(
  app: App,
  actor: Actor,
  { key, filter }: { key: string; filter: SchoolsFilter },
): Promise<SchoolsView> {
  const action = "organisation.view-schools";
  const loaded = await loadOrganisation(app, actor, { key, action });
  const { organisation, view, today, questionnaires } = loaded;
  const organisationId = organisation.id;
  const covered = await listSchoolsCovered(app.db.read, { organisationId });
  const invited = await listInvitedSchools(app.db.read, { organisationId, questionnaires });
  const joined = await listJoinedSchools(app.db.read, { organisationId, today });
  const rows = covered.map((school): SchoolRowView => {
    const { id, urn, name, town, district, laName, phaseName } = school;
    const standing = standingOfSchool(school, { invited, joined });
    return { id, urn, name, town, district: district ?? laName, phaseName, standing };
  });
  const groups = await listGroups(app.db.read, { organisationId });
  const inGroup = await schoolsOfGroup(app, { organisationId, group: filter.group });
  const facts = { organisationId, today };
  return {
    organisation: view,
    mayManage: can(actor, "organisation.manage-register", facts).allowed,
    filter,
    groups: groups.map(({ id, kind, name }) => ({ id, kind, name })),
    list: schoolsPage(rows, filter, inGroup),
  };
}

async function schoolsOfGroup(
  app: App,
  { organisationId, group }: { organisationId: string; group: string | null },
): Promise<ReadonlySet<string> | null> {
  if (group === null) return null;
  const rows = await listSchoolsByGroup(app.db.read, { organisationId, groupIds: [group] });
  return new Set(rows.map(({ schoolId }) => schoolId));
}
