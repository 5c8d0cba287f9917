import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { loadSealer } from "~/signing/load-sealer.server";
import type { Sealer } from "~/signing/load-sealer.server";

export const SEALED_AT = new Date("2026-12-14T18:03:10Z");

let sealer: Promise<Sealer> | null = null;

/** One development sealer for all tests of a file: making its key takes a while. */
export function aSealer(): Promise<Sealer> {
  const dataDir = mkdtempSync(join(tmpdir(), "seal-"));
  const settings = { dataDir, production: false, p12Path: undefined, passphrase: undefined };
  sealer ??= loadSealer(settings, new Date("2026-11-01T00:00:00Z"));
  return sealer;
}

/** Seals bytes as the service does. */
export async function sealed(
  bytes: Uint8Array,
  reference = "IT26-900412-1-7KQD",
): Promise<Uint8Array> {
  return (await aSealer()).seal(bytes, {
    signedAt: SEALED_AT,
    name: "Inclusion Review",
    reference,
  });
}
