import { z } from "~/domain/zod";

/**
 * The shape of a questionnaire (design.md section 5). One schema serves our YAML templates, what is
 * stored with a version, import and export. A stored definition of an older `schemaVersion` is brought
 * to this shape on read, in one place (`upgrade-definition.ts`).
 */

/** Phases of education an item is meant for (domain.md 4.4). `16` is a sixth form. */
export const PHASES = ["EY", "P", "S", "16", "SP", "AP"] as const;
/** Kinds of school that duties and items may differ by. */
export const SCHOOL_TYPES = [
  "maintained",
  "academy",
  "independent",
  "special",
  "pru",
  "nursery",
] as const;
/** How binding an expectation is: legal duty, national guidance, the owner's own expectation. */
export const DUTY_KINDS = ["must", "should", "local"] as const;

const keyPattern = /^[A-Z0-9]+(\.[0-9]+)?[A-Z]?[0-9]*(\.[0-9]+)?$/;
const ItemKeySchema = z.string().regex(keyPattern).max(12);

/** What a later version may change, as `ChangeSchema` names it. A share is worked out and holds no answer. */
export const CHANGE_SUBJECTS = ["statement", "section", "scale", "field"] as const;
/**
 * What becomes of the answers to the version before. `keep-and-confirm` keeps an answer and asks the school to read it
 * again; `map-levels` gives old levels new codes; `combine` puts several answers together, to be confirmed;
 * `ask-again` starts empty beside the old answer; `set-aside` leaves it readable with the earlier version only.
 */
export const ANSWER_RULES = [
  "keep",
  "keep-and-confirm",
  "ask-again",
  "map-levels",
  "combine",
  "set-aside",
] as const;

/** A change from the version before as its author confirmed it, with the rule for answers and a note for schools. */
export const ChangeSchema = z.strictObject({
  subject: z.enum(CHANGE_SUBJECTS),
  /** Keys in the version before; empty for what is added. */
  from: z.array(z.string().min(1)),
  /** Keys in this version; empty for what is removed. */
  to: z.array(z.string().min(1)),
  rule: z.enum(ANSWER_RULES),
  /** For `map-levels`: the old code and the new one; null asks again where that level was chosen. */
  levels: z.record(z.string(), z.string().nullable()).optional(),
  note: z.string().min(1).nullable(),
});

/**
 * One choice of a scale. `code` is stored; `steps` is the mark's bars (0: outside the count), the more the further on:
 * a scale where 1 is best gives its level 1 the most. `mark` is "steps" for up to four bars, "fifths" for up to five.
 */
export const LevelSchema = z.strictObject({
  code: z.string().regex(/^[1-5RN]$/),
  name: z.string().min(1),
  meaning: z.string().min(1),
  /** The one key that chooses it while its row has focus. */
  shortcut: z.string().length(1),
  steps: z.number().int().min(0).max(5),
  mark: z.enum(["steps", "fifths", "tick", "half", "cross", "ready", "none"]),
  /** Whether the choice counts towards shares; Ready and Does not apply leave the denominator. */
  counts: z.boolean(),
  /** The question asked when this choice needs words; null when it needs none. */
  asks: z.string().nullable(),
});

export const ScaleSchema = z.strictObject({
  key: z.string().regex(/^[a-z-]+$/),
  title: z.string().min(1),
  levels: z.array(LevelSchema).min(2),
});

/** A duty in a template. At import it becomes a dated `Duty` row and leaves the definition. */
export const TemplateDutySchema = z.strictObject({
  kind: z.enum(DUTY_KINDS),
  source: z.string().min(1),
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  types: z.array(z.enum(SCHOOL_TYPES)).default([]),
  checked: z.boolean().default(false),
});

