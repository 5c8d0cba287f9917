/** Steps of automatic reminders (domain.md 6.7): before and after the deadline that counts, then before the final one. */
export const REMINDER_STAGES = ["four-weeks", "one-week", "day-after", "final"] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];
