import { z } from "~/domain/zod";
import { ProofSchema } from "./proof";

const text = z.string().max(100).catch("");

/** The schedule of an organisation, as typed. */
export const RetentionFormSchema = z.object({
  intent: z.enum(["save", "start"]).catch("save"),
  invitations: text,
  mails: text,
  bounces: text,
  accounts: text,
  /** The settings whose effect was shown. */
  seen: text,
  /** -1 is no version at all, so a form that lost it saves nothing. */
  version: z.coerce.number().int().min(0).catch(-1),
});

/** A school's choice for its own self-reviews. */
export const ChoiceFormSchema = z.object({
  keep: text,
  schoolYears: text,
  seen: text,
  version: z.coerce.number().int().min(0).catch(-1),
});

export const OwnErasureSchema = z.object({
  sure: z
    .literal("yes")
    .optional()
    .catch(undefined)
    .transform((value) => value === "yes"),
  ...ProofSchema.shape,
});

/** What a manager does for somebody who asked in writing. */
export const SubjectRequestSchema = z.object({
  intent: z.enum(["find", "give", "erase"]).catch("find"),
  email: z.string().max(320).catch(""),
  userId: text,
  how: text,
  asked: text,
  ...ProofSchema.shape,
});
