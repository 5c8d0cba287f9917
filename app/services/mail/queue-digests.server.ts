import type { Calendar } from "~/domain/calendar/calendar";
import { londonDate } from "~/domain/calendar/format";
import { londonMoment } from "~/domain/calendar/london-time";
import { digestDue } from "~/domain/mail/digest-due";
import type { App } from "~/platform/app.server";
import { listDigestReaders, noteDigestMade } from "~db/queries/mail-preferences";
import { enqueue } from "~db/queries/outbox";
import { mailCalendar, placeOf, type MailPlace } from "./mail-calendar.server";

/** The digest says what waits at eight, when it may leave. Minutes since midnight in London. */
const MADE_AT = 8 * 60;
/** People in one transaction, so that nobody's save waits long behind them. */
const AT_ONCE = 100;

/** The daily job of the weekly mail: asks for a digest for everyone whose week has begun. */
export async function queueDigests(app: App): Promise<void> {
  const due = await readersDue(app);
  for (let start = 0; start < due.length; start += AT_ONCE) {
    await askFor(app, due.slice(start, start + AT_ONCE));
  }
}

async function readersDue(app: App): Promise<string[]> {
  const today = londonDate(app.clock.now());
  const known = new Map<string, Calendar>();
  const due: string[] = [];
  for (const { userId, digest, day, lastMadeOn } of await listDigestReaders(app.db.read)) {
    if (!digest) continue;
    const place = await placeOf(app, userId);
    const calendar = known.get(keyOf(place)) ?? (await mailCalendar(app, place));
    known.set(keyOf(place), calendar);
    if (digestDue({ today, day, lastMadeOn, calendar })) due.push(userId);
  }
  return due;
}

const keyOf = ({ schoolId, organisationId }: MailPlace): string =>
  `${schoolId ?? ""} ${organisationId ?? ""}`;

async function askFor(app: App, userIds: readonly string[]): Promise<void> {
  const at = app.clock.now();
  const day = londonDate(at);
  const jobs = userIds.map((userId) => ({ userId, id: app.newId(), mailId: app.newId() }));
  await app.db.transact(async (tx) => {
    for (const { userId, id, mailId } of jobs) {
      const notBefore = londonMoment(day, MADE_AT);
      await enqueue(tx, { id, kind: "make-digest", payload: { userId, mailId }, at, notBefore });
      await noteDigestMade(tx, { userId, day });
    }
  });
}
