import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";
import type { RetentionLimit } from "./retention-limits";

/** What an organisation sets for itself, in whole months. */
export const SETTABLE_KINDS = ["invitations", "mails", "bounces", "accounts"] as const;
export type SettableKind = (typeof SETTABLE_KINDS)[number];

/** Months by kind. */
export type RetentionSettings = Record<SettableKind, number>;

export type Settable = {
  label: string;
  /** From when the months count. */
  hint: string;
  months: { usual: number; least: number; most: number };
  /** Why so long and no longer. */
  reason: string;
  /** Where the usual length comes from. */
  source: string;
};

/** UK GDPR article 5(1)(e) asks for no longer than needed and names no months: each usual length is ours. */
const OURS = "Our own choice under UK GDPR article 5(1)(e), which gives no number";

export const SETTABLE: Record<SettableKind, Settable> = {
  invitations: {
    label: "Invitations",
    hint: "After they were accepted, taken back or ran out",
    months: { usual: 6, least: 1, most: 24 },
    reason: "Long enough to answer “was I ever asked?” in the next term.",
    source: OURS,
  },
  mails: {
    label: "That a mail was sent",
    hint: "To whom, when and what kind; what it said is gone as soon as it has left",
    months: { usual: 6, least: 1, most: 24 },
    reason: "So that “I never got it” can be settled until a round is over.",
    source: OURS,
  },
  bounces: {
    label: "Addresses that refused a mail",
    hint: "After the mail came back",
    months: { usual: 12, least: 1, most: 24 },
    reason: "So that next year’s round does not go to the same wrong address.",
    source: OURS,
  },
  accounts: {
    label: "Accounts of people with no role left",
    hint: "After the last day of their last role; they are told 30 days before",
    months: { usual: 12, least: 3, most: 84 },
    reason: "People change schools in the summer and come back to their own account.",
    source: `${OURS}; a school year and no more`,
  },
};

const months = (kind: SettableKind) => {
  const { least, most, usual } = SETTABLE[kind].months;
  return z.int().min(least).max(most).catch(usual);
};

/** Settings as stored; one that is missing, or no longer within its limits, is as usual. */
export const RetentionSettingsSchema = z.object({
  invitations: months("invitations"),
  mails: months("mails"),
  bounces: months("bounces"),
  accounts: months("accounts"),
}) satisfies z.ZodType<RetentionSettings>;

export const USUAL_SETTINGS: RetentionSettings = RetentionSettingsSchema.parse({});

export type TypedSettings = Record<SettableKind, string>;
export type SettingsProblem = { field: SettableKind; message: string };

/** Reads what a manager typed. */
export function readRetentionSettings(
  typed: TypedSettings,
): Result<RetentionSettings, SettingsProblem[]> {
  const read = SETTABLE_KINDS.map((kind) => ({ kind, months: readMonths(kind, typed[kind]) }));
  const wrong = read.filter(({ months: count }) => count === null);
  if (wrong.length > 0) return refused(wrong.map(({ kind }) => problemOf(kind)));
  return ok(
    RetentionSettingsSchema.parse(Object.fromEntries(read.map((one) => [one.kind, one.months]))),
  );
}

function readMonths(kind: SettableKind, typed: string): number | null {
  const text = typed.trim();
  if (!/^\d{1,3}$/.test(text)) return null;
  const { least, most } = SETTABLE[kind].months;
  const count = Number(text);
  return count >= least && count <= most ? count : null;
}

function problemOf(kind: SettableKind): SettingsProblem {
  const { label, months: limits } = SETTABLE[kind];
  const message = `${label}: enter a whole number of months from ${limits.least} to ${limits.most}`;
  return { field: kind, message };
}

/** The limit of a kind as an organisation set it. */
export function limitOf(settings: RetentionSettings, kind: SettableKind): RetentionLimit {
  return { unit: "months", count: settings[kind] };
}

export type SchoolChoice = { schoolYears: number | null };

/** School years a school may choose; fewer would take work that is still going on. */
export const SCHOOL_YEARS = { least: 1, most: 10 } as const;

/** What a school chose for its private and lapsed self-reviews. By itself it keeps everything. */
export function limitOfSchool({ schoolYears }: SchoolChoice): RetentionLimit {
  return schoolYears === null ? { unit: "for-good" } : { unit: "school-years", count: schoolYears };
}

export type TypedChoice = { keep: string; schoolYears: string };

/** Reads what a headteacher chose: everything for good, or so many school years. */
export function readSchoolChoice(
  typed: TypedChoice,
): Result<SchoolChoice, { field: "keep" | "schoolYears"; message: string }> {
  if (typed.keep === "for-good") return ok({ schoolYears: null });
  if (typed.keep !== "years") {
    return refused({ field: "keep", message: "Choose how long your self-reviews are kept" });
  }
  const { least, most } = SCHOOL_YEARS;
  const text = typed.schoolYears.trim();
  const count = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (count >= least && count <= most) return ok({ schoolYears: count });
  const message = `Enter a whole number of school years from ${least} to ${most}`;
  return refused({ field: "schoolYears", message });
}
