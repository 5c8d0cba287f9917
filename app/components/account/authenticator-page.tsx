import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { SecondFactorView } from "~/services/account/manage-second-factor.server";
import type { Ways } from "~/services/account/prove-again.server";
import { Button, ButtonLink } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { ConfirmApp } from "./confirm-app";
import { ProveAgain } from "./prove-again";
import { RecoveryCodes } from "./recovery-codes";

type Intent = "start" | "renew" | "remove";

/** `field`: the box that is wrong: the new app's code, or the password or code of one of the forms. */
export type AuthenticatorAnswer = {
  codes: string[] | null;
  problem: { field: string; text: string } | null;
};

type Props = {
  view: SecondFactorView & {
    /** Roles of theirs do not count until it is set up. */
    owesSecondFactor: boolean;
    /** They have just signed in with a recovery code. */
    recovered: boolean;
    demonstration: boolean;
  };
  answer: AuthenticatorAnswer | null;
};

/** A person's own authenticator app: set up, replace, new recovery codes, remove. */
export function AuthenticatorPage({ view, answer }: Props) {
  const problem = answer?.problem ?? null;
  const codes = answer?.codes ?? null;
  const textOf = (field: string) => (problem?.field === field ? problem.text : undefined);
  return (
    <Page
      title="Authenticator app"
      template="thing"
      back={{ to: "/account", label: "Your account" }}
      above={<Above view={view} codes={codes} problem={problem} />}
      lede={ledeOf(view)}
    >
      {codes === null ? null : <NewCodes codes={codes} />}
      {view.enrolment === null ? null : (
        <ConfirmApp enrolment={view.enrolment} problem={textOf("code")} />
      )}
      {codes !== null || view.enrolment !== null ? null : <Forms view={view} textOf={textOf} />}
    </Page>
  );
}

const NewCodes = ({ codes }: { codes: readonly string[] }) => (
  <>
    <RecoveryCodes codes={codes} />
    <p className="ir-section">
      <ButtonLink to="/account">I have kept the codes: go on</ButtonLink>
    </p>
  </>
);

function ledeOf({ since, codesLeft }: Props["view"]): string {
  if (since === null) return "A second step when you sign in: a code from an app on your phone.";
  return `Set up on ${formatDate(since)}. ${codesLeft} of your recovery codes are unused.`;
}

function Above({ view, codes, problem }: Pick<Props, "view"> & AuthenticatorAnswer) {
  if (problem !== null)
    return <ErrorSummary errors={[{ fieldId: problem.field, text: problem.text }]} />;
  if (codes !== null) return <Notice>Done. You are signed out in every other browser.</Notice>;
  if (view.owesSecondFactor) return <Owed hasApp={view.since !== null} />;
  if (view.recovered)
    return (
      <Notice>
        You signed in with a recovery code, and it is used up. If you lost the app, set up another
        here.
      </Notice>
    );
  if (view.demonstration && view.since === null)
    return <Notice>This is a demonstration: its accounts need no second factor.</Notice>;
  return null;
}

const Owed = ({ hasApp }: { hasApp: boolean }) => (
  <Panel kind="caution" title="Your role needs an authenticator app">
    <p>
      {hasApp
        ? "You signed in without it. Sign out, then sign in again with a code of the app."
        : "Set one up to reach the pages of your organisation. Your school’s pages wait behind it too."}
    </p>
  </Panel>
);

type FormsProps = { view: Props["view"]; textOf: (field: string) => string | undefined };

function Forms({ view, textOf }: FormsProps) {
  const asks = { ways: view.ways, textOf };
  if (view.since === null) {
    return <ProvenForm intent="start" button="Set up an app" {...asks} />;
  }
  return (
    <>
      <h2 className="ir-h2">New recovery codes</h2>
      <p className="ir-body">Ten new ones; those you have stop working.</p>
      <ProvenForm intent="renew" button="Make new codes" {...asks} />
      <h2 className="ir-h2">Another app or phone</h2>
      <p className="ir-body">The app you have works until the new one has given its first code.</p>
      <ProvenForm intent="start" button="Set up another" {...asks} />
      {view.required ? null : (
        <>
          <h2 className="ir-h2">Without an app</h2>
          <p className="ir-body">Your password alone then signs you in.</p>
          <ProvenForm intent="remove" button="Remove the app" {...asks} />
        </>
      )}
    </>
  );
}

type ProvenFormProps = Omit<FormsProps, "view"> & { ways: Ways; intent: Intent; button: string };

/** Each act asks again who it is: an open browser is not proof enough. */
function ProvenForm({ intent, button, ways, textOf }: ProvenFormProps) {
  const errors = {
    password: textOf(intent),
    code: textOf(`${intent}-code`),
    provider: textOf(`${intent}-provider`),
  };
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value={intent} />
      <ProveAgain
        ways={ways}
        errors={errors}
        within={intent}
        act={<Button secondary={intent !== "start"}>{button}</Button>}
      />
    </Form>
  );
}
