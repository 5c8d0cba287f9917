import { createHash, randomBytes } from "node:crypto";

/** A new secret for a link. Only its hash is kept. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 (hex) of a link's secret, as the tables hold it. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
