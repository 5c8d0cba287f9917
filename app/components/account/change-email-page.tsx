import { Form } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { ChangeEmailView } from "~/services/account/change-email.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import type { ProofErrors } from "./proof-words";
import { ProveAgain, proofSummary } from "./prove-again";

export type EmailErrors = ProofErrors & { email?: string };

type ChangeEmailPageProps = {
  view: ChangeEmailView;
  typed: string;
  errors: EmailErrors;
  /** Something that was just done. */
  told: string | null;
};

/** Another e-mail address: who it is, what the new one is, and what happens then. */
export function ChangeEmailPage({ view, typed, errors, told }: ChangeEmailPageProps) {
  return (
    <Page
      title="Change your e-mail address"
      template="thing"
      back={{ to: "/account", label: "Your account" }}
      above={<Above errors={errors} told={told} />}
      lede={`You sign in with ${view.email}, and mail goes there.`}
    >
      {view.waiting === null ? null : <Waiting waiting={view.waiting} />}
      <p className="ir-body">
        We mail a link to the new address, and a notice to the old one. The old one works until you
        have confirmed the new one. You are then signed out in every other browser.
      </p>
      <p className="ir-body">
        An invitation that waits at your old address stays with that address. Accept it first, or
        ask to be invited at the new one. Your roles stay yours.
      </p>
      <Form method="post" noValidate key={view.waiting?.until.toString() ?? "none"}>
        <TextInput
          id="email"
          name="email"
          type="email"
          label="New e-mail address"
          autoComplete="email"
          spellCheck={false}
          width="medium"
          defaultValue={typed}
          error={errors.email}
        />
        <ProveAgain
          ways={view.ways}
          errors={errors}
          act={
            <Button name="intent" value="ask">
              Send the link
            </Button>
          }
        />
      </Form>
    </Page>
  );
}

function Above({ errors, told }: Pick<ChangeEmailPageProps, "errors" | "told">) {
  const { email } = errors;
  const summary = [
    ...(email === undefined ? [] : [{ fieldId: "email", text: email }]),
    ...proofSummary(errors),
  ];
  if (summary.length > 0) return <ErrorSummary errors={summary} />;
  return told === null ? null : <Notice>{told}</Notice>;
}

function Waiting({ waiting }: { waiting: NonNullable<ChangeEmailView["waiting"]> }) {
  return (
    <div className="ir-panel-before">
      <Panel kind="side" id="waiting" title="Waiting to be confirmed">
        <p>
          We have mailed <strong>{waiting.email}</strong>. The link there works until{" "}
          {formatDateTime(new Date(waiting.until))}. Nothing came? Look in the folder for unwanted
          mail, and check the address.
        </p>
        <Form method="post">
          <Button secondary name="intent" value="cancel">
            Stop this change
          </Button>
        </Form>
      </Panel>
    </div>
  );
}
