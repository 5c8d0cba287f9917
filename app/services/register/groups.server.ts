import { stringify } from "csv-stringify/sync";
import type { Actor } from "~/domain/policy/actor";
import type { GroupKind } from "~/domain/register/group-kinds";
import { readGroup, type GroupProblem, type TypedGroup } from "~/domain/register/read-group";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { insertAudit } from "~db/queries/audit";
import {
  changeGroup,
  clearGroup,
  deleteGroup,
  findGroup,
  insertGroupMembers,
  insertGroupRules,
  insertGroups,
  isGroupNameTaken,
  listGroupRules,
  listGroups,
  listMembers,
  listSchoolsByGroup,
  type GroupRow,
} from "~db/queries/school-groups";
import { listSchoolsCovered } from "~db/queries/schools";
import type { Reader, Writer } from "~db/types";

const action = "organisation.manage-register";

export type GroupsView = {
  organisation: OrganisationView;
  groups: (GroupRow & { schools: number })[];
};

/** The groups an organisation puts its schools into, with how many are in each. Throws `not-found` or `forbidden`. */
export async function viewGroups(app: App, actor: Actor, key: string): Promise<GroupsView> {
  const { organisation, view } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const groups = await listGroups(app.db.read, { organisationId });
  const rows = await listSchoolsByGroup(app.db.read, { organisationId });
  const counts = new Map<string, number>();
  for (const { groupId } of rows) counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
  return {
    organisation: view,
    groups: groups.map((group) => ({ ...group, schools: counts.get(group.id) ?? 0 })),
  };
}

/** Every group with its schools as CSV, a line for each: kind, group, urn, school. */
export async function exportGroups(app: App, actor: Actor, key: string): Promise<string> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const groups = await listGroups(app.db.read, { organisationId });
  const covered = await listSchoolsCovered(app.db.read, { organisationId });
  const rows = await listSchoolsByGroup(app.db.read, { organisationId });
  const lines = groups.flatMap(({ id, kind, name }) => {
    const inside = new Set(rows.filter((row) => row.groupId === id).map((row) => row.schoolId));
    return covered
      .filter((school) => inside.has(school.id))
      .map((school) => [kind, name, school.urn, school.name]);
  });
  return stringify([["kind", "group", "urn", "school"], ...lines], { escape_formulas: true });
}

export type GroupView = {
  organisation: OrganisationView;
  group: GroupRow;
  members: { urn: string; name: string }[];
  /** "district:Thanet". */
  rules: string[];
  /** What may take schools in by itself. */
  districts: string[];
  trusts: string[];
  schools: { urn: string; name: string }[];
  /** Schools outside it whose name, town or URN holds the words looked for; null: none were. */
  found: { words: string; schools: { urn: string; name: string; town: string }[] } | null;
};

type Asked = { key: string; groupId: string };

/** One group, to be changed. Throws `not-found` or `forbidden`. */
export async function viewGroup(
  app: App,
  actor: Actor,
  { find = "", ...asked }: Asked & { find?: string },
): Promise<GroupView> {
  const { organisation, view } = await loadOrganisation(app, actor, { key: asked.key, action });
  const organisationId = organisation.id;
  const group = await groupOf(app.db.read, { organisationId, groupId: asked.groupId });
  const covered = await listSchoolsCovered(app.db.read, { organisationId });
  const rules = await listGroupRules(app.db.read, { organisationId });
  const rows = await listSchoolsByGroup(app.db.read, { organisationId, groupIds: [group.id] });
  const inside = new Set(rows.map(({ schoolId }) => schoolId));
  const named = (values: (string | null)[]) =>
    [...new Set(values.flatMap((value) => (value === null || value === "" ? [] : [value])))].sort();
  return {
    organisation: view,
    group,
    members: await listMembers(app.db.read, { groupId: group.id }),
    rules: rules
      .filter(({ groupId }) => groupId === group.id)
      .map(({ fact, value }) => `${fact}:${value}`),
    districts: named(covered.map(({ district }) => district)),
    trusts: named(covered.map(({ trustName }) => trustName)),
    schools: covered.filter(({ id }) => inside.has(id)).map(({ urn, name }) => ({ urn, name })),
    found: find === "" ? null : { words: find, schools: finding(covered, { find, inside }) },
  };
}

/** More than this is a list to look through, and no search. */
const MOST_FOUND = 20;

type Covered = Awaited<ReturnType<typeof listSchoolsCovered>>;

function finding(covered: Covered, of: { find: string; inside: ReadonlySet<string> }) {
  const words = of.find.toLowerCase();
  return covered
    .filter(({ id }) => !of.inside.has(id))
    .filter(({ name, town, urn }) => `${name} ${town} ${urn}`.toLowerCase().includes(words))
    .slice(0, MOST_FOUND)
    .map(({ urn, name, town }) => ({ urn, name, town }));
}

