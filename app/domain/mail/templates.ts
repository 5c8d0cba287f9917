import { z } from "~/domain/zod";
import { CONFIRMATION_FIELDS, RENEWAL_FIELDS } from "./confirmation-mails";
import { ROUND_STEP_FIELDS } from "./round-mails";
import { VISIT_STEP_FIELDS } from "./visit-mails";

/** A path of this service with its query: mails can lead nowhere else. The origin is added when a mail is composed. */
const PathSchema = z.string().regex(/^\/(?![/\\])\S*$/);
const MomentSchema = z.iso.datetime();

/** One line of what waits, with where it is done. */
const LineSchema = z.object({ text: z.string().min(1), path: PathSchema });

/** Who a mail is from, where a person writes it. Replies go to `email`. */
const SenderSchema = z.object({ name: z.string(), title: z.string(), email: z.email() });

/** Why somebody is told about their account. */
export const WARNING_REASONS = [
  "new-browser",
  "many-tries",
  "second-factor-added",
  "second-factor-removed",
  "second-factor-reset",
  "recovery-code-used",
  "email-changed",
  "email-change-undone",
  "single-sign-on-linked",
  "single-sign-on-unlinked",
  "password-added",
] as const;

/** What happened between a school and whoever reads its return. */
export const RETURN_STEPS = ["question", "answered", "replied"] as const;

/**
 * What each template needs to be written. Paths that carry a secret lead to a page that asks for a button press:
 * scanners open links (issue 3). Moments are ISO 8601 in UTC.
 */
export const MAIL_SCHEMAS = {
  /** `placeName` is a school or organisation, `roleName` what the role is called there, like "colleague". */
  invitation: z.object({
    inviterName: z.string(),
    placeName: z.string(),
    roleName: z.string(),
    path: PathSchema,
    expiresAt: MomentSchema,
  }),
  "password-reset": z.object({ path: PathSchema, expiresAt: MomentSchema }),
  /** To a school's office address: the code is typed at `path`. */
  "claim-code": z.object({
    schoolName: z.string(),
    askedByName: z.string(),
    code: z.string(),
    path: PathSchema,
    expiresAt: MomentSchema,
  }),
  /** `path` is where the person puts it right. */
  "sign-in-warning": z.object({
    reason: z.enum(WARNING_REASONS),
    happenedAt: MomentSchema,
    path: PathSchema,
  }),
  "password-changed": z.object({ happenedAt: MomentSchema, path: PathSchema }),
  /** To the new address somebody wants for their account. */
  "email-change": z.object({ path: PathSchema, expiresAt: MomentSchema }),
  /** To the address they have; `path` is where the change is stopped. */
  "email-change-asked": z.object({
    newEmail: z.email(),
    happenedAt: MomentSchema,
    path: PathSchema,
  }),
  /** To the one who has an account with the address that another wanted. */
  "email-taken": z.object({ happenedAt: MomentSchema, path: PathSchema }),
  /** The week's one mail: what waits, place by place. `stopPath` leads to the page that ends these mails. */
  digest: z.object({
    places: z.array(z.object({ name: z.string(), lines: z.array(LineSchema).min(1) })).min(1),
    stopPath: PathSchema,
  }),
  /**
   * A deadline (look/README.md section 8). Days are YYYY-MM-DD. `minutes` null: not told. `finalDeadline`: one that
   * comes after the deadline; null: none. `note`: the manager's own words; empty: none. `done` null: not told.
   */
  reminder: z.object({
    title: z.string(),
    schoolName: z.string(),
    responseId: z.string(),
    done: z.int().min(0).nullable(),
    of: z.int().min(1),
    minutes: z.int().min(1).nullable(),
    deadline: z.iso.date(),
    names: z.enum(["first", "final", "only"]),
    finalDeadline: z.iso.date().nullable(),
    left: z.array(z.string()),
    note: z.string(),
    carryOn: z.object({ label: z.string(), path: PathSchema }),
    from: SenderSchema,
  }),
  /** What an officer writes to the schools they chose, words filled in. */
  letter: z.object({
    subject: z.string().min(1),
    paragraphs: z.array(z.string().min(1)).min(1),
    schoolName: z.string(),
    path: PathSchema,
    from: SenderSchema,
  }),
  /** To the other side of a signed copy or record: words were removed and it was made again. Never says which words. */
  "details-removed": z.object({
    schoolName: z.string(),
    title: z.string(),
    /** Of the signed copy; null: it is the record of a visit. */
    number: z.int().min(1).nullable(),
    /** "headteacher", "manager at Kent County Council". */
    byRole: z.string(),
    removedAt: MomentSchema,
    path: PathSchema,
  }),
  /** To a head and coordinator: what of the school's own goes 30 days from now. */
  "self-reviews-going": z.object({
    schoolName: z.string(),
    titles: z.array(z.string()).min(1),
    goesOn: z.iso.date(),
    path: PathSchema,
  }),
  /** To somebody with no role left. */
  "account-going": z.object({ goesOn: z.iso.date(), path: PathSchema }),
  /** To the school, once its return is signed. `signedAt` is a moment, `replyBy` a day; null: nothing is promised. */
  "return-received": z.object({
    schoolName: z.string(),
    title: z.string(),
    number: z.int().min(1),
    organisationName: z.string(),
    signedAt: MomentSchema,
    replyBy: z.iso.date().nullable(),
    path: PathSchema,
  }),
  /** A question, an answer or a reply, to the other side. Never its words: they are read where they can be removed. */
  "return-step": z.object({
    what: z.enum(RETURN_STEPS),
    schoolName: z.string(),
    title: z.string(),
    organisationName: z.string(),
    /** The statement asked about; null: the whole return. */
    itemKey: z.string().nullable(),
    path: PathSchema,
  }),
  /** A step of a peer moderation visit, to one of its parties. */
  "visit-step": z.object({ ...VISIT_STEP_FIELDS, path: PathSchema }),
  /** That a school's status in a scheme is confirmed, or was withdrawn. */
  confirmation: z.object({ ...CONFIRMATION_FIELDS, path: PathSchema }),
  /** That a confirmation runs out. */
  "renewal-due": z.object({ ...RENEWAL_FIELDS, path: PathSchema }),
  /** Something about a review round, to a head or coordinator of a school in it. */
  "round-step": z.object({ ...ROUND_STEP_FIELDS, path: PathSchema }),
} as const;

