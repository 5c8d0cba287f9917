import type { RecordView } from "~/services/visits/record-view.server";
import { Icon } from "../../icon";
import { fileFacts } from "../../signing/document-card";
import { visitPagePath } from "../visit-paths";
import { formatDate, formatDateTime } from "~/domain/calendar/format";

/** The PDF: a marked copy until the last signature, then being made, then sealed. */
export function RecordDocument({ view }: { view: RecordView }) {
  const { document, visitId, agreed } = view;
  const pdf = visitPagePath(visitId, "record/pdf");
  return (
    <div className="ir-card ir-file-card">
      <Icon name={document.state === "failed" ? "warning" : "document"} />
      <div>
        {document.state === "ready" ? (
          <>
            <p className="ir-strong">
              <a href={pdf}>Record of the visit, PDF</a>
            </p>
            <p>{fileFacts(document)}. Sealed, so anyone can check that it is unchanged.</p>
          </>
        ) : null}
        {document.state === "draft" ? (
          <>
            <p className="ir-strong">
              <a href={pdf}>Copy marked as a draft, PDF</a>
            </p>
            <p>Not sealed. The sealed record is made when the last signature is in.</p>
          </>
        ) : null}
        {document.state === "pending" || document.state === "failed" ? (
          <>
            <p className="ir-strong">
              {document.state === "pending"
                ? "It is being made. This takes about a minute."
                : "It could not be made yet. We try again by ourselves."}
            </p>
            <p>
              <a href={visitPagePath(visitId, "record")}>Look again</a>
            </p>
          </>
        ) : null}
        {agreed === null ? null : (
          <p className="ir-check-code">
            {agreed.reference}. Check code {inFours(agreed.sha256.slice(0, 16))}
          </p>
        )}
      </div>
    </div>
  );
}

const inFours = (code: string): string => code.match(/.{1,4}/g)?.join(" ") ?? code;

/** Signatures given so far, first given first. */
export function RecordSignatures({ view }: { view: RecordView }) {
  if (view.agreed === null) return null;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Signatures</h2>
      {view.signatures.length === 0 ? <p>Nobody has signed yet.</p> : null}
      <ul>
        {view.signatures.map(({ name, title, at }) => (
          <li key={title}>
            {name}, {title}, {formatDateTime(at)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** That a record differs from what was agreed by a removal of personal details, and by nothing else. */
export function RecordRemovedLine({ removed }: Pick<RecordView, "removed">) {
  if (removed === null) return null;
  const { at, signedBefore, signedSha256 } = removed;
  const signed = signedBefore.map((one) => `${one.name} on ${formatDate(one.at)}`).join(" and ");
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Personal details were removed</h2>
      <p className="ir-body">
        Removed on {formatDate(at)}
        {signed === "" ? "" : `; signed by ${signed}`}. Nobody signed again: this record differs
        from what was agreed by the removal only.
      </p>
      <p className="ir-hint">Check code of what was agreed: {inFours(signedSha256)}</p>
    </section>
  );
}
