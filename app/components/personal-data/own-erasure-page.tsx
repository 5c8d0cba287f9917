import { Form, Link } from "@remix-run/react";
import { ERASURE_GOES, ERASURE_STAYS } from "~/domain/personal-data/erasure";
import type { OwnErasureView } from "~/services/personal-data/erase-own-account.server";
import { ProveAgain, proofSummary } from "../account/prove-again";
import type { ProofErrors } from "../account/proof-words";
import { Button } from "../button";
import { Checkbox } from "../form/checkbox";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";

type Props = {
  view: OwnErasureView;
  errors: ProofErrors & { sure?: string };
  sure: boolean;
};

/** What happens to an account that is erased, said before it is. */
export function OwnErasurePage({ view, errors, sure }: Props) {
  const summary = [
    ...(errors.sure === undefined ? [] : [{ fieldId: "sure", text: errors.sure }]),
    ...proofSummary(errors),
  ];
  return (
    <Page
      template="thing"
      title="Erase your account"
      back={{ to: "/account", label: "Your account" }}
      above={<ErrorSummary errors={summary} />}
      lede="This is done at once and cannot be undone. You can take a copy of your data first."
    >
      <div className="ir-prose">
        <p>
          <Link to="/account/my-data">Take a copy of what is held about you</Link>
        </p>
        <h2>What goes</h2>
        <ul>
          {ERASURE_GOES.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2>What stays, and why</h2>
        <ul>
          {ERASURE_STAYS.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Places view={view} />
      </div>
      {view.lastKeeperOf.length > 0 ? null : (
        <Form method="post" noValidate className="ir-section">
          <Checkbox
            id="sure"
            name="sure"
            value="yes"
            label="I have read what goes and what stays"
            defaultChecked={sure}
            error={errors.sure}
          />
          <ProveAgain ways={view.ways} errors={errors} act={<Acts />} />
        </Form>
      )}
    </Page>
  );
}

function Places({ view: { lastKeeperOf, places, contactOf } }: { view: OwnErasureView }) {
  return (
    <>
      {lastKeeperOf.length > 0 ? (
        <>
          <h2>Someone has to follow you first</h2>
          <p>
            Nobody else is in charge of {lastKeeperOf.join(", ")}. Invite the next headteacher or
            manager; once they have accepted, you can erase your account.
          </p>
        </>
      ) : null}
      {lastKeeperOf.length === 0 && places.length > 0 ? (
        <p>Your roles end today at {places.join(", ")}.</p>
      ) : null}
      {contactOf.length > 0 ? (
        <p>
          {contactOf.join(", ")} gives your address as its contact. Ask a manager there to put
          another one.
        </p>
      ) : null}
    </>
  );
}

const Acts = () => (
  <div className="ir-actions">
    <Button>Erase my account</Button>
    <Link to="/account">Keep it</Link>
  </div>
);
