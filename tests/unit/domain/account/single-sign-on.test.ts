import { describe, expect, it } from "vitest";
import { arrivalPath } from "~/domain/account/arrival";
import { readOutsideIdentity, type ProviderRules } from "~/domain/account/outside-identity";
import { isFreshAuthentication, mayDisconnect } from "~/domain/account/single-sign-on";

const RULES: ProviderRules = {
  subject: "sub",
  emailTrusted: "verified",
  onlyFrom: null,
  secondFactor: [],
};
const SAID = { iss: "https://login.example", sub: "one", auth_time: 1000 };

const read = (
  said: Record<string, unknown>,
  rules: Partial<ProviderRules> = {},
  added: Record<string, unknown> = {},
) => {
  const result = readOutsideIdentity({ said: { ...SAID, ...said }, added }, { ...RULES, ...rules });
  return result.ok ? result.value : result.problem;
};

describe("what a provider says of somebody", () => {
  it("names them by issuer and subject", () => {
    expect(read({})).toMatchObject({ issuer: "https://login.example", subject: "one" });
    expect(read({ sub: "" })).toBe("unreadable");
    expect(read({ sub: undefined }, { subject: "oid" })).toBe("unreadable");
    expect(read({ oid: "two" }, { subject: "oid" })).toMatchObject({ subject: "two" });
    for (const iss of ["https://login.example:443", "https://login.example/"]) {
      expect(read({ iss })).toMatchObject({ issuer: "https://login.example" });
    }
  });

  it("shows an address only where it is to be trusted", () => {
    const address = { email: "a@x.example", name: "Ada" };
    expect(read(address)).toMatchObject({ label: "Ada" });
    expect(read({ ...address, email_verified: true })).toMatchObject({ label: "a@x.example" });
    expect(read(address, { emailTrusted: "always" })).toMatchObject({ label: "a@x.example" });
    const never = read({ ...address, email_verified: true }, { emailTrusted: "never" });
    expect(never).toMatchObject({ label: "Ada" });
  });

  it("takes from what is not signed only what is shown", () => {
    const added = { sub: "two", oid: "two", tid: "let-in", amr: ["mfa"], name: "Ada" };
    const rules = { onlyFrom: { claim: "tid", values: ["let-in"] } } as const;
    expect(read({}, rules, added)).toBe("wrong-organisation");
    expect(read({}, { secondFactor: ["mfa"] }, added)).toMatchObject({
      subject: "one",
      label: "Ada",
      provesSecondFactor: false,
    });
  });

  it("lets in whose tenant or domain is named, in capitals or not", () => {
    const onlyFrom = { claim: "hd", values: ["oak.example"] } as const;
    expect(read({ hd: "OAK.example" }, { onlyFrom })).toMatchObject({ subject: "one" });
    expect(read({ hd: "oak.example.evil" }, { onlyFrom })).toBe("wrong-organisation");
    expect(read({}, { onlyFrom })).toBe("wrong-organisation");
  });

  it("proves a second factor only by a value that is set", () => {
    const proves = (said: object, secondFactor: string[]) =>
      read({ ...said }, { secondFactor }) as { provesSecondFactor: boolean };
    expect(proves({ amr: ["pwd", "mfa"] }, []).provesSecondFactor).toBe(false);
    expect(proves({ amr: ["pwd", "mfa"] }, ["mfa"]).provesSecondFactor).toBe(true);
    expect(proves({ amr: ["pwd"] }, ["mfa"]).provesSecondFactor).toBe(false);
    expect(proves({ acr: "gold" }, ["gold"]).provesSecondFactor).toBe(true);
    expect(proves({ amr: "mfa" }, ["mfa"]).provesSecondFactor).toBe(false);
  });

  it("reads where they work, given as an object or as text", () => {
    const organisation = { id: "o1", name: "Oakfold Primary School", urn: "118534", ukprn: null };
    const expected = { id: "o1", name: "Oakfold Primary School", urn: "118534" };
    expect(read({ organisation })).toMatchObject({ organisation: expected });
    expect(read({ organisation: JSON.stringify(organisation) })).toMatchObject({
      organisation: expected,
    });
    expect(read({ organisation: { ...organisation, urn: 118534 } })).toMatchObject({
      organisation: expected,
    });
    expect(read({ organisation: { ...organisation, urn: "../x" } })).toMatchObject({
      organisation: { urn: null },
    });
    expect(read({ organisation: "{" })).toMatchObject({ organisation: null });
  });
});

describe("where somebody begins", () => {
  const at = { urn: "118534", urnBefore: null, hasRoleThere: false, hasAnyRole: true };
  const TOLD = "/account/single-sign-on?arrived=1";

  it("is the school named, if they have a role there", () => {
    expect(arrivalPath({ ...at, hasRoleThere: true })).toBe("/schools/118534");
  });

  it("is what the provider says, once, where they have none there", () => {
    expect(arrivalPath(at)).toBe(TOLD);
    expect(arrivalPath({ ...at, urnBefore: "118534" })).toBeNull();
    expect(arrivalPath({ ...at, urnBefore: "118534", hasAnyRole: false })).toBe(TOLD);
  });

  it("is as for everybody where no school is named", () => {
    expect(arrivalPath({ ...at, urn: null })).toBeNull();
  });
});

describe("showing again who one is", () => {
  it("counts from when it was asked for, give or take half a minute between clocks", () => {
    expect(isFreshAuthentication({ authTime: 1000, askedAt: 1000 })).toBe(true);
    expect(isFreshAuthentication({ authTime: 970, askedAt: 1000 })).toBe(true);
    expect(isFreshAuthentication({ authTime: 969, askedAt: 1000 })).toBe(false);
    expect(isFreshAuthentication({ authTime: null, askedAt: 1000 })).toBe(false);
  });
});

describe("doing without a way in", () => {
  it("takes another one", () => {
    expect(mayDisconnect({ hasPassword: true, identities: 1 })).toBe(true);
    expect(mayDisconnect({ hasPassword: false, identities: 2 })).toBe(true);
    expect(mayDisconnect({ hasPassword: false, identities: 1 })).toBe(false);
  });
});
