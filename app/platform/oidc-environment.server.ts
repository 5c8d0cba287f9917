import { z } from "~/domain/zod";

const text = z.string().optional();
const words = z
  .string()
  .default("")
  .transform((value) => value.split(/[\s,]+/).filter((word) => word !== ""));

function address(like: string) {
  const isWeb = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
  return z.string().refine(isWeb, `write an address like ${like}`).optional();
}

/** A tenant's number or its domain's; the shared ones would let anybody's tenant in. */
const tenant = z
  .string()
  .regex(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    "write the tenant's own id, like 00000000-0000-0000-0000-000000000000",
  )
  .transform((value) => value.toLowerCase())
  .optional();

/** The settings of single sign-on. `*_SECOND_FACTOR`: values of `amr` or `acr` that count as our second factor. */
export const OIDC_ENVIRONMENT = {
  OIDC_NAME: text,
  OIDC_ISSUER: address("https://login.example.org"),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_SECOND_FACTOR: words,
  OIDC_DFE_CLIENT_ID: text,
  OIDC_DFE_CLIENT_SECRET: text,
  OIDC_DFE_ISSUER: address("https://oidc.signin.education.gov.uk"),
  OIDC_DFE_API_URL: address("https://api.signin.education.gov.uk"),
  OIDC_DFE_API_SECRET: text,
  OIDC_DFE_SERVICE_ID: text,
  OIDC_DFE_SECOND_FACTOR: words,
  OIDC_MICROSOFT_TENANT: tenant,
  OIDC_MICROSOFT_CLIENT_ID: text,
  OIDC_MICROSOFT_CLIENT_SECRET: text,
  OIDC_MICROSOFT_SECOND_FACTOR: words,
  OIDC_GOOGLE_CLIENT_ID: text,
  OIDC_GOOGLE_CLIENT_SECRET: text,
  OIDC_GOOGLE_DOMAINS: words,
  OIDC_GOOGLE_SECOND_FACTOR: words,
};

export type OidcEnvironment = z.infer<z.ZodObject<typeof OIDC_ENVIRONMENT>>;
