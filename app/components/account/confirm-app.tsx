import { Form } from "@remix-run/react";
import type { EnrolmentView } from "~/services/account/enrol-authenticator.server";
import { Button } from "../button";
import { TextInput } from "../form/text-input";

type ConfirmAppProps = { enrolment: EnrolmentView; problem: string | undefined };

/** The square code to scan, the same as text to type, and the box for the first code. */
export function ConfirmApp({ enrolment: { picture, secret }, problem }: ConfirmAppProps) {
  return (
    <>
      <h2 className="ir-h2">1. Add Inclusion Review to the app</h2>
      <p className="ir-body">Scan this square code with the app.</p>
      <img
        className="ir-square-code"
        src={picture}
        width="200"
        height="200"
        alt="Square code that holds the secret written under it"
      />
      <p className="ir-body">Or type this secret into the app, without the spaces:</p>
      <p>
        <code className="ir-secret">{secret}</code>
      </p>
      <h2 className="ir-h2">2. Enter the code it shows</h2>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="confirm" />
        <TextInput
          id="code"
          name="code"
          label="Code from the app"
          hint="6 figures. It changes every half minute."
          autoComplete="one-time-code"
          inputMode="numeric"
          width="short"
          error={problem}
        />
        <Button>Confirm</Button>
      </Form>
    </>
  );
}
