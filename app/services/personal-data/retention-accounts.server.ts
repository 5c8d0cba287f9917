import { londonDate } from "~/domain/calendar/format";
import type { Day } from "~/domain/calendar/day";
import { goesOn, noticeStep, type RetentionLimit } from "~/domain/personal-data/retention-limits";
import {
  limitFor,
  type RetentionItem,
  type Schedules,
} from "~/domain/personal-data/retention-plan";
import type { App } from "~/platform/app.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { listErasedIds, listUnerased } from "~db/queries/erasures";
import { findUser } from "~db/queries/people";
import {
  endNotice,
  insertNotice,
  listNotices,
  type NoticeRow,
} from "~db/queries/retention-settings";
import { eraseAccount, eraseRestored } from "./erase-account.server";
import { listRemembered, rememberErasure } from "./erasure-journal.server";

/** Erases again whoever an old backup brought back, and notes beside the database whom it knows to be erased. */
export async function eraseAgain(app: App): Promise<void> {
  const remembered = await listRemembered(app);
  for (const userId of await listUnerased(app.db.read, remembered)) {
    await app.db.transact((tx) => eraseRestored(tx, app, userId));
  }
  const known = new Set(remembered);
  for (const userId of await listErasedIds(app.db.read)) {
    if (!known.has(userId)) await rememberErasure(app, userId);
  }
}

type Keeping = { items: readonly RetentionItem[]; schedules: Schedules; today: Day };

/**
 * Accounts of people with no role left: each is told 30 days before, then erased. Who has a role again, or whose
 * organisation keeps longer, is left alone. Answers whose accounts were erased.
 */
export async function keepAccounts(
  app: App,
  { items, schedules, today }: Keeping,
): Promise<RetentionItem[]> {
  const notices = new Map(
    (await listNotices(app.db.read, "account")).map((notice) => [notice.subjectId, notice]),
  );
  const erased: RetentionItem[] = [];
  for (const item of items.filter(({ kind }) => kind === "accounts")) {
    const limit = limitFor(item, schedules);
    const notice = notices.get(item.id);
    if (limit === null) continue;
    const toldOn = notice === undefined ? null : londonDate(notice.toldAt);
    const step = noticeStep(limit, { since: item.since, today, toldOn });
    if (step === "keep") continue;
    notices.delete(item.id);
    if (step === "tell") await tell(app, { item, limit, today });
    if (step === "remove" && notice !== undefined && (await erase(app, notice))) erased.push(item);
  }
  await endNotices(app, [...notices.values()]);
  return erased;
}

type Telling = { item: RetentionItem; limit: RetentionLimit; today: Day };

async function tell(app: App, { item, limit, today }: Telling): Promise<void> {
  const user = await findUser(app.db.read, item.id);
  const goes = goesOn(limit, { since: item.since, toldOn: today });
  if (user === undefined || goes === null) return;
  const { id: userId, email, name } = user;
  const toldAt = app.clock.now();
  await app.db.transact(async (tx) => {
    const id = app.newId();
    const notice = { id, kind: "account", subjectId: userId, schoolId: null, toldAt } as const;
    await insertNotice(tx, { ...notice, goesOn: goes });
    await queueMail(tx, {
      id: app.newId(),
      template: "account-going",
      data: { goesOn: goes, path: "/account/my-data" },
      to: { userId, email, name },
      at: toldAt,
    });
  });
  app.wakeWorker();
}

async function erase(app: App, notice: NoticeRow): Promise<boolean> {
  const userId = notice.subjectId;
  const at = app.clock.now();
  const done = await app.db.transact(async (tx) => {
    // Asked again in here: a role may have come since the night began, and then the notice is for the next one to end.
    const erased = await eraseAccount(tx, app, { userId, by: null, way: "schedule" });
    if (erased.ok) await endNotice(tx, { id: notice.id, outcome: "removed", at });
    return erased.ok;
  });
  if (done) await rememberErasure(app, userId);
  return done;
}

/** What was told of no longer goes: a new notice is needed before it does. */
async function endNotices(app: App, notices: readonly NoticeRow[]): Promise<void> {
  const at = app.clock.now();
  for (const { id } of notices) {
    await app.db.transact((tx) => endNotice(tx, { id, outcome: "kept", at }));
  }
}
