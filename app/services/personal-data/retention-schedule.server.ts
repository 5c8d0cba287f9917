import { londonDate } from "~/domain/calendar/format";
import {
  countKind,
  itemsDue,
  withSchedule,
  type KindCount,
} from "~/domain/personal-data/retention-plan";
import {
  readRetentionSettings,
  SETTABLE_KINDS,
  type RetentionSettings,
  type SettingsProblem,
  type TypedSettings,
} from "~/domain/personal-data/retention-settings";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { insertAudit } from "~db/queries/audit";
import {
  findSchedule,
  listReports,
  writeSchedule,
  type ReportRow,
} from "~db/queries/retention-settings";
import { listItems, loadSchedules, settingsOf } from "./retention-items.server";

export type NightView = Pick<ReportRow, "day" | "kind" | "removed" | "oldestKept" | "preview">;

export type RetentionView = {
  organisation: OrganisationView;
  settings: RetentionSettings;
  /** Null: nothing is deleted by this schedule yet. */
  startedAt: Date | null;
  /** Counts up with each change; a form says which it was made from. */
  version: number;
  /** What would go tonight, were deleting to begin; null once it has. */
  wouldGo: KindCount[] | null;
  /** Newest first. */
  nights: NightView[];
  /** The same of what the whole service sweeps up. */
  serviceNights: NightView[];
};

const action = "organisation.manage-retention";
/** Two weeks of four kinds, and of nine. */
const NIGHTS = { own: 14 * 4, service: 7 * 9 };

/** The schedule of an organisation, for its managers. Throws `not-found` or `forbidden`. */
export async function viewRetention(app: App, actor: Actor, key: string): Promise<RetentionView> {
  const { organisation, view } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const row = await findSchedule(app.db.read, organisationId);
  const settings = settingsOf(row);
  const startedAt = row?.startedAt ?? null;
  const wouldGo = startedAt === null ? await countsWith(app, { organisationId, settings }) : null;
  const { read } = app.db;
  return {
    organisation: view,
    settings,
    startedAt,
    version: row?.version ?? 0,
    wouldGo,
    nights: await listReports(read, { organisationId, limit: NIGHTS.own }),
    serviceNights: await listReports(read, { organisationId: null, limit: NIGHTS.service }),
  };
}

type With = { organisationId: string; settings: RetentionSettings };

async function countsWith(app: App, { organisationId, settings }: With): Promise<KindCount[]> {
  const { today, items, schedules } = await ground(app);
  const wouldBe = withSchedule(schedules, { organisationId, settings });
  const due = itemsDue(items, { schedules: wouldBe, today });
  return SETTABLE_KINDS.map((kind) => countKind(kind, { items, due, organisationId }));
}

async function ground(app: App) {
  const today = londonDate(app.clock.now());
  return { today, items: await listItems(app), schedules: await loadSchedules(app) };
}

type Change = { key: string; typed: TypedSettings; version: number };

export type Previewed = { settings: RetentionSettings; counts: KindCount[] };

/** What would go with other settings, before they are saved. */
export async function previewRetention(
  app: App,
  actor: Actor,
  { key, typed }: Pick<Change, "key" | "typed">,
): Promise<Result<Previewed, SettingsProblem[]>> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  const read = readRetentionSettings(typed);
  if (!read.ok) return read;
  const settings = read.value;
  const counts = await countsWith(app, { organisationId: organisation.id, settings });
  return ok({ settings, counts });
}

/**
 * Saves settings that were looked at before; `seen` is what was looked at, and other ones are only shown. Throws
 * `conflict` when somebody changed them meanwhile.
 */
export async function saveRetention(
  app: App,
  actor: Actor,
  { seen, ...change }: Change & { seen: string },
): Promise<Result<"saved" | Previewed, SettingsProblem[]>> {
  const previewed = await previewRetention(app, actor, change);
  if (!previewed.ok) return refused(previewed.problem);
  const { settings } = previewed.value;
  if (seen !== seenOf(settings)) return previewed;
  const { organisation } = await loadOrganisation(app, actor, { key: change.key, action });
  await write(app, actor, {
    organisationId: organisation.id,
    version: change.version,
    settings,
    event: "retention.changed",
  });
  return ok("saved");
}

/** What of settings a form carries to say that they were looked at. */
export const seenOf = (settings: RetentionSettings): string =>
  SETTABLE_KINDS.map((kind) => settings[kind]).join("-");

/** Lets deleting by the schedule begin, from the next night on. */
export async function startRetention(
  app: App,
  actor: Actor,
  { key, version }: { key: string; version: number },
): Promise<void> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const settings = settingsOf(await findSchedule(app.db.read, organisationId));
  await write(app, actor, { organisationId, version, settings, event: "retention.started" });
}

type Written = {
  organisationId: string;
  version: number;
  settings: RetentionSettings;
  event: "retention.changed" | "retention.started";
};

async function write(
  app: App,
  actor: Actor,
  { organisationId, version, settings, event }: Written,
) {
  const at = app.clock.now();
  const wrote = await app.db.transact(async (tx) => {
    const there = await findSchedule(tx, organisationId);
    if ((there?.version ?? 0) !== version) return false;
    const startedAt = there?.startedAt ?? (event === "retention.started" ? at : null);
    const row = {
      organisationId,
      settings: JSON.stringify(settings),
      startedAt,
      changedBy: actor.userId,
      changedAt: at,
      version: version + 1,
    };
    if (!(await writeSchedule(tx, row))) return false;
    await insertAudit(tx, {
      id: app.newId(),
      at,
      actorId: actor.userId,
      event,
      organisationId,
      subjectKind: "organisation",
      subjectId: organisationId,
      data: settings,
    });
    return true;
  });
  if (!wrote) throw new AppError("conflict");
}
