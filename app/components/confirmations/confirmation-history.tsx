import { formatDate } from "~/domain/calendar/format";
import type { ConfirmationView } from "~/services/confirmations/confirmation-views.server";
import { RecordList } from "../record-list";
import { StandingTag } from "./standing-tag";

type HistoryProps = {
  confirmations: readonly ConfirmationView[];
  /** Where the certificate of one is. */
  pdfPath: (confirmationId: string) => string;
};

/** Confirmations, latest first, each with its certificate. */
export function ConfirmationHistory({ confirmations, pdfPath }: HistoryProps) {
  return (
    <RecordList
      rows={confirmations.map((one) => ({
        key: one.id,
        title: `Period ${one.period}, confirmed on ${formatDate(one.confirmedOn)}`,
        note: (
          <>
            By {one.confirmedBy}, for signed copy {one.copyNumber}.{" "}
            {one.withdrawn === null
              ? ""
              : `Withdrawn on ${formatDate(one.withdrawn.at)}: ${one.withdrawn.reason} `}
            <CertificateLink confirmation={one} to={pdfPath(one.id)} />
          </>
        ),
        state: <StandingTag confirmation={one} />,
      }))}
    />
  );
}

/** The certificate to download, or that it is being made. */
export function CertificateLink({
  confirmation,
  to,
}: {
  confirmation: ConfirmationView;
  to: string;
}) {
  const { certificate, reference } = confirmation;
  if (certificate.state === "failed")
    return <>The certificate could not be made yet. We try again.</>;
  if (certificate.state === "pending") return <>The certificate is being made.</>;
  return (
    <a href={to}>
      Certificate {reference} (PDF, {Math.max(1, Math.round(certificate.size / 1024))} KB)
    </a>
  );
}
