import { hasFreshProof } from "~/auth/fresh-proof.server";
import { purposeOf } from "~/auth/prove-path";
import { takeAttempt } from "~/auth/sign-in-limits.server";
import { beginTrip, type NewTrip, type Trip } from "~/auth/single-sign-on/begin-trip.server";
import { providerOf } from "~/auth/single-sign-on/provider-client.server";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { findUser } from "~db/queries/people";
import { listIdentities } from "~db/queries/identities";
import { proveAgain, type Proof, type ProofCode } from "./prove-again.server";

/** A way to a provider that has begun, and what the provider is called. */
export type Started = Trip & { name: string };
type StartProblem = "unknown-provider" | "away" | "too-many";

/** A provider as a button names it. */
export type ProviderChoice = { key: string; name: string };

/** The providers that are set; none: the pages say nothing of single sign-on. */
export function listProviders(app: App): ProviderChoice[] {
  return app.config.oidc.map(({ key, name }) => ({ key, name }));
}

type StartInput = {
  provider: string;
  address: string;
  /** One of our own paths to go on to. */
  next: string | null;
  /** The secret of an invitation, where its page was left by the button. Empty: none. */
  invitation: string;
};

/** Begins signing in at a provider, or accepting an invitation by it. For a button press only: nobody is an actor yet. */
export async function startSignIn(
  app: App,
  { provider, address, next, invitation }: StartInput,
): Promise<Result<Started, StartProblem>> {
  const trip: NewTrip =
    invitation === ""
      ? { purpose: "sign-in", next }
      : { purpose: "invitation", next: null, invitation };
  return start(app, { provider, address, trip });
}

/** One of the ways of signing in, to change it. `sessionId`: the stored hash of the session that asks. */
export type WayChange = { provider: string; proof: Proof; sessionId: string };

/** Begins connecting an account elsewhere, after the actor has shown again who they are. */
export async function startConnecting(
  app: App,
  actor: Actor,
  { provider, proof, sessionId }: WayChange,
): Promise<Result<Started, StartProblem | ProofCode | "already-connected">> {
  const known = await listIdentities(app.db.read, actor.userId);
  if (known.some((one) => one.provider === provider)) return refused("already-connected");
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return refused(proven.problem.code);
  const who = { userId: actor.userId, sessionId };
  const trip: NewTrip = { purpose: "connect", next: null, who };
  return start(app, { provider, address: proof.address, trip });
}

export type ProveView = {
  /** Where the person goes back to; null: the address named none of our pages. */
  path: string | null;
  providers: ProviderChoice[];
  /** Whether a proof for it is ready. */
  ready: boolean;
  hasPassword: boolean;
};

type ProveAsked = { path: string | null; sessionId: string };

/** With which of their connected accounts somebody can show again who they are, for one of our pages. */
export async function viewProve(
  app: App,
  actor: Actor,
  { path, sessionId }: ProveAsked,
): Promise<ProveView> {
  const { userId } = actor;
  const identities = await listIdentities(app.db.read, userId);
  const connected = new Set(identities.map(({ provider }) => provider));
  const purpose = purposeOf(path) ?? "";
  const user = await findUser(app.db.read, userId);
  return {
    path,
    providers: listProviders(app).filter(({ key }) => connected.has(key)),
    ready: path !== null && (await hasFreshProof(app, { sessionId, userId, purpose })),
    hasPassword: (user?.passwordHash ?? null) !== null,
  };
}

type ProveInput = { provider: string; path: string; sessionId: string; address: string };

/** Begins showing again who the actor is, for one of our pages. `not-connected`: not by this provider. */
export async function startProving(
  app: App,
  actor: Actor,
  { provider, path, sessionId, address }: ProveInput,
): Promise<Result<Started, StartProblem | "not-connected">> {
  const { userId } = actor;
  const known = await listIdentities(app.db.read, userId);
  if (!known.some((one) => one.provider === provider)) return refused("not-connected");
  const trip: NewTrip = { purpose: "prove", next: path, who: { userId, sessionId } };
  return start(app, { provider, address, trip });
}

type Start = { provider: string; address: string; trip: NewTrip };

async function start(app: App, asked: Start): Promise<Result<Started, StartProblem>> {
  const { address, trip } = asked;
  const provider = providerOf(app, asked.provider);
  if (provider === undefined) return refused("unknown-provider");
  const who = { account: address, address };
  if (!(await takeAttempt(app, who, "single-sign-on"))) return refused("too-many");
  const begun = await beginTrip(app, provider, trip);
  return begun.ok ? ok({ ...begun.value, name: provider.name }) : begun;
}
