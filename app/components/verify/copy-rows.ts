import { formatDate, formatDateTime } from "~/domain/calendar/format";
import type { Standing } from "~/domain/submission/standing";
import type { CertificateCheckView, CopyView } from "~/services/verify/views";
import type { SummaryRow } from "../summary-table";

const STANDS: Record<Standing, string> = {
  genuine: "This is the latest signed copy",
  superseded: "A newer signed copy exists",
  withdrawn: "This copy was withdrawn",
  "signed-not-yet-sealed": "A signature is still awaited",
};

/** The facts of a signed copy, for whoever holds its very bytes. */
export function copyRows(copy: CopyView, standing: Standing): SummaryRow[] {
  return [
    { term: "School", value: copy.schoolName },
    aboutRow(copy, standing),
    { term: "Reference", value: copy.reference },
    { term: "Signed", value: signedBy(copy), note: formatDateTime(copy.signedAt) },
    {
      term: "Sealed",
      value: formatDateTime(copy.sealedAt),
      note: `By Inclusion Review for ${copy.owner}`,
    },
    {
      term: "Check code",
      value: inFours(copy.checkCode.slice(0, 16)),
      note: `As at the foot of every page. In full: ${inFours(copy.checkCode)}`,
    },
  ];
}

/** The facts of a certificate, for whoever holds its very bytes; nothing for a reference. */
export function certificateRows({ certificate, reference, endsOn }: CertificateCheckView) {
  if (certificate === null) return [];
  const { schoolName, scheme, organisation, confirmedBy, confirmedAt, checkCode } = certificate;
  const rows: SummaryRow[] = [
    { term: "School", value: schoolName },
    { term: "Certificate", value: scheme, note: `Confirmed until ${formatDate(endsOn)}` },
    { term: "Reference", value: reference },
    {
      term: "Confirmed",
      value: `By ${confirmedBy}, for ${organisation}`,
      note: formatDateTime(confirmedAt),
    },
    { term: "Sealed", value: formatDateTime(certificate.sealedAt), note: "By Inclusion Review" },
    {
      term: "Check code",
      value: inFours(checkCode.slice(0, 16)),
      note: `As at the foot of the page. In full: ${inFours(checkCode)}`,
    },
  ];
  return rows;
}

function aboutRow(copy: CopyView, standing: Standing): SummaryRow {
  if (copy.what === "visit-record")
    return { term: "Record of a peer moderation visit", value: copy.title };
  const value = `${copy.title}, signed copy ${copy.number}`;
  return { term: "Self-review", value, note: STANDS[standing] };
}

/** "By the headteacher and the link governor". */
function signedBy({ signatures }: CopyView): string {
  const gave = signatures.filter(({ kind }) => kind === "signed" || kind === "countersigned");
  const minuted = signatures.some(({ kind }) => kind === "minute-noted");
  if (gave.length === 0) return "Closed with both views, without signatures";
  const names = gave.map(({ title }) => `the ${title}`).join(" and ");
  return `By ${names}${minuted ? ", with the governors’ minute noted" : ""}`;
}

/** As printed: read aloud more easily. */
function inFours(code: string): string {
  return code.match(/.{1,4}/g)?.join(" ") ?? code;
}
