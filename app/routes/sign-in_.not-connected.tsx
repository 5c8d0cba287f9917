import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readBrowserSecret } from "~/auth/single-sign-on/browser-cookies.server";
import { ButtonLink } from "~/components/button";
import { Page } from "~/components/page";
import { viewWaiting } from "~/services/account/pending-identity.server";

export const meta: MetaFunction = () => [{ title: "Not connected yet - Inclusion Review" }];

/** For whoever came by an account that opens nothing here yet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app } = context;
  const pending = await readBrowserSecret(request, { app, kind: "pending" });
  return { waiting: await viewWaiting(app, pending) };
}

const SIGN_IN = "/sign-in?next=%2Faccount%2Fsingle-sign-on";

export default function NotConnected() {
  const { waiting } = useLoaderData<typeof loader>();
  if (waiting === null) {
    return (
      <Page
        template="thing"
        title="Start again"
        lede="Nothing waits to be connected in this browser. That lasts 15 minutes."
      >
        <ButtonLink to="/sign-in">Sign in</ButtonLink>
      </Page>
    );
  }
  const { name, label } = waiting;
  return (
    <Page
      template="thing"
      title={`Your ${name} account is not connected yet`}
      lede={`You signed in at ${name}${label === null ? "" : ` as ${label}`}. It does not open an account here until you connect it once.`}
    >
      <h2 className="ir-h2">You have an account here</h2>
      <p className="ir-body">
        Sign in your usual way within 15 minutes, then press Connect. An address that looks the same
        is not enough: both accounts have to be shown to be yours.
      </p>
      <ButtonLink to={SIGN_IN}>Sign in, then connect</ButtonLink>
      <h2 className="ir-h2 ir-section">You have an invitation</h2>
      <p className="ir-body">
        Open the link in the invitation’s e-mail, and press “Continue with {name}” on its page.
      </p>
      <h2 className="ir-h2 ir-section">Neither</h2>
      <p className="ir-body">
        Ask your headteacher, or whoever runs the reviews at your organisation, to invite you.
      </p>
    </Page>
  );
}
