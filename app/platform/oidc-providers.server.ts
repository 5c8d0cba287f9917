import type { OidcEnvironment } from "./oidc-environment.server";

export const OIDC_KEYS = ["dfe-sign-in", "microsoft", "google", "generic"] as const;
export type OidcKey = (typeof OIDC_KEYS)[number];

/** Where people have an account that may open theirs here. What differs between providers is here and nowhere else. */
export type OidcProvider = {
  key: OidcKey;
  /** As people know it: "DfE Sign-in". */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
  /** The claim that stays the same for a person for good. */
  subject: "sub" | "oid";
  /** When an address it gives may be shown as the person's. No address ever opens an account. */
  emailTrusted: "verified" | "always" | "never";
  /** A claim that says whose account it is, and the values let in; null lets all of the issuer's in. */
  onlyFrom: { claim: "tid" | "hd"; values: readonly string[] } | null;
  /** More of what is said when somebody is sent there. */
  ask: Readonly<Record<string, string>>;
  /** Whether it says where a person works; `api` is where it says as what. */
  dfe: { api: { url: string; secret: string; serviceId: string } | null } | null;
  /** Values of `amr` or `acr` that count as our second factor; none: ours is asked for. */
  secondFactor: readonly string[];
};

/** The providers that are set, in the order of their buttons. */
export function oidcProviders(env: OidcEnvironment): readonly OidcProvider[] {
  return [dfeOf(env), microsoftOf(env), googleOf(env), genericOf(env)].filter(
    (provider) => provider !== null,
  );
}

/** What all start from. */
const PLAIN = {
  scopes: "openid profile email",
  subject: "sub",
  emailTrusted: "verified",
  onlyFrom: null,
  ask: {},
  dfe: null,
} as const;

function dfeOf(env: OidcEnvironment): OidcProvider | null {
  const { OIDC_DFE_CLIENT_ID: clientId, OIDC_DFE_CLIENT_SECRET: clientSecret } = env;
  if (clientId === undefined || clientSecret === undefined) return null;
  const url = env.OIDC_DFE_API_URL ?? "https://api.signin.education.gov.uk";
  const secret = env.OIDC_DFE_API_SECRET;
  const serviceId = env.OIDC_DFE_SERVICE_ID ?? clientId;
  return {
    ...PLAIN,
    key: "dfe-sign-in",
    name: "DfE Sign-in",
    issuer: env.OIDC_DFE_ISSUER ?? "https://oidc.signin.education.gov.uk",
    clientId,
    clientSecret,
    scopes: "openid profile email organisation",
    // Its accounts are made by a code mailed to the address.
    emailTrusted: "always",
    dfe: { api: secret === undefined ? null : { url, secret, serviceId } },
    secondFactor: env.OIDC_DFE_SECOND_FACTOR,
  };
}

function microsoftOf(env: OidcEnvironment): OidcProvider | null {
  const { OIDC_MICROSOFT_TENANT: tenant, OIDC_MICROSOFT_CLIENT_ID: clientId } = env;
  const clientSecret = env.OIDC_MICROSOFT_CLIENT_SECRET;
  if (tenant === undefined || clientId === undefined || clientSecret === undefined) return null;
  return {
    ...PLAIN,
    key: "microsoft",
    name: "Microsoft",
    issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
    clientId,
    clientSecret,
    // `sub` changes with the application's registration; `oid` is the person's in the tenant.
    subject: "oid",
    // An administrator of any tenant may write any address there.
    emailTrusted: "never",
    onlyFrom: { claim: "tid", values: [tenant] },
    secondFactor: env.OIDC_MICROSOFT_SECOND_FACTOR,
  };
}

