import { formatDate } from "~/domain/calendar/format";
import type { SignOffKind } from "~/domain/submission/states";

type Removed = {
  removed: { at: Date; signedSha256: string } | null;
  signatures: readonly { name: string; kind: SignOffKind; at: Date }[];
};

/** That a signed copy differs from what was signed by a removal of personal details, and by nothing else. */
export function RemovedLine({ view: { removed, signatures } }: { view: Removed }) {
  if (removed === null) return null;
  const signed = signatures.filter(({ kind }) => kind === "signed" || kind === "countersigned");
  const by = signed.map(({ name, at }) => `${name} on ${formatDate(at)}`).join(" and ");
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Personal details were removed</h2>
      <p className="ir-body">
        Removed on {formatDate(removed.at)}; signed by {by}. Nobody signed again: this copy differs
        from what was signed by the removal only.
      </p>
      <p className="ir-hint">
        Check code of what was signed: {removed.signedSha256.match(/.{1,4}/g)?.join(" ")}
      </p>
    </section>
  );
}
