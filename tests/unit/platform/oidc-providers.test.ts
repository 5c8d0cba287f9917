import { describe, expect, it } from "vitest";
import { ConfigError, loadConfig } from "~/platform/config.server";
import { mayUseHttp } from "~/platform/oidc-providers.server";

const TENANT = "11111111-2222-4333-8444-555555555555";
const GENERIC = {
  OIDC_ISSUER: "https://login.example.org/realm",
  OIDC_CLIENT_ID: "review",
  OIDC_CLIENT_SECRET: "secret",
};
const MICROSOFT = {
  OIDC_MICROSOFT_TENANT: TENANT,
  OIDC_MICROSOFT_CLIENT_ID: "review",
  OIDC_MICROSOFT_CLIENT_SECRET: "secret",
};

const providersOf = (env: Record<string, string>) => loadConfig({ env, production: false }).oidc;

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig({ env, production: false });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("settings of single sign-on", () => {
  it("may all be missing", () => {
    expect(providersOf({})).toEqual([]);
  });

  it("may name several providers, in the order of their buttons", () => {
    const env = {
      ...GENERIC,
      ...MICROSOFT,
      OIDC_DFE_CLIENT_ID: "review",
      OIDC_DFE_CLIENT_SECRET: "secret",
      OIDC_GOOGLE_CLIENT_ID: "review",
      OIDC_GOOGLE_CLIENT_SECRET: "secret",
    };
    const providers = providersOf(env);
    expect(providers.map(({ key, name }) => [key, name])).toEqual([
      ["dfe-sign-in", "DfE Sign-in"],
      ["microsoft", "Microsoft"],
      ["google", "Google"],
      ["generic", "login.example.org"],
    ]);
    expect(providers.every(({ secondFactor }) => secondFactor.length === 0)).toBe(true);
  });

  it("keep Microsoft to one tenant, and know people there by oid, never by address", () => {
    const [microsoft] = providersOf({ ...MICROSOFT, OIDC_MICROSOFT_SECOND_FACTOR: "mfa, ngcmfa" });
    expect(microsoft).toMatchObject({
      issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      subject: "oid",
      emailTrusted: "never",
      onlyFrom: { claim: "tid", values: [TENANT] },
      secondFactor: ["mfa", "ngcmfa"],
    });
    expect(problemsOf({ ...MICROSOFT, OIDC_MICROSOFT_TENANT: "common" })).toEqual([
      "OIDC_MICROSOFT_TENANT: write the tenant's own id, like 00000000-0000-0000-0000-000000000000.",
    ]);
  });

  it("keep Google to the domains named", () => {
    const env = { OIDC_GOOGLE_CLIENT_ID: "review", OIDC_GOOGLE_CLIENT_SECRET: "secret" };
    expect(providersOf(env)[0]).toMatchObject({ onlyFrom: null, ask: {} });
    expect(providersOf({ ...env, OIDC_GOOGLE_DOMAINS: "Oak.example" })[0]).toMatchObject({
      onlyFrom: { claim: "hd", values: ["oak.example"] },
      ask: { hd: "oak.example" },
    });
    expect(providersOf({ ...env, OIDC_GOOGLE_DOMAINS: "a.example b.example" })[0]).toMatchObject({
      ask: { hd: "*" },
    });
  });

  it("ask DfE Sign-in for the organisation, and for roles only with a secret of its API", () => {
    const env = { OIDC_DFE_CLIENT_ID: "review", OIDC_DFE_CLIENT_SECRET: "secret" };
    const [without] = providersOf(env);
    expect(without?.scopes.split(" ")).toContain("organisation");
    expect(without?.dfe).toEqual({ api: null });
    expect(providersOf({ ...env, OIDC_DFE_API_SECRET: "other" })[0]?.dfe).toEqual({
      api: {
        url: "https://api.signin.education.gov.uk",
        secret: "other",
        serviceId: "review",
      },
    });
  });

  it.each([
    [
      { OIDC_DFE_API_SECRET: "x" },
      "Set all of OIDC_DFE_CLIENT_ID and OIDC_DFE_CLIENT_SECRET, or none of them. Missing: OIDC_DFE_CLIENT_ID, OIDC_DFE_CLIENT_SECRET.",
    ],
    [
      { OIDC_MICROSOFT_TENANT: TENANT, OIDC_MICROSOFT_CLIENT_ID: "x" },
      "Set all of OIDC_MICROSOFT_TENANT, OIDC_MICROSOFT_CLIENT_ID and OIDC_MICROSOFT_CLIENT_SECRET, or none of them. Missing: OIDC_MICROSOFT_CLIENT_SECRET.",
    ],
    [
      { OIDC_GOOGLE_DOMAINS: "oak.example" },
      "Set all of OIDC_GOOGLE_CLIENT_ID and OIDC_GOOGLE_CLIENT_SECRET, or none of them. Missing: OIDC_GOOGLE_CLIENT_ID, OIDC_GOOGLE_CLIENT_SECRET.",
    ],
  ])("are refused half set: %j", (env, told) => {
    expect(problemsOf(env)).toEqual([told]);
  });

  it("never repeat a secret", () => {
    const told = problemsOf({ OIDC_CLIENT_SECRET: "tell-nobody" }).join();
    expect(told).toContain("OIDC_ISSUER");
    expect(told).not.toContain("tell-nobody");
  });
});

describe("a provider without https", () => {
  const here = "http://127.0.0.1:9000";

  it.each([
    { issuer: here, origin: "http://localhost:3000", production: false, taken: true },
    { issuer: here, origin: "http://127.0.0.1:3000", production: true, taken: false },
    { issuer: here, origin: "https://review.example.org", production: false, taken: false },
    {
      issuer: "http://login.example.org",
      origin: "http://127.0.0.1",
      production: false,
      taken: false,
    },
    {
      issuer: "http://127.0.0.1.example.org",
      origin: "http://127.0.0.1",
      production: false,
      taken: false,
    },
  ])("$issuer for $origin, live $production: $taken", ({ issuer, origin, production, taken }) => {
    expect(mayUseHttp(issuer, { origin, production })).toBe(taken);
  });

  it("is refused at the start anywhere else", () => {
    const env = { ...GENERIC, OIDC_ISSUER: "http://login.example.org" };
    expect(problemsOf(env)).toEqual([
      "OIDC_ISSUER: write an https: address. http: is taken only for a provider on this machine, while ORIGIN is on this machine too and outside production.",
    ]);
    expect(problemsOf({ ...GENERIC, OIDC_ISSUER: here })).toEqual([]);
  });
});