function googleOf(env: OidcEnvironment): OidcProvider | null {
  const { OIDC_GOOGLE_CLIENT_ID: clientId, OIDC_GOOGLE_CLIENT_SECRET: clientSecret } = env;
  if (clientId === undefined || clientSecret === undefined) return null;
  const domains = env.OIDC_GOOGLE_DOMAINS.map((domain) => domain.toLowerCase());
  const [only] = domains;
  return {
    ...PLAIN,
    key: "google",
    name: "Google",
    issuer: "https://accounts.google.com",
    clientId,
    clientSecret,
    onlyFrom: only === undefined ? null : { claim: "hd", values: domains },
    // Offers accounts of the domain first; what comes back is checked in any case.
    ask: only === undefined ? {} : { hd: domains.length === 1 ? only : "*" },
    secondFactor: env.OIDC_GOOGLE_SECOND_FACTOR,
  };
}

function genericOf(env: OidcEnvironment): OidcProvider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  const name = env.OIDC_NAME ?? new URL(issuer).hostname;
  const secondFactor = env.OIDC_SECOND_FACTOR;
  return { ...PLAIN, key: "generic", name, issuer, clientId, clientSecret, secondFactor };
}

type Name = keyof OidcEnvironment;
type Group = { needed: readonly Name[]; more: readonly Name[] };

const GROUPS: readonly Group[] = [
  {
    needed: ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
    more: ["OIDC_NAME", "OIDC_SECOND_FACTOR"],
  },
  {
    needed: ["OIDC_DFE_CLIENT_ID", "OIDC_DFE_CLIENT_SECRET"],
    more: [
      "OIDC_DFE_ISSUER",
      "OIDC_DFE_API_URL",
      "OIDC_DFE_API_SECRET",
      "OIDC_DFE_SERVICE_ID",
      "OIDC_DFE_SECOND_FACTOR",
    ],
  },
  {
    needed: ["OIDC_MICROSOFT_TENANT", "OIDC_MICROSOFT_CLIENT_ID", "OIDC_MICROSOFT_CLIENT_SECRET"],
    more: ["OIDC_MICROSOFT_SECOND_FACTOR"],
  },
  {
    needed: ["OIDC_GOOGLE_CLIENT_ID", "OIDC_GOOGLE_CLIENT_SECRET"],
    more: ["OIDC_GOOGLE_DOMAINS", "OIDC_GOOGLE_SECOND_FACTOR"],
  },
];

type Standing = { production: boolean };

/** Settings of single sign-on that are half given, or that would send secrets in the clear. */
export function oidcProblems(
  env: OidcEnvironment & { ORIGIN?: string | undefined; HOST: string },
  { production }: Standing,
): string[] {
  const origin = env.ORIGIN ?? `http://${env.HOST}`;
  const addresses = ["OIDC_ISSUER", "OIDC_DFE_ISSUER", "OIDC_DFE_API_URL"] as const;
  const open = addresses.filter((name) => {
    const url = env[name];
    return url?.startsWith("http:") === true && !mayUseHttp(url, { origin, production });
  });
  return [
    ...GROUPS.flatMap((group) => halfSet(env, group)),
    ...open.map(
      (name) =>
        `${name}: write an https: address. http: is taken only for a provider on this machine, while ORIGIN is on this machine too and outside production.`,
    ),
  ];
}

function halfSet(env: OidcEnvironment, { needed, more }: Group): string[] {
  const isGiven = (name: Name) => env[name] !== undefined && env[name].length > 0;
  const missing = needed.filter((name) => !isGiven(name));
  if (missing.length === 0 || ![...needed, ...more].some(isGiven)) return [];
  const all = `${needed.slice(0, -1).join(", ")} and ${needed.at(-1) ?? ""}`;
  return [`Set all of ${all}, or none of them. Missing: ${missing.join(", ")}.`];
}

/**
 * The one rule for a provider without https: it stands on this machine, people reach the service on this machine, and
 * the installation is not a live one.
 */
export function mayUseHttp(
  url: string,
  { origin, production }: { origin: string; production: boolean },
): boolean {
  return !production && isLoopback(url) && isLoopback(origin);
}

function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
