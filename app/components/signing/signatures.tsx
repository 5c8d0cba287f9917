import { formatDateTime } from "~/domain/calendar/format";
import type { SignOffKind } from "~/domain/submission/states";
import { SummaryTable } from "../summary-table";

type Signature = {
  name: string;
  title: string;
  kind: SignOffKind;
  reason: string | null;
  at: Date;
};

const WORDS: Record<SignOffKind, string> = {
  signed: "Signed",
  countersigned: "Second signature",
  declined: "Did not sign",
  "minute-noted": "Governors’ minute noted",
};

/** Who signed a copy, in what role and when. */
export function Signatures({ view }: { view: { signatures: readonly Signature[] } }) {
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Signatures</h2>
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
