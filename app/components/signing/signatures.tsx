import { formatDateTime } from "~/domain/calendar/format";
import type { SignOffKind } from "~/domain/submission/states";
import type { SignatureView } from "~/services/signing/signature-views";
import { SummaryTable } from "../summary-table";

const WORDS: Record<SignOffKind, string> = {
  signed: "Signed",
  countersigned: "Second signature",
  declined: "Did not sign",
  "minute-noted": "Governors’ minute noted",
};

/** Who signed a copy, in what role and when. */
export function Signatures({ view }: { view: { signatures: readonly SignatureView[] } }) {
  return (
    <section className="ir-section" aria-labelledby="signatures">
      <h2 className="ir-h2" id="signatures">
        Signatures
      </h2>
      <SummaryTable
        rows={view.signatures.map(({ name, title, kind, reason, at }) => ({
          term: WORDS[kind],
          value: `${name}, ${title}`,
          note: reason === null ? formatDateTime(at) : `${formatDateTime(at)}. ${reason}`,
        }))}
      />
    </section>
  );
}
