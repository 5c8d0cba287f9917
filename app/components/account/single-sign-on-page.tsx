import { Form, Link } from "@remix-run/react";
import type { SingleSignOnView } from "~/services/account/manage-single-sign-on.server";
import type { PendingView } from "~/services/account/pending-identity.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { ConnectedAccount } from "./connected-account";
import { ProofForm } from "./proof-form";

type Told = "connected" | "disconnected" | "arrived";
type Props = {
  view: SingleSignOnView & { told: Told | null };
  /** `at`: the provider whose form it is of, or "waiting". */
  problem: { at: string; text: string } | null;
};

const TOLD = {
  connected: "Connected. You can sign in with that account from now on, and a mail tells you so.",
  disconnected: "Disconnected. You are signed out everywhere else, and a mail tells you so.",
} as const;

/** The accounts elsewhere that open a person's account here: to see, connect and disconnect. */
export function SingleSignOnPage({ view, problem }: Props) {
  const { connected, open, pending, hasPassword, proven, told, mayDisconnect } = view;
  const errors = problem === null ? [] : [{ fieldId: `at-${problem.at}`, text: problem.text }];
  const proof = { hasPassword, proven };
  const problemAt = (key: string) => (problem?.at === key ? problem.text : undefined);
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
          proof={proof}
          mayDisconnect={mayDisconnect}
          problem={problemAt(account.key)}
        />
      ))}
      {open.map(({ key, name }) => (
        <section className="ir-section" key={key} aria-labelledby={`heading-${key}`}>
          <h2 className="ir-h2" id={`heading-${key}`}>
            {name}
          </h2>
          <p className="ir-body">Not connected.</p>
          <ProofForm
            intent="connect"
            provider={key}
            label={`Connect ${name}`}
            {...proof}
            problem={problemAt(key)}
          />
        </section>
      ))}
      {open.length + connected.length === 0 ? (
        <p className="ir-body">This service offers none. You sign in with your password.</p>
      ) : null}
    </Page>
  );
}

type AboveProps = { errors: { fieldId: string; text: string }[]; told: Told | null };

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
    <section className="ir-section" aria-labelledby="at-waiting">
      <h2 className="ir-h2" id="at-waiting" tabIndex={-1}>
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
