import { Link } from "@remix-run/react";
import type { Snapshot } from "~/domain/submission/snapshot";
import type { SignOffKind } from "~/domain/submission/states";
import { formatDate } from "~/domain/calendar/format";
import { waitingWords } from "~/domain/reply/waiting";
import { returnsAddress } from "~/forms/returns-filter";
import type { ActionTitle } from "~/services/actions/list-titles.server";
import type { ReadFirstView } from "~/services/replies/read-first.server";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { SnapshotReading } from "../reading/snapshot-reading";
import { removeDetailsPath } from "../remove-details/remove-paths";
import { fileFacts } from "../signing/document-card";
import { RemovedLine } from "../signing/removed-line";
import { Signatures } from "../signing/signatures";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { ASK_FIELD } from "../replies/ask-form";
import { BesideStatement } from "../replies/beside-statement";
import { replyBoxId } from "../replies/reply-form";
import { returnPath } from "../replies/reply-paths";
import { PlanToday } from "./plan-today";
import { ReadFirst } from "./read-first";
import { Writing, type CameBack } from "./writing";

/** What the page shows: `openReturn` of app/services/returns. */
export type ReturnPageView = {
  organisation: { key: string };
  responseId: string;
  roundId: string;
  roundTitle: string;
  snapshot: Snapshot;
  signatures: { name: string; title: string; kind: SignOffKind; reason: string | null; at: Date }[];
  document: { pages: number; size: number } | null;
  /** How its actions stand today, by title. */
  plan: ActionTitle[];
  /** When personal details were last removed, and the check code of what was signed; null: never. */
  removed: { at: Date; signedSha256: string } | null;
  mayRemoveDetails: boolean;
  /** Who can see this copy. */
  seenBy: string[];
  first: ReadFirstView;
};

/** What the address asks for: a statement to ask about or "whole", one just quoted, what was just done. */
export type ReturnAsked = {
  asking: string | null;
  quoted: string | null;
  done: "asked" | "closed" | "kept" | "sent" | null;
};

type ReturnPageProps = { view: ReturnPageView; asked: ReturnAsked; came: CameBack };

/** A signed copy as an officer reads it: what to read first, questions, the reply, then all of it. */
export function ReturnPage({ view, asked, came }: ReturnPageProps) {
  const { snapshot, organisation, roundId, roundTitle, first } = view;
  const { school, number, reference } = snapshot;
  const place = [school.phase, school.district ?? school.localAuthority, `URN ${school.urn}`];
  const page = returnPath({ key: organisation.key, id: view.responseId });
  const waits = first.waiting === null ? "" : `. ${waitingWords(first.waiting)}`;
  return (
    <Page
      title={school.name}
      caption={`Signed copy ${number}${signedOn(view)}, reference ${reference}${waits}`}
      lede={place.filter(Boolean).join(", ")}
      back={{ to: returnsAddress(organisation.key, { round: roundId }), label: roundTitle }}
      above={<Above view={view} asked={asked} came={came} />}
    >
      <p className="ir-body">
        <PdfLink view={view} /> · <a href="#whole">Every statement</a>
      </p>
      <ReadFirst snapshot={snapshot} moderated={first.moderated} />
      <Writing view={view} page={page} asking={asked.asking} came={came} />
      <PlanToday plan={view.plan} />
      <div id="whole" tabIndex={-1}>
        <SnapshotReading
          snapshot={snapshot}
          beside={(item) => (
            <BesideStatement
              item={item}
              page={page}
              number={number}
              questions={first.questions}
              mayAsk={first.mayAsk}
              mayQuote={first.writing !== null}
              asking={asked.asking}
              quoted={asked.quoted}
              sent={came.question}
            />
          )}
        />
      </div>
      <Signatures view={view} />
      <RemovedLine view={view} />
      {view.mayRemoveDetails ? (
        <p className="ir-section">
          <Link to={removePath(view)}>A name is in here: remove it</Link>
        </p>
      ) : null}
      <WhoCanSeeThis sentences={view.seenBy} />
    </Page>
  );
}

const DONE = {
  asked: (school: string) => `Asked. ${school} is told, and answers in place.`,
  closed: () => "The question is closed.",
  kept: () => "Kept as a draft. Nobody of the school sees it.",
  sent: (school: string) => `Reply sent to ${school}. It has left your list.`,
};

/** What is wrong, or what was just done. */
function Above({ view, asked, came }: ReturnPageProps) {
  const { name } = view.snapshot.school;
  const errors = [
    ...(came.question?.problems ?? []).map(({ message: text }) => ({ fieldId: ASK_FIELD, text })),
    ...(came.draft?.problems ?? []).map(({ field, message: text }) => {
      return { fieldId: replyBoxId(field), text };
    }),
  ];
  return (
    <>
      <ErrorSummary errors={errors} />
      {asked.done === null ? null : <Notice>{DONE[asked.done](name)}</Notice>}
      {came.closedElsewhere ? (
        <Notice>The question changed meanwhile. Read it again.</Notice>
      ) : null}
    </>
  );
}

const removePath = ({ snapshot, responseId }: ReturnPageView): string =>
  removeDetailsPath({ urn: snapshot.school.urn, responseId });

function signedOn({ signatures }: ReturnPageView): string {
  const last = signatures.at(-1);
  return last === undefined ? "" : `, ${formatDate(last.at)}`;
}

function PdfLink({ view: { document, organisation, responseId } }: { view: ReturnPageView }) {
  if (document === null) return "The signed PDF is being made.";
  return (
    <>
      <a href={`/organisations/${organisation.key}/returns/${responseId}/pdf`}>Signed PDF</a>,{" "}
      {fileFacts(document).replace("PDF, ", "")}
    </>
  );
}
