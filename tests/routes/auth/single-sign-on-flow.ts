import { afterAll, beforeAll } from "vitest";
import type { OidcKey, OidcProvider } from "~/platform/oidc-providers.server";
import { action as start } from "~/routes/sign-in_.with.$provider";
import { loader as back } from "~/routes/sign-in_.with.$provider_.back";
import { identities } from "~db/schema";
import { aPost, aRequest } from "~tests/support/accounts";
import type { DfeApi } from "~tests/support/oidc-provider/dfe-api";
import {
  aProviderBrowser,
  type ProviderBrowser,
} from "~tests/support/oidc-provider/provider-browser";
import { startProvider, type LocalProvider } from "~tests/support/oidc-provider/start-provider";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { askRoute, type Answer } from "./ask-route";

export const ORIGIN = "http://127.0.0.1:3000";

/** A provider for the tests of a file; `settings` are those of a service that lets people in by it. */
export function aLocalProvider(dfe?: DfeApi) {
  let local: LocalProvider | undefined;
  beforeAll(async () => {
    local = await startProvider({ origin: ORIGIN, ...(dfe === undefined ? {} : { dfe }) });
  });
  afterAll(async () => {
    await local?.close();
  });
  const settings = (over: Partial<OidcProvider> = {}): OidcProvider => {
    if (local === undefined) throw new Error("The provider is not there yet");
    const { issuer, clientId, clientSecret } = local;
    return {
      key: "generic",
      name: "County login",
      issuer,
      clientId,
      clientSecret,
      scopes: "openid profile email",
      subject: "sub",
      emailTrusted: "verified",
      onlyFrom: null,
      ask: {},
      dfe: null,
      secondFactor: [],
      ...over,
    };
  };
  return {
    settings,
    issuer: () => settings().issuer,
    app: (...providers: Partial<OidcProvider>[]) =>
      aTestApp({ config: { oidc: (providers.length === 0 ? [{}] : providers).map(settings) } }),
  };
}

/** All the cookies an answer sets, as the browser sends them back. */
export function cookiesOf({ headers }: Answer): string {
  const pairs = headers.getSetCookie().map((line) => line.split(";", 1)[0] ?? "");
  return pairs.filter((pair) => !pair.endsWith("=")).join("; ");
}

/** Where an answer sends the browser by itself. */
export const refreshOf = ({ headers }: Answer): string =>
  (headers.get("Refresh") ?? "").replace(/^0;url=/, "");

export const placeOf = ({ headers }: Answer): string | null => headers.get("Location");

/** The button of a provider, pressed. */
export function press(
  app: TestApp,
  { provider = "generic", fields = {}, cookie = "" }: Pressed = {},
): Promise<Answer> {
  const request = aPost(`/sign-in/with/${provider}`, fields, cookie);
  return askRoute(start, app, { request, params: { provider } });
}

type Pressed = { provider?: OidcKey; fields?: Record<string, string>; cookie?: string };

/** The browser sent back by the provider. */
export function comeBack(
  app: TestApp,
  { url, cookie, provider = "generic", method = "GET" }: CameBack,
): Promise<Answer> {
  const request = aRequest(url.pathname + url.search, cookie, { method });
  return askRoute(back, app, { request, params: { provider } });
}

type CameBack = { url: URL; cookie: string; provider?: OidcKey; method?: "GET" | "HEAD" };

type Way = Pressed & { account: string; browser?: ProviderBrowser };

/** The whole way: the button, the provider, and back. */
export async function signInBy(app: TestApp, { account, browser, ...pressed }: Way) {
  const begun = await press(app, pressed);
  const trip = cookiesOf(begun);
  const url = await (browser ?? aProviderBrowser()).signIn(refreshOf(begun), account);
  const cookie = [pressed.cookie, trip].filter(Boolean).join("; ");
  const { provider = "generic" } = pressed;
  return { begun, trip, url, answer: await comeBack(app, { url, cookie, provider }) };
}

/** Connects an account elsewhere to a person, as if they had done so long ago. */
export async function aConnection(app: TestApp, connection: Connection): Promise<void> {
  const { userId, issuer, subject, provider = "generic" } = connection;
  await app.db.transact(async (tx) => {
    await tx.insert(identities).values({
      id: app.newId(),
      userId,
      provider,
      issuer,
      subject,
      connectedAt: app.clock.now(),
    });
  });
}

type Connection = { userId: string; issuer: string; subject: string; provider?: OidcKey };
