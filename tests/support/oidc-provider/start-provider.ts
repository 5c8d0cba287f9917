import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider, { type Configuration } from "oidc-provider";
import { PROVIDER_ACCOUNTS, type ProviderAccount } from "./accounts";
import { answerInteraction } from "./interaction";
import { answerRoles, type DfeApi } from "./dfe-api";

export type LocalProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  close: () => Promise<void>;
};

type Options = {
  /** The service it lets people back to. */
  origin: string;
  accounts?: readonly ProviderAccount[];
  /** Stands in for the API of DfE Sign-in, under `/dfe-api`. */
  dfe?: DfeApi;
  /** Where it listens; any free port unless given. */
  port?: number;
};

const CLIENT = { clientId: "review", clientSecret: "the-secret-of-the-tests" };
const KEYS = ["generic", "dfe-sign-in", "microsoft", "google"];

/** A whole OpenID Connect provider on this machine, with a form to sign in by. It forgets everything when it closes. */
export async function startProvider(options: Options): Promise<LocalProvider> {
  const server = createServer();
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  const issuer = `http://127.0.0.1:${address.port}`;
  const accounts = options.accounts ?? PROVIDER_ACCOUNTS;
  const provider = new Provider(issuer, configurationOf({ ...options, accounts }));
  const handle = provider.callback();
  server.on("request", (req: IncomingMessage, res: ServerResponse) => {
    if (req.url?.startsWith("/interaction/") === true) {
      void answerInteraction(provider, accounts, { req, res });
    } else if (options.dfe !== undefined && req.url?.startsWith("/dfe-api/") === true) {
      answerRoles(options.dfe, { req, res });
    } else void handle(req, res);
  });
  return {
    issuer,
    ...CLIENT,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function configurationOf({
  origin,
  accounts,
}: {
  origin: string;
  accounts: readonly ProviderAccount[];
}): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: KEYS.map((key) => `${origin}/sign-in/with/${key}/back`),
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kty: "RSA", use: "sig" }] },
    cookies: { keys: ["of-the-tests-only"] },
    // As Microsoft, Google and DfE Sign-in do: the token says who somebody is.
    conformIdTokenClaims: false,
    claims: {
      openid: ["sub", "amr", "oid", "tid", "hd"],
      profile: ["name"],
      email: ["email", "email_verified"],
      organisation: ["organisation"],
    },
    scopes: ["openid", "profile", "email", "organisation"],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) => {
      const found = accounts.find((account) => account.id === id);
      if (found === undefined) return undefined;
      return { accountId: id, claims: () => ({ sub: id, ...found.claims }) };
    },
    // Nobody is asked twice: what the service asks for is granted with signing in.
    loadExistingGrant: async (ctx) => {
      const { provider, client, session, params } = ctx.oidc;
      const grant = new provider.Grant({
        clientId: client?.clientId ?? "",
        accountId: session?.accountId ?? "",
      });
      const scope = params?.["scope"];
      grant.addOIDCScope(typeof scope === "string" ? scope : "openid");
      await grant.save();
      return grant;
    },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 600, IdToken: 600 },
  };
}
