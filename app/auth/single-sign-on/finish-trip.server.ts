import * as client from "openid-client";
import { readOutsideIdentity, type OutsideIdentity } from "~/domain/account/outside-identity";
import { looksLikeToken } from "~/domain/people/single-use-token";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import type { OidcProvider } from "~/platform/oidc-providers.server";
import { takeFlow, type FlowRow } from "~db/queries/single-sign-on";
import { hashToken } from "../single-use-token.server";
import { backAddress, clientOf } from "./provider-client.server";
import { openTripSecrets, type TripSecrets } from "./trip-secrets.server";

/** A browser back from a provider. `browser`: what its cookie holds. */
export type Return = { search: URLSearchParams; browser: string | null };

export type FinishedTrip = { flow: FlowRow; secrets: TripSecrets; identity: OutsideIdentity };
export type TripProblem = "expired" | "cancelled" | "away" | "untrusted" | "wrong-organisation";

/**
 * Ends a way through a provider. `expired` is the one answer for a state that never was, was used, belongs to another
 * browser or provider, or waited too long: what came with it is not looked at. A state counts once, whatever comes of it.
 */
export async function finishTrip(
  app: App,
  provider: OidcProvider,
  back: Return,
): Promise<Result<FinishedTrip, TripProblem>> {
  const state = back.search.get("state") ?? "";
  const flow = await takeOwnFlow(app, provider, { state, browser: back.browser });
  if (flow === undefined) return refused("expired");
  const secrets = await openTripSecrets(app, flow);
  const asked = { search: back.search, state, secrets };
  try {
    const identity = await identityOf(app, provider, asked);
    return identity.ok ? ok({ flow, secrets, identity: identity.value }) : identity;
  } catch (error) {
    const problem = problemOf(error);
    // That somebody turned back is no fault of anything.
    if (problem !== "cancelled") {
      app.log.warn({ err: error, provider: provider.key, problem }, "single sign-on went wrong");
    }
    return refused(problem);
  }
}

async function takeOwnFlow(
  app: App,
  provider: OidcProvider,
  { state, browser }: { state: string; browser: string | null },
): Promise<FlowRow | undefined> {
  if (browser === null || !looksLikeToken(state)) return undefined;
  const asked = { id: hashToken(state), browser: hashToken(browser), provider: provider.key };
  return app.db.transact((tx) => takeFlow(tx, { ...asked, now: app.clock.now() }));
}

type Asked = { search: URLSearchParams; state: string; secrets: TripSecrets };

async function identityOf(
  app: App,
  provider: OidcProvider,
  { search, state, secrets }: Asked,
): Promise<Result<OutsideIdentity, "untrusted" | "wrong-organisation">> {
  const configuration = await clientOf(app, provider);
  const address = new URL(`${backAddress(app, provider)}?${search.toString()}`);
  const tokens = await client.authorizationCodeGrant(configuration, address, {
    expectedState: state,
    expectedNonce: secrets.nonce,
    pkceCodeVerifier: secrets.verifier,
    idTokenExpected: true,
  });
  const said = { ...tokens.claims() };
  const added = await addedOf(app, configuration, { said, accessToken: tokens.access_token });
  const identity = readOutsideIdentity({ said, added }, provider);
  if (identity.ok) return identity;
  return refused(identity.problem === "unreadable" ? "untrusted" : identity.problem);
}

type Tokens = { said: Record<string, unknown>; accessToken: string };

/** What the provider says beside the token, where it offers to: what an account is called, and where its person works. */
async function addedOf(
  app: App,
  configuration: client.Configuration,
  { said, accessToken }: Tokens,
): Promise<Record<string, unknown>> {
  const subject = said["sub"];
  const offers = configuration.serverMetadata().userinfo_endpoint !== undefined;
  if (!offers || typeof subject !== "string") return {};
  try {
    return { ...(await client.fetchUserInfo(configuration, accessToken, subject)) };
  } catch (error) {
    app.log.warn({ err: error }, "a provider did not say more of a person");
    return {};
  }
}

/** Told apart by their names and codes, so that what people read does not hang on a library's words. */
function problemOf(error: unknown): TripProblem {
  if (error instanceof client.AuthorizationResponseError) {
    return error.error === "access_denied" ? "cancelled" : "away";
  }
  const isAway = error instanceof client.ClientError && !isAnswer(error.code);
  return isAway ? "away" : "untrusted";
}

/** What a provider that stands, but does not work, answers. */
const NOT_WORKING = [
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
  "OAUTH_PARSE_ERROR",
];

/** Errors without a code are of the network; most others are of what was answered. */
function isAnswer(code: string | undefined): boolean {
  return code !== undefined && !NOT_WORKING.includes(code);
}
