import { createHash } from "node:crypto";

/** What is stored for a session: SHA-256 (hex) of the secret in the cookie, so a stolen table opens nothing. */
export function hashSessionId(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
