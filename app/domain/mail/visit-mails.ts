import { z } from "~/domain/zod";

/** What a mail about a visit tells. One template holds them all, as all say which visit, when and by when. */
export const VISIT_MAILS = [
  "invited-host",
  "invited-reviewer",
  "another-pair",
  "not-needed",
  "accepted",
  "declined",
  "replaced",
  "stepped-back",
  "you-stepped-back",
  "lapsed",
  "day-proposed",
  "day-agreed",
  "postponed",
  "cancelled",
  "plan-agreed",
  "copy-opens",
  "draft-due",
  "with-school",
  "sent-back",
  "agreed",
  "your-signature",
  "closed",
  "follow-up-due",
  "follow-up-told",
  "late",
] as const;
export type VisitMail = (typeof VISIT_MAILS)[number];

const TimeSchema = z.string().regex(/^\d{2}:\d{2}$/);

/** Fields of the template "visit-step" beside its path. Days are YYYY-MM-DD, hours "09:00" in London. */
export const VISIT_STEP_FIELDS = {
  what: z.enum(VISIT_MAILS),
  /** The host school. */
  schoolName: z.string(),
  /** The day as it stands; null: none is agreed. */
  visitOn: z.iso.date().nullable(),
  startsAt: TimeSchema.nullable(),
  endsAt: TimeSchema.nullable(),
  /** By when the reader does something; null: nothing is asked, or there is no hurry. */
  by: z.iso.date().nullable(),
  /** Who did it, by name or as "The school"; empty: not told. */
  who: z.string(),
  /** What that person wrote for the others; empty: nothing. */
  words: z.string(),
  /** A calendar file that goes with the mail (RFC 5546); null: none. */
  calendar: z.object({ method: z.enum(["REQUEST", "CANCEL"]), text: z.string() }).nullable(),
};
