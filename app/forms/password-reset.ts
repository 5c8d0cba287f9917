import { z } from "~/domain/zod";

/** Asking for a link. No syntax beyond "something is there": every address gets the one answer. */
export const AskResetSchema = z.object({
  email: z
    .string("Enter your e-mail address")
    .trim()
    .min(1, "Enter your e-mail address")
    .max(320, "Enter an e-mail address of 320 characters or fewer"),
});

/** Setting a new password by a link. The rules stand in app/domain/account/new-password.ts. */
export const NewPasswordSchema = z.object({
  new: z.string("Enter a new password").min(1, "Enter a new password"),
});
