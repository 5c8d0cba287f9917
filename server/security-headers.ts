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
    ...(development ? ["connect-src 'self' ws:"] : []),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}

const FIXED_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Frame-Options": "DENY",
};

const YEAR = 365 * 24 * 60 * 60;

/** Sets the security headers on every answer and keeps the nonce in `res.locals.cspNonce`. */
export function securityHeaders(
  config: Config,
  { development }: { development: boolean },
): RequestHandler {
  const https = config.production && config.origin.startsWith("https:");
  return (_req, res, next) => {
    const nonce = randomBytes(16).toString("base64");
    res.locals["cspNonce"] = nonce;
    res.set(FIXED_HEADERS);
    res.set("Content-Security-Policy", contentSecurityPolicy({ nonce, development }));
    if (https) res.set("Strict-Transport-Security", `max-age=${YEAR}; includeSubDomains`);
    next();
  };
}
