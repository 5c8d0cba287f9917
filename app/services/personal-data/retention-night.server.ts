import { londonDate } from "~/domain/calendar/format";
import {
  countKind,
  itemsDue,
  withSchedule,
  type RetentionItem,
  type Schedules,
} from "~/domain/personal-data/retention-plan";
import { SERVICE_KINDS, sweepBefore } from "~/domain/personal-data/retention-schedule";
import {
  SETTABLE_KINDS,
  USUAL_SETTINGS,
  type SettableKind,
} from "~/domain/personal-data/retention-settings";
import { KeepRetentionSchema } from "~/domain/work/outbox";
import type { App } from "~/platform/app.server";
import type { Job } from "~/platform/outbox-worker.server";
import {
  deleteInvitations,
  deleteMails,
  deleteOldProofs,
  listOrganisationIds,
  oldestOf,
  sweep,
} from "~db/queries/retention-rows";
import { addToReport } from "~db/queries/retention-settings";
import type { Writer } from "~db/types";
import { eraseAgain, keepAccounts } from "./retention-accounts.server";
import { rotateBackups } from "./retention-backups.server";
import { listItems, loadSchedules } from "./retention-items.server";
import { keepReviews } from "./retention-reviews.server";

/** Rows in one transaction, so that nobody's save waits long behind them. */
const AT_ONCE = 100;

/**
 * The night's deleting (the outbox's `keep-retention`), a little at a time: it may be run again at any point, for what is
 * gone is no longer due. What was done is written down kind by kind.
 */
export async function keepRetention({ app, payload }: Job): Promise<void> {
  const { day } = KeepRetentionSchema.parse(payload);
  await eraseAgain(app);
  await sweepService(app, day);
  const schedules = await loadSchedules(app);
  const items = await listItems(app);
  const today = londonDate(app.clock.now());
  const due = itemsDue(items, { schedules, today });
  await removeRows(app, due);
  const erased = await keepAccounts(app, { items, schedules, today });
  await keepReviews(app, { today });
  await reportNight(app, { day, schedules, items, removed: [...due.filter(isRow), ...erased] });
  await rotateBackups(app);
}

const isRow = ({ kind }: RetentionItem): boolean => kind !== "accounts";

const REMOVERS: Record<
  Exclude<SettableKind, "accounts">,
  (tx: Writer, ids: readonly string[]) => Promise<number>
> = { mails: deleteMails, bounces: deleteMails, invitations: deleteInvitations };

async function removeRows(app: App, due: readonly RetentionItem[]): Promise<void> {
  for (const kind of ["mails", "bounces", "invitations"] as const) {
    const ids = due.filter((item) => item.kind === kind).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      await app.db.transact((tx) => REMOVERS[kind](tx, some));
    }
  }
}

/** What goes by one clock for everybody: sessions, links that ran out, work that is done. */
async function sweepService(app: App, day: string): Promise<void> {
  const at = app.clock.now();
  for (const kind of SERVICE_KINDS) {
    const before = sweepBefore(kind, at);
    const limit = AT_ONCE;
    let removed = 0;
    for (let swept = limit; swept >= limit; removed += swept) {
      swept = await app.db.transact((tx) => sweep(tx, { kind, before, limit }));
    }
    const oldest = await oldestOf(app.db.read, kind);
    const oldestKept = oldest === null ? null : londonDate(oldest);
    const night = { organisationId: null, day, kind, removed, oldestKept, preview: false, at };
    await app.db.transact((tx) => addToReport(tx, night));
  }
  await app.db.transact((tx) => deleteOldProofs(tx, sweepBefore("password-resets", at)));
}

type Night = {
  day: string;
  schedules: Schedules;
  items: readonly RetentionItem[];
  removed: readonly RetentionItem[];
};

/** One line a kind for each organisation: what went, or where nobody has let it begin, what would have gone. */
async function reportNight(app: App, { day, schedules, items, removed }: Night): Promise<void> {
  const at = app.clock.now();
  const today = londonDate(at);
  for (const organisationId of await listOrganisationIds(app.db.read)) {
    const schedule = schedules.get(organisationId);
    const preview = schedule?.started !== true;
    const settings = schedule?.settings ?? USUAL_SETTINGS;
    const wouldBe = withSchedule(schedules, { organisationId, settings });
    const due = preview ? itemsDue(items, { schedules: wouldBe, today }) : removed;
    const counts = SETTABLE_KINDS.map((kind) => countKind(kind, { items, due, organisationId }));
    await app.db.transact(async (tx) => {
      for (const { kind, due: count, oldest } of counts) {
        const night = {
          organisationId,
          day,
          kind,
          removed: count,
          oldestKept: oldest,
          preview,
          at,
        };
        await addToReport(tx, night);
      }
    });
  }
}
