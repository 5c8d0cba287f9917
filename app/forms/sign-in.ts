import { z } from "~/domain/zod";

/** The sign-in form. No e-mail syntax beyond "something is there": a wrong address gets the one answer. */
export const SignInSchema = z.object({
  email: z
    .string("Enter your e-mail address")
    .trim()
    .min(1, "Enter your e-mail address")
    .max(320, "Enter an e-mail address of 320 characters or fewer"),
  password: z
    .string("Enter your password")
    .min(1, "Enter your password")
    .max(1000, "Enter a password of 1,000 characters or fewer"),
  /** Where to go afterwards; checked to be ours before use. */
  next: z.string().max(2000).optional().catch(undefined),
});

export type SignInForm = z.infer<typeof SignInSchema>;
