import type { Denial } from "~/domain/policy/verdict";
import { Page, type Back } from "../page";

type RefusedPageProps = { title: string; back: Back; reason: Denial; heads?: readonly string[] };

/** A page for someone who may know of the thing but not do it: who does, and what they can do instead. */
export function RefusedPage({ title, back, reason, heads = [] }: RefusedPageProps) {
  return (
    <Page title={title} template="thing" back={back}>
      <p className="ir-body">{refusalWords(reason, heads)}</p>
    </Page>
  );
}

/** Why not, in words for the person who asked. */
export function refusalWords(reason: Denial, heads: readonly string[] = []): string {
  const signer = heads.length > 0 ? `${heads.join(" or ")}, the headteacher,` : "The headteacher";
  const words: Partial<Record<Denial, string>> = {
    "needs-head": `${signer} signs. You can read every answer and say what you think before then.`,
    "needs-governor": "A governor of the school signs here.",
    "needs-head-or-coordinator":
      "The headteacher, or the person who manages the review, does this. You can read every answer.",
    "governors-read-signed-copies": `${signer} signs first. Governors read the signed copy after that.`,
    "not-ready-to-sign":
      "The answers are still open. Check them, mark them as ready to sign, then sign here.",
    "already-signed": "It is signed already.",
    "not-awaiting-governor": "No governor’s signature is awaited just now.",
    "signed-by-the-same-person":
      "You signed as headteacher. Another governor gives the second signature.",
    "opened-by-officer":
      "Your officer has opened the signed copy, so it can no longer be called back. The headteacher can open it for changes and sign again.",
    "not-signed": "It is not signed, so there is nothing to change here.",
    "round-closed": "This round is closed. You can still read and print.",
    lapsed: "This round closed before it was signed. You can still read and print.",
    withdrawn: "The school has left this round. You can still read and print.",
  };
  return words[reason] ?? "Your role does not do this. Ask your headteacher if it should.";
}
