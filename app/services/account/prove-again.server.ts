import { hasFreshProof } from "~/auth/fresh-proof.server";
import type { Passwords } from "~/auth/password.server";
import type { ProvingPage } from "~/auth/proving-page.server";
import { reauthenticate, type Means, type ProvenAt } from "~/auth/reauthenticate.server";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { listIdentities } from "~db/queries/identities";
import { findUser } from "~db/queries/people";
import { hasAuthenticator } from "~db/queries/second-factors";

/** What a person has to show again that it is really them. */
export type Ways = {
  password: boolean;
  /** A code of the authenticator app. */
  code: boolean;
  /** Where else they have an account that opens theirs here: "DfE Sign-in". Null also where a page cannot send there. */
  provider: string | null;
  /** They have just shown it at their provider, for this page: nothing is asked. */
  fresh: boolean;
};

/** What was typed to show it; a code goes before a password, which browsers fill in by themselves. */
export type Proof = {
  password?: string;
  code?: string;
  /** Where the request came from, for the limits. */
  address: string;
  /** The page that asked, where it takes what was shown at a provider too. */
  page?: ProvingPage;
  passwords?: Passwords;
};

/** What was not given, of the first way there is. */
export type MissingProof = "password-missing" | "code-missing" | "provider-missing";
export type ProofCode = MissingProof | "wrong" | "too-many";
export type ProofProblem = { code: ProofCode };

/** The ways an actor has; a page offers these alone. `page`: where it can send to a provider and take them back. */
export async function waysToProve(app: App, actor: Actor, page?: ProvingPage): Promise<Ways> {
  const { userId } = actor;
  const user = await findUser(app.db.read, userId);
  return {
    password: (user?.passwordHash ?? null) !== null,
    code: await hasAuthenticator(app.db.read, userId),
    provider: page === undefined ? null : await providerOf(app, userId),
    fresh: page !== undefined && (await hasFreshProof(app, { userId, ...page })),
  };
}

/** The name of the provider a person connected first, of those that are still set. */
async function providerOf(app: App, userId: string): Promise<string | null> {
  for (const { provider } of await listIdentities(app.db.read, userId)) {
    const set = app.config.oidc.find(({ key }) => key === provider);
    if (set !== undefined) return set.name;
  }
  return null;
}

/** What is missing before a proof can be looked at; null: nothing. */
export async function missingProof(
  app: App,
  actor: Actor,
  proof: Proof,
): Promise<MissingProof | null> {
  if (typedMeans(proof) !== null) return null;
  const ways = await waysToProve(app, actor, proof.page);
  if (ways.fresh) return null;
  if (ways.password) return "password-missing";
  if (ways.code) return "code-missing";
  return ways.provider === null ? "password-missing" : "provider-missing";
}

/**
 * Asks a signed-in person once more who they are, by whatever they gave, before anything is written (design.md
 * decision 9). The answer says by what, for the record.
 */
export async function proveAgain(
  app: App,
  actor: Actor,
  proof: Proof,
): Promise<Result<{ by: ProvenAt["by"] }, ProofProblem>> {
  const missing = await missingProof(app, actor, proof);
  if (missing !== null) return refused({ code: missing });
  const means = typedMeans(proof) ?? shownElsewhere(proof);
  const { address, passwords } = proof;
  const circumstances = passwords === undefined ? { address } : { address, passwords };
  const proven = await reauthenticate(app, actor, means, circumstances);
  return proven.ok ? ok({ by: proven.value.by }) : refused({ code: proven.problem });
}

function typedMeans({ password = "", code = "" }: Proof): Means | null {
  if (code.trim() !== "") return { kind: "authenticator", code };
  return password === "" ? null : { kind: "password", password };
}

function shownElsewhere({ page }: Proof): Means {
  return { kind: "single-sign-on", sessionId: page?.sessionId ?? "", purpose: page?.purpose ?? "" };
}
