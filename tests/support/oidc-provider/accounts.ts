/** Somebody with an account at the provider of the tests. Claims are what it says of them. */
export type ProviderAccount = { id: string; claims: Readonly<Record<string, unknown>> };

const person = (id: string, name: string, more: Record<string, unknown> = {}): ProviderAccount => ({
  id,
  claims: { email: `${id}@provider.example`, email_verified: true, name, ...more },
});

/** Invented people. What each is for stands in the tests that use them. */
export const PROVIDER_ACCOUNTS: readonly ProviderAccount[] = [
  person("priya", "Priya Shah"),
  person("omar", "Omar Reed"),
  person("officer", "Olive Fenn"),
  person("second", "Sam Cole", { amr: ["pwd", "mfa"] }),
  person("same-address", "Somebody Else", { email: "Priya.Shah@marsh-lane.example" }),
  person("dfe-marsh", "Della Finch", {
    organisation: { id: "org-marsh", name: "Marsh Lane Primary School", urn: "900001" },
  }),
  person("tenant", "Tess North", {
    oid: "oid-tess",
    tid: "11111111-2222-4333-8444-555555555555",
  }),
  person("other-tenant", "Otto South", {
    oid: "oid-otto",
    tid: "99999999-2222-4333-8444-555555555555",
  }),
  person("school-domain", "Hal Dean", { hd: "oak.example" }),
];
