import { parseCertificate } from "~/domain/confirmation/certificate";
import { confirmationStanding } from "~/domain/confirmation/lifecycle";
import { londonDate } from "~/domain/calendar/format";
import { ok, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { findCertificateByHash, findCertificateByReference } from "~db/queries/confirmations";
import type { CertificateKind, CheckView } from "./views";

type Found = Result<CheckView, never>;

/** What a file is, where its bytes are those of a sealed certificate; null where they are not. */
export async function checkCertificateFile(app: App, sha256: string): Promise<Found | null> {
  const known = await findCertificateByHash(app.db.read, sha256);
  if (known === undefined) return null;
  const { school, scheme, organisation, endsOn, confirmedBy } = parseCertificate(known.snapshot);
  return ok({
    of: "certificate",
    kind: kindOf(app, known),
    reference: known.reference,
    endsOn,
    certificate: {
      schoolName: school.name,
      scheme,
      organisation,
      confirmedBy,
      confirmedAt: known.confirmedAt,
      sealedAt: known.readyAt ?? known.confirmedAt,
      checkCode: known.sha256,
    },
  });
}

/** What the reference of a certificate alone tells: whether it holds, and until when. Never whose it is. */
export async function checkCertificateReference(
  app: App,
  reference: string,
): Promise<Found | null> {
  const found = await findCertificateByReference(app.db.read, reference);
  if (found === undefined) return null;
  const { endsOn } = found;
  return ok({
    of: "certificate",
    kind: kindOf(app, found),
    reference,
    endsOn,
    certificate: null,
  });
}

type Known = Parameters<typeof confirmationStanding>[0];

function kindOf(app: App, known: Known): CertificateKind {
  const standing = confirmationStanding(known, londonDate(app.clock.now()));
  return standing === "confirmed" ? "genuine" : standing;
}
