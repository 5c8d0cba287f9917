import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";

/** What is agreed about a provider before anything it says is believed. */
export type ProviderRules = {
  /** The claim that stays the same for a person for good. */
  subject: "sub" | "oid";
  emailTrusted: "verified" | "always" | "never";
  onlyFrom: { claim: "tid" | "hd"; values: readonly string[] } | null;
  secondFactor: readonly string[];
};

/** Where a provider says a person works. `urn` null: not a school. */
export type OutsideOrganisation = { id: string; urn: string | null; name: string };

/** Someone as a provider knows them. `issuer` and `subject` name them; nothing else does. */
export type OutsideIdentity = {
  issuer: string;
  subject: string;
  /** What to call the account, for people to read: an address, or a name. */
  label: string | null;
  organisation: OutsideOrganisation | null;
  /** Whether it says that a second factor was given that counts here. */
  provesSecondFactor: boolean;
  /** When the person last showed the provider who they are, in seconds since 1970; null where it does not say. */
  authTime: number | null;
};

const textOrNothing = z.string().min(1).max(320).nullish().catch(null);

const OrganisationSchema = z.object({
  id: z.string().max(100),
  name: z.string().min(1).max(300),
  urn: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\d{6}$/))
    .nullish()
    .catch(null),
});

/** DfE Sign-in gives an object; some settings of it give the same as text. */
const organisation = z.preprocess(readJson, OrganisationSchema).nullish().catch(null);

function readJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

const ClaimsSchema = z.object({
  iss: z.string().min(1).max(500),
  sub: textOrNothing,
  oid: textOrNothing,
  tid: textOrNothing,
  hd: textOrNothing,
  email: textOrNothing,
  email_verified: z.boolean().catch(false).default(false),
  preferred_username: textOrNothing,
  name: textOrNothing,
  amr: z.array(z.string()).catch([]).default([]),
  acr: textOrNothing,
  auth_time: z.number().nullish().catch(null),
  organisation,
});
type Claims = z.infer<typeof ClaimsSchema>;

/**
 * Who a provider says has come. `said`: what its signed token says. `added`: what it says unsigned beside that, of
 * which only what is shown to people is taken. `wrong-organisation`: an account of a tenant or domain not let in.
 */
export function readOutsideIdentity(
  { said, added = {} }: { said: Record<string, unknown>; added?: Record<string, unknown> },
  rules: ProviderRules,
): Result<OutsideIdentity, "unreadable" | "wrong-organisation"> {
  const parsed = ClaimsSchema.safeParse(said);
  const subject = parsed.data?.[rules.subject] ?? null;
  if (!parsed.success || subject === null) return refused("unreadable");
  const claims = parsed.data;
  if (!isLetIn(claims, rules)) return refused("wrong-organisation");
  const shown = ClaimsSchema.safeParse({ ...added, ...said, iss: claims.iss }).data ?? claims;
  return ok({
    issuer: plainIssuer(claims.iss),
    subject,
    label: labelOf(shown, rules),
    organisation: organisationOf(shown),
    provesSecondFactor: provesSecondFactor(claims, rules),
    authTime: claims.auth_time ?? null,
  });
}

/** One spelling for one issuer: DfE Sign-in writes its address with `:443`, and may stop to one day. */
function plainIssuer(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).href.replace(/\/$/, "") : issuer;
}

function isLetIn(claims: Claims, { onlyFrom }: ProviderRules): boolean {
  if (onlyFrom === null) return true;
  const value = claims[onlyFrom.claim]?.toLowerCase();
  return value !== undefined && onlyFrom.values.includes(value);
}

function provesSecondFactor({ amr, acr }: Claims, { secondFactor }: ProviderRules): boolean {
  return secondFactor.some((value) => amr.includes(value) || acr === value);
}

function labelOf(claims: Claims, { emailTrusted }: ProviderRules): string | null {
  const isTrusted =
    emailTrusted === "always" || (emailTrusted === "verified" && claims.email_verified);
  const address = isTrusted ? claims.email : null;
  return address ?? claims.preferred_username ?? claims.name ?? null;
}

function organisationOf({ organisation: said }: Claims): OutsideOrganisation | null {
  return said == null ? null : { id: said.id, name: said.name, urn: said.urn ?? null };
}
