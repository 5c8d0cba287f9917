import path from "node:path";
import Database from "better-sqlite3";
import { isWorkingDay } from "~/domain/calendar/working-days";
import { addDays, type Day } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import { londonMoment } from "~/domain/calendar/london-time";
import { readCalendar } from "~/domain/calendar/read-calendar";
import { createCatchingMailer } from "~/platform/catching-mailer.server";
import type { App } from "~/platform/app.server";
import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { keepConfirmations } from "~/services/confirmations/keep-confirmations.server";
import { sendMail } from "~/services/mail/send-mail.server";
import { readFileSync } from "node:fs";
import { dataDir } from "./world";

/** Ten in the morning of the latest school day, today included: when mails that wait may leave. */
function schoolMorning(): Date {
  const read = readCalendar(readFileSync(path.resolve("db/demo/data/calendar.yaml"), "utf8"));
  if (!read.ok) throw new Error(read.problem.join("\n"));
  let day: Day = londonDate(new Date());
  while (!isWorkingDay(read.value, day)) day = addDays(day, -1);
  return londonMoment(day, 10 * 60);
}

/** Does something with the service as it is that morning, beside the server, whatever hour the tests run at. */
async function atSchoolMorning(doing: (app: App) => Promise<void>): Promise<void> {
  const env = { DATA_DIR: dataDir(), DEMO: "1", TEST_CLOCK: schoolMorning().toISOString() };
  const app = await makeApp({ config: loadConfig({ env, production: false }) });
  app.mailer = createCatchingMailer(app);
  try {
    await doing(app);
  } finally {
    await app.db.close();
  }
}

/** Lets the mails to an address that wait for school hours leave. The server finds them sent. */
export async function letMailsLeave(to: string): Promise<void> {
  const waiting = mailsWaitingFor(to);
  await atSchoolMorning(async (app) => {
    for (const mailId of waiting) {
      const postpone = () => {
        throw new Error("A mail waits although it is school time");
      };
      const runTask = () => Promise.reject(new Error("A mail needs no thread"));
      await sendMail({ app, payload: { mailId }, runTask, postpone });
    }
  });
}

/** The work of the day on rolling rounds, as the server does it at its first round of a day. */
export const keepConfirmationsToday = (): Promise<void> => atSchoolMorning(keepConfirmations);

function mailsWaitingFor(to: string): string[] {
  const file = path.join(dataDir(), "inclusion-review.sqlite");
  const database = new Database(file, { timeout: 5000, readonly: true });
  try {
    const asked = database.prepare("select id from mails where email = ? and state = 'queued'");
    return (asked.all(to) as { id: string }[]).map(({ id }) => id);
  } finally {
    database.close();
  }
}
