import { NOTE_KINDS } from "~/domain/visit/states";
import { z } from "~/domain/zod";
import { ActivityDeliverySchema, DeliverySchema } from "./note-delivery";

const TickSchema = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

/** A note kept, changed or taken out by a form; the pressed button says which kind. */
const NoteFormSchema = z.object({
  note: DeliverySchema.shape.noteId,
  delivery: DeliverySchema.shape.id,
  line: DeliverySchema.shape.activityId,
  base: z.coerce.number().int().min(0).catch(0),
  kind: z.enum(NOTE_KINDS),
  text: z.string().max(20_000).catch(""),
  /** Of a note that is changed; empty: now. */
  notedAt: z.iso.datetime().optional().catch(undefined),
  namesConfirmed: TickSchema,
  intent: z.enum(["keep", "take-out"]),
});
export type NoteForm = z.infer<typeof NoteFormSchema>;

const LineFormSchema = ActivityDeliverySchema.omit({ kind: true, id: true }).extend({
  line: ActivityDeliverySchema.shape.id,
  intent: z.literal("add-line"),
});
export type LineForm = z.infer<typeof LineFormSchema>;

const JottingsFormSchema = z.object({
  intent: z.literal("jottings"),
  person: z.string().min(1).max(64),
  text: z.string().max(200_000).catch(""),
  version: z.coerce.number().int().min(0).catch(0),
});
export type JottingsForm = z.infer<typeof JottingsFormSchema>;

const FormSchema = z.discriminatedUnion("intent", [
  NoteFormSchema.extend({ intent: z.literal("keep") }),
  NoteFormSchema.extend({ intent: z.literal("take-out") }),
  LineFormSchema,
  JottingsFormSchema,
]);

/** A form of the notes page; null when it is none that the page holds. */
export function readNotesForm(form: FormData): z.infer<typeof FormSchema> | null {
  const read = FormSchema.safeParse(Object.fromEntries(form));
  return read.success ? read.data : null;
}

/** What the script posts jottings as. */
export const readJottingsForm = (form: FormData): JottingsForm | null => {
  const read = JottingsFormSchema.safeParse(Object.fromEntries(form));
  return read.success ? read.data : null;
};

const FilingSchema = z.object({ note: z.uuid(), to: z.string().min(1).max(64) });

/** Which note to file and where; `to` null takes it back out. */
export function readFilingForm(form: FormData): { noteId: string; to: string | null } | null {
  const read = FilingSchema.safeParse(Object.fromEntries(form));
  if (!read.success) return null;
  const { note, to } = read.data;
  return { noteId: note, to: to === "nowhere" ? null : to };
}
