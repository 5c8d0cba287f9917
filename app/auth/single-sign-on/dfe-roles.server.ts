import { createHmac } from "node:crypto";
import { z } from "~/domain/zod";

/** As what DfE Sign-in has somebody at an organisation, for this service: the names of the roles. */
export type DfeRoles = (asked: { userId: string; organisationId: string }) => Promise<string[]>;

type Api = { url: string; clientId: string; serviceId: string; secret: string };

const AUDIENCE = "signin.education.gov.uk";
const TIMEOUT_MS = 3000;
const TOKEN_LIFETIME_S = 60;

const AnswerSchema = z.object({
  roles: z.array(z.object({ name: z.string().min(1).max(200) })).max(50),
});

/**
 * Asks the public API of DfE Sign-in ("Get user access to service"). Somebody without access there has no roles. Throws
 * where it does not answer.
 */
export function dfeRolesOverHttp(api: Api): DfeRoles {
  return async ({ userId, organisationId }) => {
    const parts = ["services", api.serviceId, "organisations", organisationId, "users", userId];
    const url = `${api.url.replace(/\/$/, "")}/${parts.map(encodeURIComponent).join("/")}`;
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${dfeToken(api)}`, Accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 404) return [];
    if (!response.ok) throw new Error(`DfE Sign-in answered ${response.status}`);
    return AnswerSchema.parse(await response.json()).roles.map(({ name }) => name);
  };
}

/** A signed token as the API asks for: HS256 with the API's own secret, made for each call. */
export function dfeToken({ clientId, secret }: Pick<Api, "clientId" | "secret">): string {
  const issuedAt = Math.floor(Date.now() / 1000);
  const claims = { iss: clientId, aud: AUDIENCE, iat: issuedAt, exp: issuedAt + TOKEN_LIFETIME_S };
  const said = [{ alg: "HS256", typ: "JWT" }, claims].map(encode).join(".");
  return `${said}.${createHmac("sha256", secret).update(said).digest("base64url")}`;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
