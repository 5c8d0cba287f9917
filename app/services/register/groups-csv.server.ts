import { createHash } from "node:crypto";
import type { Actor } from "~/domain/policy/actor";
import type { GroupKind } from "~/domain/register/group-kinds";
import {
  changesNothing,
  planGroups,
  type GroupLine,
  type GroupLineProblem,
  type GroupPlan,
  type StandingGroup,
} from "~/domain/register/plan-groups";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import { cellOf, readCsvRecords } from "~/platform/csv-records.server";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import {
  changeGroup,
  clearMembers,
  insertGroups,
  listGroups,
  listPutByHand,
  listSchoolsByGroup,
} from "~db/queries/school-groups";
import { listSchoolsCovered } from "~db/queries/schools";
import type { Reader, Writer } from "~db/types";
import { fillGroup, recordGroup } from "./groups.server";

const action = "organisation.manage-register";
const MOST_LINES = 5000;

export type GroupPlanView = {
  kind: GroupKind;
  name: string;
  does: "add" | "change" | "nothing";
  /** Names of schools. */
  put: string[];
  out: string[];
};
/** `seen`: what was looked through, so that nothing else is done. */
export type GroupsPreviewView = {
  groups: GroupPlanView[];
  problems: GroupLineProblem[];
  ready: number;
  seen: string;
};

/** Whose groups a file would change. Throws `not-found` or `forbidden`. */
export async function viewGroupsImport(
  app: App,
  actor: Actor,
  key: string,
): Promise<OrganisationView> {
  return (await loadOrganisation(app, actor, { key, action })).view;
}

/** Reads the columns kind, group and urn, as our own file has them. */
function readLines(csv: string): Result<GroupLine[], string> {
  const read = readCsvRecords(csv);
  if (!read.ok) return read;
  const [first] = read.value;
  if (first === undefined) return refused("Choose a file with at least one line under its first");
  const absent = ["kind", "group", "urn"].filter((name) => first.record[name] === undefined);
  if (absent.length > 0) return refused(`Line 1: there is no column ${absent.join(", ")}`);
  if (read.value.length > MOST_LINES) {
    return refused(`Choose a file of ${MOST_LINES} lines or fewer`);
  }
  return ok(
    read.value.map((one) => ({
      line: one.info.lines,
      kind: cellOf(one, "kind"),
      group: cellOf(one, "group"),
      urn: cellOf(one, "urn"),
    })),
  );
}

/** What a file would do, group by group; nothing is changed. Throws `not-found` or `forbidden`. */
export async function previewGroups(
  app: App,
  actor: Actor,
  { key, csv }: { key: string; csv: string },
): Promise<Result<GroupsPreviewView, string>> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  const lines = readLines(csv);
  if (!lines.ok) return lines;
  const { plans, problems, schools } = await plan(app.db.read, organisation.id, lines.value);
  const nameOf = (urn: string) => schools.get(urn)?.name ?? urn;
  return ok({
    groups: plans.map((one) => ({
      kind: one.kind,
      name: one.name,
      does: doesOf(one),
      put: one.put.map(nameOf),
      out: one.out.map(nameOf),
    })),
    problems,
    ready: problems.length > 0 ? 0 : plans.filter((one) => !changesNothing(one)).length,
    seen: seenOf(plans),
  });
}

const doesOf = (one: GroupPlan): GroupPlanView["does"] => {
  if (one.standing === null) return "add";
  return changesNothing(one) ? "nothing" : "change";
};

const seenOf = (plans: readonly GroupPlan[]): string =>
  createHash("sha256").update(JSON.stringify(plans)).digest("hex");

async function plan(read: Reader, organisationId: string, lines: readonly GroupLine[]) {
  const covered = await listSchoolsCovered(read, { organisationId });
  const schools = new Map(covered.map(({ id, urn, name }) => [urn, { id, name }]));
  const urnOf = new Map(covered.map(({ id, urn }) => [id, urn]));
  const byHand = await listPutByHand(read, { organisationId });
  const inside = await listSchoolsByGroup(read, { organisationId });
  const standing = (await listGroups(read, { organisationId })).map((group): StandingGroup => {
    const hand = new Set(byHand.flatMap((row) => (row.groupId === group.id ? [row.urn] : [])));
    const all = inside.flatMap((row) =>
      row.groupId === group.id ? [urnOf.get(row.schoolId) ?? ""] : [],
    );
    const byRule = new Set(all.filter((urn) => !hand.has(urn)));
    const { id, kind, name, version } = group;
    return { id, kind, name, version, byHand: hand, byRule };
  });
  return { ...planGroups(lines, { covered: new Set(schools.keys()), standing }), schools };
}

const MOVED_ON = "Groups or schools have changed since you looked: choose the file again";

/** Does what was looked through, all of it or nothing. Throws `not-found` or `forbidden`. */
export async function applyGroups(
  app: App,
  actor: Actor,
  { key, csv, seen }: { key: string; csv: string; seen: string },
): Promise<Result<{ groups: number }, string>> {
  const loaded = await loadOrganisation(app, actor, { key, action });
  const lines = readLines(csv);
  if (!lines.ok) return lines;
  return app.db.transact(async (tx) => {
    const { plans, problems, schools } = await plan(tx, loaded.organisation.id, lines.value);
    if (problems.length > 0 || seenOf(plans) !== seen) return refused(MOVED_ON);
    const wanted = plans.filter((one) => !changesNothing(one));
    for (const one of wanted) {
      const schoolIds = one.urns.flatMap((urn) => schools.get(urn)?.id ?? []);
      await write(tx, { app, actor, loaded, one, schoolIds });
    }
    return ok({ groups: wanted.length });
  });
}

type Writing = {
  app: App;
  actor: Actor;
  loaded: LoadedOrganisation;
  one: GroupPlan;
  schoolIds: string[];
};

async function write(tx: Writer, { app, actor, loaded, one, schoolIds }: Writing): Promise<void> {
  const { kind, name, standing } = one;
  const groupId = standing?.id ?? app.newId();
  if (standing === null) {
    const created = { version: 1, createdAt: app.clock.now() };
    const organisationId = loaded.organisation.id;
    await insertGroups(tx, [{ id: groupId, organisationId, kind, name, ...created }]);
  } else {
    const isFirst = await changeGroup(tx, { groupId, name, version: standing.version });
    if (!isFirst) throw new AppError("conflict");
    await clearMembers(tx, { groupId });
  }
  await fillGroup(tx, { groupId, schoolIds, rules: [] });
  const event = standing === null ? ("group.added" as const) : ("group.changed" as const);
  await recordGroup(tx, app, { actor, loaded, groupId, event });
}
