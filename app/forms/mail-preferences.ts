import { DIGEST_DAYS } from "~/domain/mail/digest-due";
import { z } from "~/domain/zod";

/** The page behind the link of a weekly mail: the link's secret and what the button says. */
export const StopMailsSchema = z.object({
  key: z.string().max(200).catch(""),
  digest: z.enum(["stop", "start"]),
});

/** What a mail program posts to that page by itself when its reader presses "unsubscribe" (RFC 8058). */
const OneClickSchema = z.object({ "List-Unsubscribe": z.literal("One-Click") });

export const isOneClick = (form: Record<string, string>): boolean =>
  OneClickSchema.safeParse(form).success;

/** The notifications page. An answer that is not there is no wish, so nothing is changed by half a form. */
export const NotificationsSchema = z.object({
  digest: z.enum(["yes", "no"], "Choose whether the weekly mail comes"),
  digestDay: z.coerce
    .number("Choose a day from Monday to Friday")
    .refine((day) => DIGEST_DAYS.some((one) => one === day), "Choose a day from Monday to Friday"),
  reminders: z.enum(["yes", "no"], "Choose whether reminders come"),
});
