import { keepFreshProof } from "~/auth/fresh-proof.server";
import { newToken } from "~/auth/single-use-token.server";
import {
  finishTrip,
  type FinishedTrip,
  type TripProblem,
} from "~/auth/single-sign-on/finish-trip.server";
import { providerOf } from "~/auth/single-sign-on/provider-client.server";
import {
  isFreshAuthentication,
  PENDING_IDENTITY_LIFETIME,
  type SingleSignOnProblem,
} from "~/domain/account/single-sign-on";
import { assertNever, ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import type { OidcProvider } from "~/platform/oidc-providers.server";
import { acceptInvitationBySingleSignOn } from "~/services/people/accept-invitation.server";
import { findIdentity } from "~db/queries/identities";
import { findUser } from "~db/queries/people";
import { deleteEndedPendingIdentities, insertPendingIdentity } from "~db/queries/single-sign-on";
import { arriveBySingleSignOn, type Arrived } from "./arrive-by-single-sign-on.server";
import { connectIdentity, insertConnection } from "./connect-identity.server";
import { passFirstFactor } from "./pass-first-factor.server";
import { insertAccountEvent } from "./record-account-event.server";

export type FinishInput = {
  /** The key in the address. */
  provider: string;
  /** What the provider sent along. */
  search: URLSearchParams;
  /** What the browser's cookie of the trip holds. */
  browser: string | null;
  /** The live session of the browser, by its stored hash. */
  session: { id: string; userId: string } | null;
  address: string;
};

/**
 * What came of it. `signed-in`: the caller starts a session or half-session. `unknown`: the account is nobody's here;
 * `pending` is for the browser's cookie. `done`: something of the person signed in already.
 */
export type Finished =
  | ({ kind: "signed-in" } & Arrived)
  | { kind: "unknown"; pending: string }
  | { kind: "done"; path: string };

type Finishing = Result<Finished, SingleSignOnProblem>;
type Trip = FinishedTrip & { provider: OidcProvider };

/** Ends a way through a provider: signs in, connects, proves or accepts, as it was begun for. */
export async function finishSingleSignOn(app: App, input: FinishInput): Promise<Finishing> {
  const provider = providerOf(app, input.provider);
  if (provider === undefined) return refused("unknown-provider");
  const finished: Result<FinishedTrip, TripProblem> = await finishTrip(app, provider, input);
  if (!finished.ok) return finished;
  const trip = { ...finished.value, provider };
  const { purpose } = trip.flow;
  switch (purpose) {
    case "sign-in":
      return signIn(app, trip);
    case "invitation":
      return accept(app, trip, input.address);
    case "connect":
      return isSameSession(trip, input) ? connect(app, trip) : refused("signed-out");
    case "prove":
      return isSameSession(trip, input) ? prove(app, trip) : refused("signed-out");
    default:
      return assertNever(purpose);
  }
}

/** What was begun in a session ends in it: another one, or the next person's, gets nothing of it. */
function isSameSession({ flow }: Trip, { session }: FinishInput): boolean {
  return session !== null && flow.sessionId === session.id && flow.userId === session.userId;
}

async function signIn(app: App, trip: Trip): Promise<Finishing> {
  return (await arrive(app, trip, trip.flow.next)) ?? keepPending(app, trip);
}

/** Signs in whose account it opens; null where it opens nobody's. Who it is rests on issuer and subject alone. */
async function arrive(app: App, trip: Trip, next: string | null): Promise<Finishing | null> {
  const { provider, identity: outside } = trip;
  const row = await findIdentity(app.db.read, outside);
  if (row === undefined) return null;
  const user = await findUser(app.db.read, row.userId);
  if (user?.disabledAt !== null) return refused("closed");
  const arrived = await arriveBySingleSignOn(app, { provider, row, outside, next });
  return ok({ kind: "signed-in", ...arrived });
}

async function keepPending(app: App, { provider, identity }: Trip): Promise<Finishing> {
  const { issuer, subject, label } = identity;
  const { secret, hash: id } = newToken();
  const createdAt = app.clock.now();
  const expiresAt = new Date(createdAt.getTime() + PENDING_IDENTITY_LIFETIME);
  const row = { id, provider: provider.key, issuer, subject, label, createdAt, expiresAt };
  await app.db.transact(async (tx) => {
    await deleteEndedPendingIdentities(tx, createdAt);
    await insertPendingIdentity(tx, row);
  });
  return ok({ kind: "unknown", pending: secret });
}

/** By the invitation's secret, which was presented when this trip began, a new account is opened; an old one never. */
async function accept(app: App, trip: Trip, address: string): Promise<Finishing> {
  const secret = trip.secrets.invitation ?? "";
  const known = await arrive(app, trip, `/invitation/${secret}`);
  if (known !== null) return known;
  const { provider, identity: outside } = trip;
  const done = await acceptInvitationBySingleSignOn(app, {
    secret,
    address,
    connect: (tx, userId) =>
      insertConnection(tx, app, { userId, provider: provider.key, outside, how: "invitation" }),
  });
  if (!done.ok) {
    if (done.problem === "sign-in") return keepPending(app, trip);
    return refused(done.problem === "gone" ? "invitation-gone" : done.problem);
  }
  app.wakeWorker();
  const { userId, path } = done.value;
  const secondFactor = outside.provesSecondFactor;
  const given = { userId, by: "single-sign-on", secondFactorProven: secondFactor } as const;
  return ok({
    kind: "signed-in",
    ...(await passFirstFactor(app, given)),
    secondFactor,
    next: path,
  });
}

async function connect(app: App, { flow, provider, identity: outside }: Trip): Promise<Finishing> {
  const userId = flow.userId ?? "";
  const done = await connectIdentity(app, {
    userId,
    provider: provider.key,
    outside,
    how: "account",
  });
  if (!done.ok) return done;
  return ok({ kind: "done", path: `/account/single-sign-on?connected=${provider.key}` });
}

/** The provider was told to ask anew (`max_age=0`); whether it did, the signed time says. */
async function prove(app: App, { flow, secrets, identity }: Trip): Promise<Finishing> {
  const row = await findIdentity(app.db.read, identity);
  if (row === undefined || row.userId !== flow.userId) return refused("other-account");
  const { authTime } = identity;
  if (!isFreshAuthentication({ authTime, askedAt: secrets.askedAt })) return refused("not-fresh");
  const { id, sessionId, next } = flow;
  const { userId } = row;
  await app.db.transact(async (tx) => {
    const proof = { id, sessionId: sessionId ?? "", userId, purpose: next ?? "" };
    await keepFreshProof(tx, app, proof);
    const event = "account.proved-again";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
  });
  return ok({ kind: "done", path: next ?? "/account" });
}
