import { Form } from "@remix-run/react";
import type { EnrolmentView } from "~/services/account/enrol-authenticator.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { ConfirmApp } from "./confirm-app";
import { RecoveryCodes } from "./recovery-codes";

type SetUpPageProps = {
  next: string | null;
  enrolment: EnrolmentView | null;
  done: boolean;
  /** Shown this once. */
  codes: readonly string[] | null;
  problem: string | undefined;
};

/** Setting an authenticator app up before the first page of someone with a role for an organisation. */
export function SetUpPage({ next, enrolment, done, codes, problem }: SetUpPageProps) {
  if (codes !== null || done) return <Done next={next} codes={codes} />;
  return (
    <Page
      title="Set up an authenticator app"
      template="thing"
      above={<ErrorSummary errors={problem ? [{ fieldId: "code", text: problem }] : []} />}
      lede="Your role reads what many schools wrote, so it asks for more than a password: a code from an app on your phone or computer, each time you sign in."
    >
      {enrolment === null ? <Start /> : <ConfirmApp enrolment={enrolment} problem={problem} />}
    </Page>
  );
}

const Start = () => (
  <Form method="post">
    <input type="hidden" name="intent" value="start" />
    <p className="ir-body">
      Any authenticator app will do: the one that comes with your phone or password manager, or the
      one your organisation uses. It takes two minutes.
    </p>
    <Button>Start</Button>
  </Form>
);

function Done({ next, codes }: Pick<SetUpPageProps, "next" | "codes">) {
  return (
    <Page
      title="Your authenticator app is set up"
      template="thing"
      lede="From now on you are asked for a code of the app when you sign in."
    >
      {codes === null ? (
        <p className="ir-body">
          Your recovery codes were shown once. If you did not keep them, make new ones on your
          account page.
        </p>
      ) : (
        <RecoveryCodes codes={codes} />
      )}
      <Form method="post" className="ir-section">
        <input type="hidden" name="intent" value="finish" />
        {next === null ? null : <input type="hidden" name="next" value={next} />}
        <Button>I have kept the codes: go on</Button>
      </Form>
    </Page>
  );
}
