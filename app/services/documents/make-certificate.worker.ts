import { parseCertificate } from "~/domain/confirmation/certificate";
import { composeCertificatePdf } from "~/pdf/compose-certificate-pdf.server";
import type { SealerSettings } from "~/signing/load-sealer.server";
import { sealOrDraft } from "./seal-composed";
import type { MadePdf } from "./make-pdf.worker";

/** Plain data in, plain data out: it crosses into a worker thread. */
export type MakeCertificateTask = {
  snapshotText: string;
  sha256: string;
  verifyAddress: string;
  madeAt: Date;
  /** Who seals, as readers show it. */
  sealedBy: string;
  sealer: SealerSettings;
};

/** Composes a certificate from its frozen text and seals it. */
export async function run(task: MakeCertificateTask): Promise<MadePdf> {
  const certificate = parseCertificate(task.snapshotText);
  const composed = await composeCertificatePdf({ ...task, certificate });
  return sealOrDraft(composed, { ...task, reference: certificate.reference });
}
