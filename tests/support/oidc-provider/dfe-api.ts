import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** What the stand-in for the API of DfE Sign-in knows. Roles are by "organisation user". */
export type DfeApi = {
  clientId: string;
  secret: string;
  roles: Readonly<Record<string, readonly string[]>>;
};

type Exchange = { req: IncomingMessage; res: ServerResponse };

/** Answers "Get user access to service", for a token signed as its documentation asks. */
export function answerRoles(api: DfeApi, { req, res }: Exchange): void {
  const token = /^bearer (.+)$/i.exec(req.headers.authorization ?? "")?.[1] ?? "";
  if (!isSigned(token, api)) {
    res.writeHead(401).end();
    return;
  }
  const asked = /^\/dfe-api\/services\/([^/]+)\/organisations\/([^/]+)\/users\/([^/]+)$/.exec(
    req.url ?? "",
  );
  const [, serviceId = "", organisationId = "", userId = ""] = asked ?? [];
  const roles = api.roles[`${organisationId} ${userId}`];
  if (roles === undefined) {
    res.writeHead(404).end();
    return;
  }
  res.setHeader("Content-Type", "application/json");
  res.end(
    JSON.stringify({
      userId,
      serviceId,
      organisationId,
      roles: roles.map((name, index) => ({ id: `role-${index}`, name, code: name })),
      identifiers: [],
    }),
  );
}

function isSigned(token: string, { clientId, secret }: DfeApi): boolean {
  const [head = "", body = "", signature = ""] = token.split(".");
  const expected = createHmac("sha256", secret).update(`${head}.${body}`).digest("base64url");
  if (signature !== expected) return false;
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString());
  const { alg } = read(head) as { alg?: string };
  const { iss, aud } = read(body) as { iss?: string; aud?: string };
  return alg === "HS256" && iss === clientId && aud === "signin.education.gov.uk";
}
