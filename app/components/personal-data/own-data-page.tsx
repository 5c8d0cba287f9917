import { Form, Link } from "@remix-run/react";
import { COPY_RULES } from "~/domain/personal-data/subject-access";
import type { Ways } from "~/services/account/prove-again.server";
import { ProveAgain, proofSummary } from "../account/prove-again";
import type { ProofErrors } from "../account/proof-words";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { CopyLinks } from "./copy-links";

type Props = { ways: Ways; errors: ProofErrors; copyKey: string | null };

/** Where a person takes a copy of everything held about them. */
export function OwnDataPage({ ways, errors, copyKey }: Props) {
  return (
    <Page
      template="thing"
      title="What is held about you"
      back={{ to: "/account", label: "Your account" }}
      above={<ErrorSummary errors={proofSummary(errors)} />}
      lede="Take a copy whenever you like. Nobody is told but the record."
    >
      {copyKey === null ? null : <CopyLinks path="/account/my-data/file" copyKey={copyKey} />}
      <div className="ir-prose">
        <ul>
          {COPY_RULES.own.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </div>
      {copyKey === null ? (
        <Form method="post" noValidate className="ir-section">
          <ProveAgain ways={ways} errors={errors} act={<Button>Make the copy</Button>} />
        </Form>
      ) : null}
      <div className="ir-prose">
        <h2>More about your data</h2>
        <ul>
          <li>
            <Link to="/privacy">Privacy</Link> says why it is held and for how long.
          </li>
          <li>
            <Link to="/account/delete">Erase your account</Link> says what goes and what stays
            before it does anything.
          </li>
        </ul>
      </div>
    </Page>
  );
}
