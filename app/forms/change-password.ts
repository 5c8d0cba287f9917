import { z } from "~/domain/zod";

/** The change-password form. The rules for the new one stand in app/domain/account/new-password.ts. */
export const ChangePasswordSchema = z.object({
  current: z
    .string("Enter your current password")
    .min(1, "Enter your current password")
    .max(1000, "Enter a password of 1,000 characters or fewer"),
  new: z.string("Enter a new password").min(1, "Enter a new password"),
});

export type ChangePasswordForm = z.infer<typeof ChangePasswordSchema>;
