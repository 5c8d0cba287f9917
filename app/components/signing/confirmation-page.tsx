import { Link } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { SignOffKind, SubmissionState } from "~/domain/submission/states";
import { ConfirmationPanel } from "../panels/confirmation-panel";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Steps } from "../steps";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { CopyActions, RemoveDetailsLink } from "./copy-actions";
import { DocumentCard, type DocumentState } from "./document-card";
import { nextSteps } from "./next-steps";
import { reviewPath, schoolPath, signedPath } from "./review-paths";
import { RemovedLine } from "./removed-line";
import { Signatures } from "./signatures";

/** What the page of a signed copy shows: `viewConfirmation` of app/services/signing. */
export type ConfirmationPageView = {
  urn: string;
  schoolName: string;
  responseId: string;
  title: string;
  organisation: string | null;
  /** Working days within which it promises to reply; null: it promises none. */
  replyDays: number | null;
  number: number;
  reference: string;
  checkCode: string;
  state: SubmissionState;
  superseded: boolean;
  withdrawn: { at: Date; reason: string | null } | null;
  signedAt: Date;
  signatures: { name: string; title: string; kind: SignOffKind; reason: string | null; at: Date }[];
  document: DocumentState;
  governors: string[];
  /** Who can see this copy. */
  seenBy: string[];
  mayRecall: boolean;
  mayAmend: boolean;
  mayNoteMinute: boolean;
  mayCountersign: boolean;
  /** When personal details were last removed, and the check code of what was signed; null: never. */
  removed: { at: Date; signedSha256: string } | null;
  mayRemoveDetails: boolean;
  /** One of the school's own people, who may lay it beside what the school signed before. */
  inSchool: boolean;
};

/** A signed copy's own page: what was signed, what happens next, and the PDF as far as it has come. */
export function ConfirmationPage({ view }: { view: ConfirmationPageView }) {
  return isStanding(view) ? <Standing view={view} /> : <NotStanding view={view} />;
}

const isStanding = ({ state, superseded, withdrawn }: ConfirmationPageView): boolean =>
  state !== "set-aside" && !superseded && withdrawn === null;

function Standing({ view }: { view: ConfirmationPageView }) {
  const awaited = view.state === "awaiting-governor";
  return (
    <div className="ir-one-thing">
      <ConfirmationPanel title={panelTitle(view)} reference={view.reference}>
        {`Signed copy ${view.number}, ${formatDateTime(lastSignedAt(view))}. Reference`}
      </ConfirmationPanel>
      {awaited ? (
        <p className="ir-lede ir-section">
          One more signature is needed before it goes to your officer.
        </p>
      ) : null}
      <section className="ir-section">
        <h2 className="ir-h2">{awaited ? "Until then" : "Your signed PDF"}</h2>
        <DocumentCard view={view} />
      </section>
      <section className="ir-section">
        <h2 className="ir-h2">What happens next</h2>
        <Steps steps={nextSteps(view)} />
      </section>
      <Signatures view={view} />
      <RemovedLine view={view} />
      <CopyActions view={view} />
      <WhoCanSeeThis sentences={view.seenBy} />
    </div>
  );
}

function panelTitle({ state, signatures }: ConfirmationPageView): string {
  if (state === "awaiting-governor") return "Signed by the headteacher";
  return signatures.some(({ kind }) => kind === "countersigned") ? "Signed by both" : "Signed";
}

const lastSignedAt = ({ signatures, signedAt }: ConfirmationPageView): Date =>
  signatures.at(-1)?.at ?? signedAt;

function NotStanding({ view }: { view: ConfirmationPageView }) {
  const place = { urn: view.urn, responseId: view.responseId };
  return (
    <Page
      title={`Signed copy ${view.number}`}
      caption={view.title}
      template="thing"
      back={{ to: schoolPath(view.urn), label: view.schoolName }}
      above={<Notice>{notStandingWords(view)}</Notice>}
      lede={`Reference ${view.reference}, signed ${formatDateTime(view.signedAt)}.`}
    >
      <p className="ir-body">
        <Link to={`${signedPath(place, view.number)}/read`}>Read this copy</Link>
      </p>
      {view.document.state === "ready" ? <DocumentCard view={view} /> : null}
      <Signatures view={view} />
      <RemovedLine view={view} />
      {view.mayRemoveDetails ? (
        <p className="ir-section">
          <RemoveDetailsLink view={view} />
        </p>
      ) : null}
      <p className="ir-section">
        <Link to={reviewPath(place)}>Go to the self-review as it is now</Link>
      </p>
      <WhoCanSeeThis sentences={view.seenBy} />
    </Page>
  );
}

function notStandingWords({ state, withdrawn, signatures }: ConfirmationPageView): string {
  if (withdrawn !== null) {
    const reason = withdrawn.reason === null ? "" : ` ${withdrawn.reason}`;
    return `This copy was withdrawn on ${formatDateTime(withdrawn.at)}.${reason}`;
  }
  if (state !== "set-aside") return "A later copy has been signed and takes the place of this one.";
  const declined = signatures.find(({ kind }) => kind === "declined");
  if (declined === undefined) {
    return "This copy was called back. The answers can be changed again, and signing makes a new copy.";
  }
  return `${declined.name} did not sign: ${declined.reason ?? "no reason was given"} The answers can be changed again, and signing makes a new copy.`;
}
