import type { DailyJob } from "~/platform/daily-jobs.server";
import { queueReminders } from "~/services/chasing/queue-reminders.server";
import { keepConfirmations } from "~/services/confirmations/keep-confirmations.server";
import { askOnFirstDays } from "~/services/duties/ask-first-days.server";
import { queueDigests } from "~/services/mail/queue-digests.server";
import { queueRetention } from "~/services/personal-data/queue-retention.server";
import { keepVisits } from "~/services/visits/keep-visits.server";

/** What is done once a day, in this order. */
export const dailyJobs: readonly DailyJob[] = [
  { name: "digests", run: queueDigests },
  { name: "retention", run: queueRetention },
  { name: "visits", run: keepVisits },
  { name: "confirmations", run: keepConfirmations },
  { name: "duties", run: askOnFirstDays },
  { name: "reminders", run: queueReminders },
];
