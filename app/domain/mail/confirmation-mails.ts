import { z } from "~/domain/zod";

/** What a mail about a school's status in a scheme tells. */
export const CONFIRMATION_MAILS = ["confirmed", "renewed", "withdrawn"] as const;
export type ConfirmationMail = (typeof CONFIRMATION_MAILS)[number];

/** Fields of both templates beside their path. `until`: the last day, YYYY-MM-DD. */
export const RENEWAL_FIELDS = {
  schoolName: z.string(),
  /** The round's title, which names the scheme. */
  title: z.string(),
  organisation: z.string(),
  until: z.iso.date(),
};

export const CONFIRMATION_FIELDS = {
  ...RENEWAL_FIELDS,
  what: z.enum(CONFIRMATION_MAILS),
  /** Why it was withdrawn; empty otherwise. */
  reason: z.string(),
};
