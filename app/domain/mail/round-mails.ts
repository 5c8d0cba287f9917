import { z } from "~/domain/zod";

/** What a school is told of a review round. */
export const ROUND_MAILS = [
  "invited",
  "may-join",
  "extended",
  "withdrawn",
  "closed",
  "reopened",
] as const;
export type RoundMail = (typeof ROUND_MAILS)[number];

const DaySchema = z.iso.date().nullable();

/** What a mail about a round is written from. Deadlines are those that count for this school; null: none. */
export const ROUND_STEP_FIELDS = {
  what: z.enum(ROUND_MAILS),
  roundTitle: z.string(),
  schoolName: z.string(),
  organisationName: z.string(),
  /** The day it opens, where that is to come; null: it is open. */
  opensOn: DaySchema,
  firstDeadline: DaySchema,
  finalDeadline: DaySchema,
  /** What the organisation says to the schools, or why it did what it did; empty: nothing. */
  words: z.string(),
};
