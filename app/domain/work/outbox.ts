import { z } from "~/domain/zod";

/** Work that leaves through the outbox (design.md decision 7). Mail kinds join here when there is mail. */
export const OUTBOX_KINDS = ["make-document"] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];

export const OUTBOX_STATES = ["waiting", "claimed", "done", "parked"] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Tries before a job is parked for a manager to look at. */
export const MAX_TRIES = 6;

export const MakeDocumentSchema = z.object({ submissionId: z.string() });
