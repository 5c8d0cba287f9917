import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import type { Config } from "~/platform/config.server";

type Policy = { nonce: string; development: boolean };

/** The Content-Security-Policy of one answer. Under `npm run dev` Vite adds styles and a socket. */
export function contentSecurityPolicy({ nonce, development }: Policy): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "worker-src 'self'",
    "manifest-src 'self'",
    ...(development ? ["connect-src 'self' ws:"] : []),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}

const YEAR_S = 365 * 24 * 60 * 60;

/** The headers that are the same on every answer. Only a live service under HTTPS insists on HTTPS. */
export function fixedHeaders({
  production,
  origin,
}: Pick<Config, "production" | "origin">): Record<string, string> {
  const insist = production && origin.startsWith("https:");
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    ...(insist ? { "Strict-Transport-Security": `max-age=${YEAR_S}; includeSubDomains` } : {}),
  };
}

/** Sets the security headers on every answer and keeps the nonce in `res.locals.cspNonce`. */
export function securityHeaders(
  config: Config,
  { development }: { development: boolean },
): RequestHandler {
  const fixed = fixedHeaders(config);
  return (_req, res, next) => {
    const nonce = randomBytes(16).toString("base64");
    res.locals["cspNonce"] = nonce;
    res.set(fixed);
    res.set("Content-Security-Policy", contentSecurityPolicy({ nonce, development }));
    next();
  };
}
