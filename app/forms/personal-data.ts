import { z } from "~/domain/zod";
import { tickedBox, versionSeen } from "./boxes";
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
  version: versionSeen,
});

/** A school's choice for its own self-reviews. */
export const ChoiceFormSchema = z.object({
  keep: text,
  schoolYears: text,
  seen: text,
  version: versionSeen,
});

export const OwnErasureSchema = z.object({
  sure: tickedBox,
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
