import { z } from "~/domain/zod";

/** Work that leaves through the outbox (design.md decision 7). */
export const OUTBOX_KINDS = [
  "make-document",
  "send-mail",
  "make-digest",
  "keep-retention",
  "invite-schools",
  "tell-schools",
  "remind-school",
] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];

export const OUTBOX_STATES = ["waiting", "claimed", "done", "parked"] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Tries before a job is parked for a manager to look at. */
export const MAX_TRIES = 6;

/** Of a signed copy, of a visit's record, or of a confirmation. */
export const MakeDocumentSchema = z.union([
  z.object({ submissionId: z.string() }),
  z.object({ visitId: z.string() }),
  z.object({ confirmationId: z.string() }),
]);
/** The night's deleting, and its London day. */
export const KeepRetentionSchema = z.object({ day: z.iso.date() });
export const SendMailSchema = z.object({ mailId: z.string() });
/** `mailId` is the digest's own, made when it is asked for, so that doing it again makes no second one. */
export const MakeDigestSchema = z.object({ userId: z.string(), mailId: z.string() });
/** Invites the schools a round counts on that people work in: of one round, or one school in every round. */
export const InviteSchoolsSchema = z.union([
  z.object({ roundId: z.string() }),
  z.object({ schoolId: z.string() }),
]);
/** Tells every school of a round that it closed or opened again; ids of its mails begin with `tellingId`. */
export const TellSchoolsSchema = z.object({
  tellingId: z.string(),
  roundId: z.string(),
  what: z.enum(["closed", "reopened"]),
});
/** Reminds a school of the deadline of a round, if a reminder is due when the work is done. */
export const RemindSchoolSchema = z.object({ roundId: z.string(), schoolId: z.string() });