export type MailTemplate = keyof typeof MAIL_SCHEMAS;
export type MailData<T extends MailTemplate> = z.infer<(typeof MAIL_SCHEMAS)[T]>;

const as = <T extends MailTemplate>(template: T) =>
  z.object({ template: z.literal(template), data: MAIL_SCHEMAS[template] });

/** A mail to be written: one of the templates with what that template needs. */
export const MailSchema = z.discriminatedUnion("template", [
  as("invitation"),
  as("password-reset"),
  as("claim-code"),
  as("sign-in-warning"),
  as("password-changed"),
  as("email-change"),
  as("email-change-asked"),
  as("email-taken"),
  as("digest"),
  as("reminder"),
  as("letter"),
  as("self-reviews-going"),
  as("account-going"),
  as("details-removed"),
  as("return-received"),
  as("return-step"),
  as("visit-step"),
  as("confirmation"),
  as("renewal-due"),
  as("round-step"),
]);
export type Mail = z.infer<typeof MailSchema>;

export const MAIL_TEMPLATES = [
  "invitation",
  "password-reset",
  "claim-code",
  "sign-in-warning",
  "password-changed",
  "email-change",
  "email-change-asked",
  "email-taken",
  "digest",
  "reminder",
  "letter",
  "self-reviews-going",
  "account-going",
  "details-removed",
  "return-received",
  "return-step",
  "visit-step",
  "confirmation",
  "renewal-due",
  "round-step",
] as const satisfies readonly MailTemplate[];

/** Mails about getting in or being safe: they leave at any hour (design.md decision 7). The others wait. */
export function leavesAtOnce(template: MailTemplate): boolean {
  return !WAITING.includes(template);
}

const WAITING: readonly MailTemplate[] = [
  "digest",
  "reminder",
  "letter",
  "self-reviews-going",
  "account-going",
  "return-step",
  "renewal-due",
];
