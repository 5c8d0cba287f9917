import { Form, Link } from "@remix-run/react";
import type { SingleSignOnView } from "~/services/account/manage-single-sign-on.server";
import type { PendingView } from "~/services/account/pending-identity.server";
import { Button } from "../button";
import { ErrorSummary, type SummaryError } from "../form/error-summary";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { ConnectedAccount } from "./connected-account";
import { ProofForm, proofFormId } from "./proof-form";
import type { ProofErrors } from "./proof-words";
import { proofSummary } from "./prove-again";

/**
 * Why something was not done. `at`: the provider whose form it is of, or "waiting"; `proof`: at its boxes, `text`: of
 * the whole.
 */
export type SingleSignOnStop = { at: string; proof: ProofErrors; text: string | null };
type Told = "connected" | "disconnected" | "arrived";
type Props = {
  view: SingleSignOnView & { told: Told | null };
  problem: SingleSignOnStop | null;
};

const TOLD = {
  connected: "Connected. You can sign in with that account from now on, and a mail tells you so.",
  disconnected: "Disconnected. You are signed out everywhere else, and a mail tells you so.",
} as const;

/** The accounts elsewhere that open a person's account here: to see, connect and disconnect. */
export function SingleSignOnPage({ view, problem }: Props) {
  const { connected, open, pending, ways, told, mayDisconnect } = view;
  const errors = problem === null ? [] : summaryOf(problem);
  const errorsAt = (key: string): ProofErrors => (problem?.at === key ? problem.proof : {});
  return (
    <Page
      template="thing"
      title="Single sign-on"
      back={{ to: "/account", label: "Your account" }}
      above={<Above errors={errors} told={told} />}
      lede="Sign in here with an account you have elsewhere. It opens your account once you have connected it."
    >
      {pending === null ? null : <Waiting pending={pending} />}
      {connected.map((account) => (
        <ConnectedAccount
          key={account.key}
          account={account}
          ways={ways}
          mayDisconnect={mayDisconnect}
          errors={errorsAt(account.key)}
        />
      ))}
      {open.map(({ key, name }) => (
        <section className="ir-section" key={key} aria-labelledby={`heading-${key}`}>
          <h2 className="ir-h2" id={`heading-${key}`} tabIndex={-1}>
            {name}
          </h2>
          <p className="ir-body">Not connected.</p>
          <ProofForm
            intent="connect"
            provider={key}
            label={`Connect ${name}`}
            ways={ways}
            errors={errorsAt(key)}
          />
        </section>
      ))}
      {open.length + connected.length === 0 ? (
        <p className="ir-body">This service offers none. You sign in with your password.</p>
      ) : null}
    </Page>
  );
}

const summaryOf = ({ at, proof, text }: SingleSignOnStop): SummaryError[] => [
  ...(text === null ? [] : [{ fieldId: `heading-${at}`, text }]),
  ...proofSummary(proof, proofFormId(at)),
];

type AboveProps = { errors: SummaryError[]; told: Told | null };

function Above({ errors, told }: AboveProps) {
  if (errors.length > 0) return <ErrorSummary errors={errors} />;
  if (told !== "arrived") return told === null ? null : <Notice>{TOLD[told]}</Notice>;
  return (
    <Notice>
      You are signed in. Read below where you are said to work, then{" "}
      <Link to="/">go on to your first page</Link>.
    </Notice>
  );
}

/** An account that came to this browser before its person signed in. */
function Waiting({ pending: { name, label, mayConnect } }: { pending: PendingView }) {
  const account = label === null ? `A ${name} account` : `The ${name} account ${label}`;
  return (
    <section className="ir-section" aria-labelledby="heading-waiting">
      <h2 className="ir-h2" id="heading-waiting" tabIndex={-1}>
        Waiting to be connected
      </h2>
      <p className="ir-body">
        {account} came to this browser. Connect it only if it is your own: it then opens your
        account here.
      </p>
      {mayConnect ? (
        <Form method="post">
          <input type="hidden" name="intent" value="connect-waiting" />
          <Button>Connect {name}</Button>
        </Form>
      ) : (
        <p className="ir-body">
          You were signed in before it came. Sign out, sign in again within 15 minutes, and connect
          it then.
        </p>
      )}
    </section>
  );
}
