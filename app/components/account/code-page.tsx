import { Form } from "@remix-run/react";
import { Button } from "../button";
import { Details } from "../details";
import { ErrorSummary } from "../form/error-summary";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { AppCodeBox } from "./app-code-box";

type Kind = "authenticator" | "recovery-code";
type CodePageProps = { next: string | null; refused: { kind: Kind; problem: string } | null };

/** The second step of signing in: the app's code, or under it a recovery code. */
export function CodePage({ next, refused }: CodePageProps) {
  const problemOf = (kind: Kind) => (refused?.kind === kind ? refused.problem : undefined);
  const errors = refused === null ? [] : [{ fieldId: refused.kind, text: refused.problem }];
  return (
    <Page
      title="Enter your code"
      template="thing"
      back={{ to: "/sign-in", label: "Sign in" }}
      above={<ErrorSummary errors={errors} />}
      lede="One more step. Open your authenticator app and enter the code it shows for Inclusion Review."
    >
      <Form method="post" noValidate>
        <Hidden kind="authenticator" next={next} />
        <AppCodeBox id="authenticator" error={problemOf("authenticator")} />
        <Button>Sign in</Button>
      </Form>
      <div className="ir-section">
        <Details
          summary="You do not have the app with you"
          open={refused?.kind === "recovery-code"}
        >
          <Form method="post" noValidate>
            <Hidden kind="recovery-code" next={next} />
            <TextInput
              id="recovery-code"
              name="code"
              label="Recovery code"
              hint="One of the ten you were given, like k7m2-p9qx-4rdt. Each works once."
              autoComplete="off"
              spellCheck={false}
              width="medium"
              error={problemOf("recovery-code")}
            />
            <Button secondary>Sign in with a recovery code</Button>
          </Form>
          <p>
            No codes left? Your headteacher, or the manager of your organisation, can let you set up
            the app again.
          </p>
        </Details>
      </div>
    </Page>
  );
}

function Hidden({ kind, next }: { kind: Kind; next: string | null }) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {next === null ? null : <input type="hidden" name="next" value={next} />}
    </>
  );
}
