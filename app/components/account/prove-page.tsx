import { Form, Link } from "@remix-run/react";
import type { ProveView } from "~/services/account/start-single-sign-on.server";
import { Button, ButtonLink } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";

type Props = { view: ProveView; problem: string | null };

/** Showing again who one is, at a provider, before something that asks for it. */
export function ProvePage({ view, problem }: Props) {
  const { path, providers, ready } = view;
  const errors = problem === null ? [] : [{ fieldId: "ways", text: problem }];
  return (
    <Page
      template="thing"
      title="Show that it is you"
      above={<ErrorSummary errors={errors} />}
      lede="You are asked once more, so that nobody can act in your name at a computer you left open."
    >
      <div id="ways" tabIndex={-1} className="ir-stack">
        {path === null || providers.length === 0 ? (
          <NoWay view={view} />
        ) : (
          <>
            {ready ? <Ready path={path} /> : null}
            <p className="ir-body">
              You sign in there again, and come back to where you were. It then counts for 5
              minutes, once.
            </p>
            {providers.map(({ key, name }) => (
              <Form method="post" key={key} reloadDocument>
                <input type="hidden" name="provider" value={key} />
                <input type="hidden" name="for" value={path} />
                <Button secondary={ready}>Sign in again with {name}</Button>
              </Form>
            ))}
          </>
        )}
      </div>
    </Page>
  );
}

const Ready = ({ path }: { path: string }) => (
  <>
    <p className="ir-body">You have just done that. Go on with what you were doing.</p>
    <ButtonLink to={path}>Go on</ButtonLink>
  </>
);

function NoWay({ view: { path, hasPassword } }: { view: ProveView }) {
  if (path === null) {
    return <p className="ir-body">Go back to the page you came from, and start there.</p>;
  }
  return (
    <p className="ir-body">
      No other account is connected to yours.{" "}
      {hasPassword ? "Use your password or your authenticator app instead. " : null}
      <Link to="/account/single-sign-on">Connect one</Link>
    </p>
  );
}
