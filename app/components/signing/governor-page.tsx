import { Form } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { Snapshot } from "~/domain/submission/snapshot";
import type { Ways } from "~/services/account/prove-again.server";
import { Button } from "../button";
import { Details } from "../details";
import { ErrorSummary, type SummaryError } from "../form/error-summary";
import { TextArea } from "../form/text-area";
import { Page } from "../page";
import { SnapshotReading } from "../reading/snapshot-reading";
import { schoolPath, signedPath, type ReviewPlace } from "./review-paths";
import { SignatureForm, signatureSummary, type SignatureErrors } from "./signature-form";

/** What the governor's page shows: the `awaited` view of app/services/signing. */
export type GovernorPageView = ReviewPlace & {
  schoolName: string;
  title: string;
  number: number;
  snapshot: Snapshot;
  reference: string;
  signedBy: { name: string; title: string; at: Date } | null;
  declaration: string;
  signsAs: string;
  maySign: boolean;
  mayNoteMinute: boolean;
  ways: Ways;
};

/** Which box a message is about, and what was typed or ticked. */
export type GovernorErrors = SignatureErrors & { decline?: string; minute?: string };
export type GovernorTyped = { decline?: string; minute?: string; declared?: boolean };

type GovernorPageProps = { view: GovernorPageView; errors: GovernorErrors; typed: GovernorTyped };

/** The governor reads the signed copy, then signs, or says why not; the school may note a minute instead. */
export function GovernorPage({ view, errors, typed }: GovernorPageProps) {
  const { snapshot, signedBy, number } = view;
  return (
    <Page
      title={`Read and sign the ${snapshot.questionnaire.title}`}
      caption={view.title}
      back={
        view.maySign
          ? { to: schoolPath(view.urn), label: view.schoolName }
          : { to: signedPath(view, number), label: `Signed copy ${number}` }
      }
      above={<ErrorSummary errors={summaryOf(errors)} />}
      lede={
        signedBy
          ? `${signedBy.name}, ${signedBy.title}, signed this on ${formatDateTime(signedBy.at)}. The second signature is a governor’s.`
          : null
      }
    >
      <p className="ir-body">
        <a href="#second-signature">Go to the second signature</a>
      </p>
      <SnapshotReading snapshot={snapshot} />
      <section className="ir-section" id="second-signature" tabIndex={-1}>
        <h2 className="ir-h2">The second signature</h2>
        {view.maySign ? <GovernorSigns view={view} errors={errors} typed={typed} /> : null}
        {view.mayNoteMinute ? <NoteMinute errors={errors} typed={typed} /> : null}
      </section>
    </Page>
  );
}

function summaryOf(errors: GovernorErrors): SummaryError[] {
  const { decline, minute } = errors;
  return [
    ...signatureSummary(errors),
    ...(decline === undefined ? [] : [{ fieldId: "decline", text: decline }]),
    ...(minute === undefined ? [] : [{ fieldId: "minute", text: minute }]),
  ];
}

function GovernorSigns({ view, errors, typed }: GovernorPageProps) {
  return (
    <>
      <SignatureForm
        declaration={view.declaration}
        button={`Sign as ${view.signsAs}`}
        hidden={{ intent: "countersign" }}
        errors={errors}
        ways={view.ways}
        declared={typed.declared ?? false}
      />
      <p className="ir-hint ir-section">
        Your signature is the last one. The signed PDF is made once, with both.
      </p>
      <Details summary="I do not want to sign this" open={errors.decline !== undefined}>
        <Form method="post" noValidate>
          <input type="hidden" name="intent" value="decline" />
          <TextArea
            id="decline"
            name="reason"
            label="What should be looked at again?"
            hint="The school reads this, and can change its answers."
            limit={500}
            warnNames
            defaultValue={typed.decline}
            error={errors.decline}
          />
          <Button secondary>Do not sign, and say why</Button>
        </Form>
      </Details>
    </>
  );
}

function NoteMinute({ errors, typed }: Omit<GovernorPageProps, "view">) {
  return (
    <Form method="post" noValidate className="ir-panel">
      <input type="hidden" name="intent" value="minute" />
      <TextArea
        id="minute"
        name="reason"
        label="Where did the governors agree it?"
        hint="The meeting and its date, like “Full governing body, 3 December 2026, item 7”. It stands in place of the governor’s signature."
        limit={500}
        defaultValue={typed.minute}
        error={errors.minute}
      />
      <Button>Note the governors’ minute</Button>
    </Form>
  );
}
