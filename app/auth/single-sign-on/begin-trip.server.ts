import * as client from "openid-client";
import { TRIP_LIFETIME } from "~/domain/account/single-sign-on";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import type { OidcProvider } from "~/platform/oidc-providers.server";
import { deleteEndedFlows, insertFlow, type FlowPurpose } from "~db/queries/single-sign-on";
import { sealText } from "../secret-box.server";
import { newToken } from "../single-use-token.server";
import { backAddress, clientOf } from "./provider-client.server";
import type { TripSecrets } from "./trip-secrets.server";

/** Why somebody is sent to a provider, and where they go on after. `next`: one of our own paths. */
export type NewTrip = {
  purpose: FlowPurpose;
  next: string | null;
  /** The secret of an invitation's link, presented in this very request. */
  invitation?: string;
  /** Who is signed in, for a purpose that is theirs. `sessionId`: the stored hash. */
  who?: { userId: string; sessionId: string };
};

/** `url`: at the provider. `browser`: for the cookie that ties the way back to this browser. */
export type Trip = { url: string; browser: string };

/**
 * Begins a way through a provider: state, nonce and PKCE are made anew and kept here, sealed, for ten minutes and one
 * return. `away`: the provider cannot be reached.
 */
export async function beginTrip(
  app: App,
  provider: OidcProvider,
  trip: NewTrip,
): Promise<Result<Trip, "away">> {
  const configuration = await clientOf(app, provider).catch((error: unknown) => {
    app.log.warn({ err: error, provider: provider.key }, "a provider of single sign-on is away");
    return null;
  });
  if (configuration === null) return refused("away");
  const secrets: TripSecrets = {
    verifier: client.randomPKCECodeVerifier(),
    nonce: client.randomNonce(),
    // The provider's clock is the world's, so what it is compared with is too, also where ours stands still.
    askedAt: Math.floor(Date.now() / 1000),
    ...(trip.invitation === undefined ? {} : { invitation: trip.invitation }),
  };
  const state = newToken();
  const browser = newToken();
  await keepTrip(app, { provider, trip, secrets, id: state.hash, browser: browser.hash });
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: backAddress(app, provider),
    scope: provider.scopes,
    state: state.secret,
    nonce: secrets.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: "S256",
    ...provider.ask,
    ...(trip.purpose === "prove" ? { max_age: "0" } : {}),
  });
  return ok({ url: url.href, browser: browser.secret });
}

type Kept = {
  provider: OidcProvider;
  trip: NewTrip;
  secrets: TripSecrets;
  id: string;
  browser: string;
};

async function keepTrip(app: App, { provider, trip, secrets, id, browser }: Kept): Promise<void> {
  const createdAt = app.clock.now();
  const sealed = await sealText(app, { text: JSON.stringify(secrets), owner: id });
  await app.db.transact(async (tx) => {
    await deleteEndedFlows(tx, createdAt);
    await insertFlow(tx, {
      id,
      browser,
      provider: provider.key,
      purpose: trip.purpose,
      sealed,
      next: trip.next,
      userId: trip.who?.userId ?? null,
      sessionId: trip.who?.sessionId ?? null,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + TRIP_LIFETIME),
    });
  });
}