async function groupOf(
  read: Reader,
  scope: { organisationId: string; groupId: string },
): Promise<GroupRow> {
  const group = await findGroup(read, scope);
  if (group === undefined) throw new AppError("not-found");
  return group;
}

type ToAdd = { key: string; kind: GroupKind; typed: TypedGroup };

/** Adds a group. Throws `not-found` or `forbidden`. */
export async function addGroup(
  app: App,
  actor: Actor,
  { key, kind, typed }: ToAdd,
): Promise<Result<{ groupId: string }, GroupProblem[]>> {
  const loaded = await loadOrganisation(app, actor, { key, action });
  const organisationId = loaded.organisation.id;
  const read = readGroup(typed, await coveredByUrn(app, organisationId));
  if (!read.ok) return read;
  const groupId = app.newId();
  return app.db.transact(async (tx) => {
    const { name } = read.value;
    const named = { organisationId, kind, name, otherThan: null };
    if (await isGroupNameTaken(tx, named)) return refused([TAKEN]);
    const createdAt = app.clock.now();
    await insertGroups(tx, [{ id: groupId, organisationId, kind, name, version: 1, createdAt }]);
    await fillGroup(tx, { groupId, ...read.value });
    await recordGroup(tx, app, { actor, loaded, groupId, event: "group.added" });
    return ok({ groupId });
  });
}

const TAKEN: GroupProblem = {
  field: "name",
  message: "Another group has this name: choose another",
};

type ToChange = Asked & { version: number; typed: TypedGroup };

/** Changes name, schools and rules from `version`. `conflict`: somebody else was first. */
export async function saveGroup(
  app: App,
  actor: Actor,
  { key, groupId, version, typed }: ToChange,
): Promise<Result<null, GroupProblem[] | "conflict">> {
  const loaded = await loadOrganisation(app, actor, { key, action });
  const organisationId = loaded.organisation.id;
  const read = readGroup(typed, await coveredByUrn(app, organisationId));
  return app.db.transact(async (tx) => {
    const { kind } = await groupOf(tx, { organisationId, groupId });
    if (!read.ok) return read;
    const { name } = read.value;
    const named = { organisationId, kind, name, otherThan: groupId };
    if (await isGroupNameTaken(tx, named)) return refused([TAKEN]);
    if (!(await changeGroup(tx, { groupId, name, version }))) return refused("conflict");
    await clearGroup(tx, { groupId });
    await fillGroup(tx, { groupId, ...read.value });
    await recordGroup(tx, app, { actor, loaded, groupId, event: "group.changed" });
    return ok(null);
  });
}

/** Takes a group away; its schools stay. False where somebody else was first. */
export async function removeGroup(
  app: App,
  actor: Actor,
  { key, groupId, version }: Asked & { version: number },
): Promise<boolean> {
  const loaded = await loadOrganisation(app, actor, { key, action });
  return app.db.transact(async (tx) => {
    await groupOf(tx, { organisationId: loaded.organisation.id, groupId });
    if (!(await deleteGroup(tx, { groupId, version }))) return false;
    await recordGroup(tx, app, { actor, loaded, groupId, event: "group.removed" });
    return true;
  });
}

async function coveredByUrn(app: App, organisationId: string): Promise<Map<string, string>> {
  const covered = await listSchoolsCovered(app.db.read, { organisationId });
  return new Map(covered.map(({ urn, id }) => [urn, id]));
}

/** Rows in one insert: an engine takes a limited number of values in a query. */
const BATCH = 300;

type Filling = {
  groupId: string;
  schoolIds: readonly string[];
  rules: readonly { fact: "district" | "trust"; value: string }[];
};

/** Puts schools and rules into a group. */
export async function fillGroup(tx: Writer, { groupId, schoolIds, rules }: Filling): Promise<void> {
  const members = schoolIds.map((schoolId) => ({ groupId, schoolId }));
  for (let from = 0; from < members.length; from += BATCH) {
    await insertGroupMembers(tx, members.slice(from, from + BATCH));
  }
  await insertGroupRules(
    tx,
    rules.map((rule) => ({ ...rule, groupId })),
  );
}

type Recorded = {
  actor: Actor;
  loaded: LoadedOrganisation;
  groupId: string;
  event: "group.added" | "group.changed" | "group.removed";
};

/** Notes in the record that a group was added, changed or taken away. */
export async function recordGroup(
  tx: Writer,
  app: App,
  { actor, loaded, groupId, event }: Recorded,
) {
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId: actor.userId,
    event,
    organisationId: loaded.organisation.id,
    subjectKind: "school-group",
    subjectId: groupId,
  });
}