export const ItemSchema = z.strictObject({
  key: ItemKeySchema,
  /** Two to five words used in lists: "Telling parents". */
  short: z.string().min(1),
  statement: z.string().min(1),
  /** What each level looks like for this statement, by level code. Empty where the template has none. */
  descriptors: z.record(z.string(), z.string()).default({}),
  help: z.string().nullable().default(null),
  evidence: z.string().min(1),
  /** Empty means every phase. */
  phases: z.array(z.enum(PHASES)).default([]),
  /** Empty means every type. */
  types: z.array(z.enum(SCHOOL_TYPES)).default([]),
  duties: z.array(TemplateDutySchema).default([]),
  /** One of the six entry points of the asthma scheme. */
  entry: z.boolean().default(false),
  /** One of the twelve starred asthma statements, answered first. */
  starter: z.boolean().default(false),
  /** The same question elsewhere: `questionnaire-key/item-key`. */
  related: z.array(z.string().regex(/^[a-z-]+\/[A-Z0-9.]+$/)).default([]),
  /** Keys of the version before whose place this statement takes, alone or with others. Left out: its own key's. */
  replaces: z.array(ItemKeySchema).optional(),
});

/** A field beside the statements: a number, a date or a short text. */
export const FieldSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]+$/),
  label: z.string().min(1),
  kind: z.enum(["count", "date", "text", "email"]),
  hint: z.string().nullable().default(null),
  required: z.boolean().default(false),
});

/** A percentage worked out from two count fields: part ÷ whole, never typed in. */
export const DerivedSchema = z.strictObject({
  key: z.string(),
  label: z.string().min(1),
  part: z.string(),
  whole: z.string(),
  /** Compared with the round's training threshold when this is the training share. */
  threshold: z.enum(["training"]).nullable().default(null),
});

export const SectionSchema = z.strictObject({
  key: z.string().regex(/^[A-Z0-9]+$/),
  title: z.string().min(1),
  /** What Established and Sharing look like for the whole section; null where the template has none. */
  looksLike: z.string().nullable().default(null),
  part: z.string().nullable().default(null),
  /** Level codes that may be chosen here; empty means all of the scale's. */
  levels: z.array(z.string()).default([]),
  items: z.array(ItemSchema).min(1),
});

export const SettingsSchema = z.strictObject({
  /** Whether each section asks for a headline and one commentary before ready. */
  sectionSummary: z.boolean(),
  /** Whether a duty is asked as Yes / Partly / No beside the statement. */
  askDuties: z.boolean(),
  /** "starters": only starred statements are needed to sign (asthma). */
  needed: z.enum(["all", "starters"]),
});

export const DefinitionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  key: z.string().regex(/^[a-z-]+$/),
  title: z.string().min(1),
  /** Two to four capitals that start every reference: "IT". */
  code: z.string().regex(/^[A-Z]{2,4}$/),
  sourceNote: z.string().min(1),
  introduction: z.string().min(1),
  scale: ScaleSchema,
  settings: SettingsSchema,
  fields: z.array(FieldSchema).default([]),
  derived: z.array(DerivedSchema).default([]),
  sections: z.array(SectionSchema).min(1),
  /** What changed since the version before, as confirmed by the author. Left out in a first version. */
  changes: z.array(ChangeSchema).optional(),
  changeNotes: z.string().min(1),
});

export type Phase = (typeof PHASES)[number];
export type SchoolType = (typeof SCHOOL_TYPES)[number];
export type DutyKind = (typeof DUTY_KINDS)[number];
export type Level = z.infer<typeof LevelSchema>;
export type Scale = z.infer<typeof ScaleSchema>;
export type Item = z.infer<typeof ItemSchema>;
export type Field = z.infer<typeof FieldSchema>;
export type Derived = z.infer<typeof DerivedSchema>;
export type Section = z.infer<typeof SectionSchema>;
export type Change = z.infer<typeof ChangeSchema>;
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number];
export type AnswerRule = (typeof ANSWER_RULES)[number];
export type Definition = z.infer<typeof DefinitionSchema>;
