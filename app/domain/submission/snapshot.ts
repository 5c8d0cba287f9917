import { DUTY_KINDS, LevelSchema, PHASES, SCHOOL_TYPES } from "~/domain/questionnaire/definition";
import { DUTY_ANSWERS } from "~/domain/response/answer";
import { z } from "~/domain/zod";
import type { SignOffKind } from "./states";

/**
 * What is frozen when a head signs: everything the PDF and later readers need, with the wording that was
 * shown, and nothing else (no internal notes, no assignments). Stored as RFC 8785 text; the check code is
 * SHA-256 over those bytes. Signatures stand beside it, not in it.
 */
export const SnapshotDutySchema = z.object({
  kind: z.enum(DUTY_KINDS),
  source: z.string(),
  checked: z.boolean(),
});

export const SnapshotItemSchema = z.object({
  key: z.string(),
  short: z.string(),
  statement: z.string(),
  level: z.string().nullable(),
  commentary: z.string(),
  whereSeen: z.string(),
  duties: z.array(SnapshotDutySchema),
  /** The duty of kind `must` that was asked as Yes / Partly / No, and its answer. */
  duty: z.enum(DUTY_ANSWERS).nullable(),
  dutyNote: z.string(),
  helpWanted: z.boolean(),
  entry: z.boolean(),
  starter: z.boolean(),
});

export const SnapshotSectionSchema = z.object({
  key: z.string(),
  title: z.string(),
  part: z.string().nullable(),
  headline: z.string().nullable(),
  commentary: z.string(),
  items: z.array(SnapshotItemSchema),
});

export const SnapshotFieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(["count", "date", "text", "email"]),
  value: z.string(),
});

/** A share worked out at signing. `percent` is null when the whole is 0 or not given. */
export const SnapshotDerivedSchema = z.object({
  key: z.string(),
  label: z.string(),
  part: z.number().nullable(),
  whole: z.number().nullable(),
  percent: z.number().nullable(),
  threshold: z.number().nullable(),
});

export const SnapshotActionSchema = z.object({
  itemKey: z.string().nullable(),
  title: z.string(),
  leadRole: z.string(),
  term: z.string(),
});

/** Statements further on, back and the same since the last signed copy, by key; null when there is none. */
export const SnapshotChangesSchema = z
  .object({
    since: z.string(),
    furtherOn: z.array(z.string()),
    back: z.array(z.string()),
    same: z.array(z.string()),
  })
  .nullable();

export const SnapshotSchema = z.object({
  schemaVersion: z.literal(1),
  reference: z.string(),
  number: z.number().int(),
  demonstration: z.boolean(),
  questionnaire: z.object({
    key: z.string(),
    title: z.string(),
    version: z.number().int(),
    sha256: z.string(),
    sourceNote: z.string(),
    owner: z.string(),
    /** The word before "expectation" on screen: "Kent". */
    ownerLabel: z.string(),
    sectionSummary: z.boolean(),
    needed: z.enum(["all", "starters"]),
  }),
  levels: z.array(LevelSchema),
  round: z
    .object({ title: z.string(), finalDeadline: z.string().nullable(), rolling: z.boolean() })
    .nullable(),
  school: z.object({
    urn: z.string(),
    name: z.string(),
    dfeNumber: z.string().nullable(),
    localAuthority: z.string(),
    district: z.string().nullable(),
    phase: z.string(),
    ages: z.string().nullable(),
    type: z.string(),
  }),
  applicability: z.object({
    phases: z.array(z.enum(PHASES)),
    types: z.array(z.enum(SCHOOL_TYPES)),
  }),
  sections: z.array(SnapshotSectionSchema),
  fields: z.array(SnapshotFieldSchema),
  derived: z.array(SnapshotDerivedSchema),
  actions: z.array(SnapshotActionSchema),
  changes: SnapshotChangesSchema,
  /** Sentences saying who may see this copy, printed from the policy. */
  visibility: z.array(z.string()),
});

export type SnapshotItem = z.infer<typeof SnapshotItemSchema>;
export type SnapshotSection = z.infer<typeof SnapshotSectionSchema>;
export type Snapshot = z.infer<typeof SnapshotSchema>;

/** A signature as printed, or that one was not given: it stands beside the snapshot and names the hash it was given for. */
export type PrintedSignOff = {
  name: string;
  /** "headteacher", "link governor": how the person signs, not the role code. */
  title: string;
  kind: SignOffKind | "not-given";
  declaration: string;
  signedAt: Date;
};

/** That personal details were removed after signing, as printed (design.md decision 11). */
export type PrintedRemoval = {
  /** The last time. */
  at: Date;
  /** The check code of what was signed, before anything was removed. */
  signedSha256: string;
};
