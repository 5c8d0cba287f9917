import { Link } from "@remix-run/react";
import type { Clash } from "~/domain/visit/three-way";
import { VISIT_STATE_WORDS } from "~/domain/visit/visit-words";
import type { RecordView } from "~/services/visits/record-view.server";
import { ErrorSummary } from "../../form/error-summary";
import { Notice } from "../../panels/notice";
import { removeFromVisitPath } from "../../remove-details/remove-paths";
import {
  SignatureForm,
  signatureSummary,
  type SignatureErrors,
} from "../../signing/signature-form";
import { VisitPage } from "../visit-page";
import { visitPagePath } from "../visit-paths";
import { AnswerForm, CannotAgree } from "./answer-form";
import { ClashPanel } from "./clash-panel";
import { boxId, type Boxes } from "./kept-box";
import { recordBoxWords } from "./problem-words";
import { RecordDocument, RecordRemovedLine, RecordSignatures } from "./record-document";
import { RecordReading } from "./record-reading";
import { WriteForm } from "./write-form";

export type SentRecord = {
  typed: Record<string, string>;
  errors: { name: string; text: string }[];
  clashes: Clash[];
  /** Whether a box may name a child: the writer takes it out, or says that it does not. */
  asksNames: boolean;
};

type RecordPageProps = {
  view: RecordView;
  sent: SentRecord | null;
  signing: { errors: SignatureErrors; declared: boolean };
  done: string | null;
};

/** The record of a visit, by who reads it and where the visit stands. */
export function RecordPage({ view, sent, signing, done }: RecordPageProps) {
  const stands = view.boxes ?? view.answer?.boxes ?? {};
  const boxes: Boxes = {
    stands,
    ...(sent === null ? {} : { typed: sent.typed, errors: errorsOf(sent) }),
  };
  const said = DONE[done ?? ""];
  return (
    <VisitPage
      title={view.boxes === null ? "Record of the visit" : "Write the record"}
      caption={`${view.schoolName}. ${VISIT_STATE_WORDS[view.state]}`}
      hasBox={view.boxes !== null || view.answer !== null}
      whoCanSee={view.whoCanSee}
      above={
        <>
          <ErrorSummary errors={[...summaryOf(sent), ...signatureSummary(signing.errors)]} />
          {said === undefined ? null : <Notice>{said}</Notice>}
        </>
      }
    >
      <ClashPanel clashes={sent?.clashes ?? []} typed={sent?.typed ?? {}} nameOf={recordBoxWords} />
      {view.boxes === null ? (
        <RecordReading record={view.record} />
      ) : (
        <WriteForm view={view} boxes={boxes} asksNames={sent?.asksNames ?? false} />
      )}
      <AnswerForm view={view} boxes={boxes} asksNames={sent?.asksNames ?? false} />
      <RecordSignatures view={view} />
      <RecordRemovedLine removed={view.removed} />
      <Sign view={view} signing={signing} />
      {view.answer === null && view.mayCloseWithBothViews ? (
        <CannotAgree visitId={view.visitId} />
      ) : null}
      <RecordDocument view={view} />
      <Afterwards view={view} />
      {view.mayRemoveDetails ? (
        <p>
          <Link to={removeFromVisitPath(view.visitId)}>A name is in here: remove it</Link>
        </p>
      ) : null}
    </VisitPage>
  );
}

const DONE: Record<string, string> = {
  saved: "Saved.",
  sent: "Sent to the school. It answers next.",
  agreed: "Agreed. The second reviewer signs next.",
  shared: "Governors can read it now.",
  unshared: "Governors do not read it before it closes.",
  signed: "You have signed.",
  closed: "The visit is closed with both views recorded.",
};

const summaryOf = (sent: SentRecord | null) =>
  (sent?.errors ?? []).map(({ name, text }) => ({ fieldId: boxId(name), text }));

const errorsOf = ({ errors }: SentRecord): Record<string, string> =>
  Object.fromEntries(errors.map(({ name, text }) => [name, text]));

function Sign({ view, signing }: Pick<RecordPageProps, "view" | "signing">) {
  if (view.sign === null) return null;
  const { declaration, signsAs, seen, ways } = view.sign;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Your signature</h2>
      <p>It cannot be changed after this.</p>
      <SignatureForm
        declaration={declaration}
        button={`Sign as ${signsAs}`}
        hidden={{ form: "sign", seen }}
        errors={signing.errors}
        ways={ways}
        declared={signing.declared}
      />
    </section>
  );
}

/** Suggestions lead into the plan; some weeks on the school says what came of it. */
function Afterwards({ view }: { view: RecordView }) {
  if (view.suggestions.length === 0 && !view.mayFollowUp) return null;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">What comes next</h2>
      <ul className="ir-plain-list">
        {view.suggestions.map(({ id, key, text }) => (
          <li key={id}>
            {key}: {text}{" "}
            <Link to={`/schools/${view.urn}/actions/new?suggestion=${id}`}>
              Make it an action<span className="govuk-visually-hidden"> of {key}</span>
            </Link>
          </li>
        ))}
        {view.mayFollowUp ? (
          <li>
            <Link to={visitPagePath(view.visitId, "follow-up")}>
              Say how the visit was, and later what came of it
            </Link>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
