import { z } from "~/domain/zod";
import { canonicalText } from "~/domain/questionnaire/canonical";
import { LevelSchema } from "~/domain/questionnaire/definition";
import { ACTIVITY_KINDS, FOCUS_KINDS, MODERATED_VIEWS, OWNERSHIP_RULES } from "./states";

/**
 * What is frozen when a record is agreed, or closed with both views (domain.md 6.4): everything its PDF and later
 * readers need, with the wording that was shown. Stored as RFC 8785 text; the check code is SHA-256 over those bytes.
 * Signatures stand beside it, not in it. Days are YYYY-MM-DD.
 */
export const RecordSnapshotSchema = z.object({
  schemaVersion: z.literal(1),
  kind: z.literal("visit-record"),
  reference: z.string(),
  demonstration: z.boolean(),
  questionnaire: z.object({ key: z.string(), title: z.string(), sha256: z.string() }),
  roundTitle: z.string(),
  organisation: z.string(),
  school: z.object({ urn: z.string(), name: z.string(), phase: z.string() }),
  visitOn: z.string(),
  hosts: z.array(z.object({ name: z.string(), title: z.string() })),
  reviewers: z.array(
    z.object({ name: z.string(), post: z.string(), homeSchool: z.string(), lead: z.boolean() }),
  ),
  /** The signed copy that was moderated. */
  moderates: z.object({ reference: z.string(), number: z.number().int(), sha256: z.string() }),
  levels: z.array(LevelSchema),
  focusReason: z.string(),
  context: z.string(),
  activities: z.array(
    z.object({
      kind: z.enum(ACTIVITY_KINDS),
      title: z.string(),
      withWhom: z.string(),
      minutes: z.number().int(),
    }),
  ),
  whatWeDid: z.string(),
  findings: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(FOCUS_KINDS),
      /** As the questionnaire words it: a statement's short name, a section's title. */
      title: z.string(),
      /** The level's code as signed; null where the school chose none. */
      selfLevel: z.string().nullable(),
      view: z.enum(MODERATED_VIEWS),
      reason: z.string(),
      saw: z.string(),
      worksWell: z.string(),
      wondered: z.string(),
    }),
  ),
  suggestions: z.array(z.object({ key: z.string(), text: z.string(), whoMightHelp: z.string() })),
  practices: z.array(z.object({ key: z.string(), text: z.string(), consent: z.boolean() })),
  corrections: z.string(),
  schoolWords: z.string(),
  /** Null unless it closed with both views. */
  bothViews: z
    .object({ reviewersView: z.string(), schoolView: z.string(), thirdPerson: z.string() })
    .nullable(),
  ownership: z.object({ rule: z.enum(OWNERSHIP_RULES), sentence: z.string() }),
  /** Sentences saying who may see this record, printed from the policy. */
  visibility: z.array(z.string()),
});

export type RecordSnapshot = z.infer<typeof RecordSnapshotSchema>;

/** The text that is stored, hashed and attached. Throws when it has not the shape: a fault of the program. */
export const canonicalRecord = (snapshot: RecordSnapshot): string =>
  canonicalText(RecordSnapshotSchema.parse(snapshot));

/** Reads stored text back. Throws when it is no record. */
export const parseRecord = (text: string): RecordSnapshot =>
  RecordSnapshotSchema.parse(JSON.parse(text));
