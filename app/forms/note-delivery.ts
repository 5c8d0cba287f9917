import { ACTIVITY_KINDS, NOTE_KINDS } from "~/domain/visit/states";
import { z } from "~/domain/zod";

const IdSchema = z.uuid();
const HourSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A line of the day that a reviewer added on the device. */
export const ActivityDeliverySchema = z.object({
  id: IdSchema,
  kind: z.enum(ACTIVITY_KINDS),
  title: z.string().trim().min(1).max(80),
  startsAt: HourSchema,
});

export const DeliverySchema = z.object({
  id: IdSchema,
  noteId: IdSchema,
  activityId: z.string().min(1).max(64),
  baseVersion: z.number().int().min(0),
  kind: z.enum(NOTE_KINDS),
  /** Longer than a note may be, so that what is too long is refused by name and not as unreadable. */
  text: z.string().max(20_000),
  notedAt: z.iso.datetime(),
  removed: z.boolean(),
  /** Left out by pages that a device kept before it was asked. */
  namesConfirmed: z.boolean().default(false),
});

/** Notes in one request: more wait for the next. */
export const MOST_DELIVERIES = 50;

/** What a device sends. `person`: the user id the notes were written under; another's are never taken. */
export const DeliveriesSchema = z.object({
  person: z.string().min(1).max(64),
  activities: z.array(ActivityDeliverySchema).max(MOST_DELIVERIES),
  deliveries: z.array(DeliverySchema).max(MOST_DELIVERIES),
});
export type Deliveries = z.infer<typeof DeliveriesSchema>;
