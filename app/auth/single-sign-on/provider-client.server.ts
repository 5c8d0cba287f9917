import * as client from "openid-client";
import type { App } from "~/platform/app.server";
import { mayUseHttp, type OidcProvider } from "~/platform/oidc-providers.server";

/** How long a provider may take to answer one question. In seconds. */
const TIMEOUT_S = 10;

const made = new WeakMap<App, Map<string, Promise<client.Configuration>>>();

/** What a provider says of itself, asked once and kept; asked again after it could not be had. */
export function clientOf(app: App, provider: OidcProvider): Promise<client.Configuration> {
  const known = made.get(app) ?? new Map<string, Promise<client.Configuration>>();
  made.set(app, known);
  const found = known.get(provider.key);
  if (found !== undefined) return found;
  const asked = discover(app, provider);
  known.set(provider.key, asked);
  asked.catch(() => known.delete(provider.key));
  return asked;
}

async function discover(app: App, provider: OidcProvider): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret } = provider;
  const insecure = mayUseHttp(issuer, app.config) ? [client.allowInsecureRequests] : [];
  return client.discovery(
    new URL(issuer),
    clientId,
    {},
    client.ClientSecretBasic(clientSecret),
    // What the token says is believed for its signature, and not only for the way it came.
    { timeout: TIMEOUT_S, execute: [client.enableNonRepudiationChecks, ...insecure] },
  );
}

/** The provider of this key, where it is set. */
export function providerOf(app: App, key: string): OidcProvider | undefined {
  return app.config.oidc.find((provider) => provider.key === key);
}

/** Where a provider sends the browser back to; it has to be told to the provider beforehand. */
export function backAddress(app: App, { key }: Pick<OidcProvider, "key">): string {
  return `${app.config.origin}/sign-in/with/${key}/back`;
}
