import { createHash } from "node:crypto";
import type { ComposedPdf } from "~/pdf/compose-submission-pdf.server";
import { loadSealer, type SealerSettings } from "~/signing/load-sealer.server";
import type { MadePdf } from "./make-pdf.worker";

type Sealing = {
  /** Null for a draft, which is never sealed. */
  sealer: SealerSettings | null;
  madeAt: Date;
  /** Who seals, as readers show it. */
  sealedBy: string;
  reference: string;
};

/** Seals what was composed, once; a draft stays as it is. */
export async function sealOrDraft(
  { bytes, pages }: ComposedPdf,
  { sealer: settings, madeAt, sealedBy, reference }: Sealing,
): Promise<MadePdf> {
  if (settings === null) return made(bytes, pages, null);
  const sealer = await loadSealer(settings, madeAt);
  const act = { signedAt: madeAt, name: sealedBy, reference };
  return made(await sealer.seal(bytes, act), pages, sealer.certificatePem);
}

function made(bytes: Uint8Array, pages: number, certificatePem: string | null): MadePdf {
  return { bytes, pages, certificatePem, sha256: createHash("sha256").update(bytes).digest("hex") };
}
