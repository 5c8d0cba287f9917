import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { getSession, requireActor } from "~/auth/session.server";
import { Button } from "~/components/button";
import { Page } from "~/components/page";
import { EmailLinkSchema } from "~/forms/change-email";
import { secretAddressHeaders } from "~/platform/secret-address";
import {
  confirmEmailChange,
  viewEmailConfirmation,
} from "~/services/account/change-email-confirm.server";

export const meta: MetaFunction = () => [
  { title: "Confirm your e-mail address - Inclusion Review" },
];

export const headers = secretAddressHeaders;

/** What was refused is shown as things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

/** Opening the link changes nothing: scanners open links too. It is for the person who asked, signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const change = await viewEmailConfirmation(context.app, actor, token);
  return data({ change, token }, { status: change === null ? 410 : 200 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const session = await getSession(request, context);
  const { token } = EmailLinkSchema.parse(Object.fromEntries(await request.formData()));
  const sessionId = session?.id ?? "";
  const changed = await confirmEmailChange(context.app, actor, { token, sessionId });
  if (changed.ok) return redirect("/account?address=1");
  const problem = changed.problem;
  return data({ problem }, { status: problem === "taken" ? 409 : 410 });
}

export default function ConfirmEmail() {
  const { change, token } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (problem === "taken") return <Taken />;
  if (change === null) return <Gone />;
  return (
    <Page title="Confirm your new e-mail address" template="thing">
      <p className="ir-body">
        From <strong>{change.oldEmail}</strong> to <strong>{change.newEmail}</strong>. You then sign
        in with the new one, and are signed out in every other browser.
      </p>
      <Form method="post">
        <input type="hidden" name="token" value={token} />
        <Button>Use the new address</Button>
      </Form>
    </Page>
  );
}

const Taken = () => (
  <Page title="Another account has that address" template="thing">
    <p className="ir-body">
      It was opened after you asked, so your address is as it was. Is that account yours too? Sign
      in with it, or <Link to="/account/email">choose another address</Link>.
    </p>
  </Page>
);

const Gone = () => (
  <Page title="This link does not work" template="thing">
    <p className="ir-body">
      It was used, stopped, is older than an hour, or belongs to another account than the one you
      are signed in with. Your address is as it was.
    </p>
    <p className="ir-body">
      <Link to="/account/email">Ask for another link</Link>
    </p>
  </Page>
);
