import { londonDate } from "~/domain/calendar/format";
import type { Day } from "~/domain/calendar/day";
import { isCurrentOrComing } from "~/domain/people/leaving";
import type { RetentionItem, Schedules } from "~/domain/personal-data/retention-plan";
import { RetentionSettingsSchema } from "~/domain/personal-data/retention-settings";
import type { App } from "~/platform/app.server";
import { listErasedIds } from "~db/queries/erasures";
import { listLastDays } from "~db/queries/held-roles";
import {
  listAllCoverage,
  listClosedInvitations,
  listSettledMails,
} from "~db/queries/retention-rows";
import { listSchedules, type ScheduleRow } from "~db/queries/retention-settings";

/** Every organisation's schedule as it stands. */
export async function loadSchedules(app: App): Promise<Schedules> {
  const rows = await listSchedules(app.db.read);
  return new Map(
    rows.map((row) => [
      row.organisationId,
      { settings: settingsOf(row), started: row.startedAt !== null },
    ]),
  );
}

export function settingsOf(row: Pick<ScheduleRow, "settings"> | undefined) {
  const stored: unknown = JSON.parse(row?.settings ?? "{}");
  return RetentionSettingsSchema.parse(stored);
}

/** Everything an organisation's schedule speaks of, with whose it is and since when it is of no more use. */
export async function listItems(app: App): Promise<RetentionItem[]> {
  const { read } = app.db;
  const covering = groupBy(await listAllCoverage(read), ({ schoolId }) => schoolId);
  const people = await listPeople(app);
  const keepersOf = ({ schoolId, organisationId, userId }: Placed): string[] => {
    if (organisationId !== null) return [organisationId];
    if (schoolId !== null) return (covering.get(schoolId) ?? []).map((row) => row.organisationId);
    if (userId === null) return [];
    const places = people.get(userId)?.places ?? [];
    return [...new Set(places.flatMap((place) => keepersOf({ ...place, userId: null })))];
  };
  const mails = await listSettledMails(read);
  const invitations = await listClosedInvitations(read, app.clock.now());
  return [
    ...mails.map(({ id, at, bounced, ...placed }): RetentionItem => {
      const kind = bounced ? "bounces" : "mails";
      return { kind, id, since: londonDate(at), keepers: keepersOf(placed) };
    }),
    ...invitations.map(({ id, at, ...placed }): RetentionItem => {
      return { kind: "invitations", id, since: londonDate(at), keepers: keepersOf(placed) };
    }),
    ...(await withoutRole(app, people)).map(({ id, since, places }): RetentionItem => {
      const keepers = places.flatMap((place) => keepersOf({ ...place, userId: null }));
      return { kind: "accounts", id, since, keepers: [...new Set(keepers)] };
    }),
  ];
}

type Place = { schoolId: string | null; organisationId: string | null };
type Placed = Place & { userId: string | null };

type Person = {
  id: string;
  places: Place[];
  /** The last day of the last role, or the day the account was made; null: a role counts or will. */
  since: Day | null;
};

async function listPeople(app: App): Promise<Map<string, Person>> {
  const today = londonDate(app.clock.now());
  const rows = await listLastDays(app.db.read);
  const people = new Map<string, Person>();
  for (const [id, held] of groupBy(rows, ({ userId }) => userId)) {
    const roles = held.filter(({ grantId }) => grantId !== null);
    const hasRole = roles.some((role) => isCurrentOrComing(role, today));
    const days = roles.flatMap(({ to }) => (to === null ? [] : [to])).sort();
    const made = held[0] === undefined ? today : londonDate(held[0].createdAt);
    people.set(id, { id, places: roles, since: hasRole ? null : (days.at(-1) ?? made) });
  }
  return people;
}

async function withoutRole(app: App, people: Map<string, Person>) {
  const erased = new Set(await listErasedIds(app.db.read));
  return [...people.values()].flatMap(({ id, since, places }) =>
    since === null || erased.has(id) ? [] : [{ id, since, places }],
  );
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
