import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { Page } from "~/components/page";
import { EmailLinkSchema } from "~/forms/change-email";
import { secretAddressHeaders } from "~/platform/secret-address";
import { followEmailStop, viewEmailStop } from "~/services/account/change-email-stop.server";

export const meta: MetaFunction = () => [{ title: "Stop a change of address - Inclusion Review" }];

export const headers = secretAddressHeaders;

/** What was refused is shown as things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

/** Opening the link changes nothing: scanners open links too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const change = await viewEmailStop(context.app, token);
  return data(
    { change, token },
    { status: change === null && request.method === "GET" ? 410 : 200 },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { token } = EmailLinkSchema.parse(Object.fromEntries(await request.formData()));
  const followed = await followEmailStop(context.app, token);
  if (!followed.ok) return data({ did: null }, { status: 410 });
  return data({ did: followed.value.did }, { status: 200 });
}

export default function StopEmail() {
  const { change, token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.did) return <Done did={answer.did} />;
  // Refused, and still as it was: somebody else has the old address by now.
  if (answer !== undefined || change === null) return <Gone />;
  const { does, oldEmail, newEmail } = change;
  return (
    <Page
      title={does === "stop" ? "Stop this change of address" : "Put your old address back"}
      template="thing"
    >
      <p className="ir-body">
        {does === "stop" ? "Someone asked to change" : "Someone changed"} the address of your
        account from <strong>{oldEmail}</strong> to <strong>{newEmail}</strong>. If it was not you,
        press the button. You are then signed out everywhere.
      </p>
      <Form method="post">
        <input type="hidden" name="token" value={token} />
        <Button>{does === "stop" ? "Stop the change" : "Put the old address back"}</Button>
      </Form>
    </Page>
  );
}

const Done = ({ did }: { did: "stop" | "undo" }) => (
  <Page
    title={did === "stop" ? "The change is stopped" : "Your old address is back"}
    template="thing"
  >
    <p className="ir-body">
      You are signed out everywhere. Somebody knew your password or had your browser open, so{" "}
      <Link to="/sign-in/forgotten">choose a new password now</Link>.
    </p>
    <p className="ir-body">
      Then tell your headteacher, or the manager of your organisation, that it happened.
    </p>
  </Page>
);

const Gone = () => (
  <Page title="This link does not work" template="thing">
    <p className="ir-body">
      It was used, the change was stopped already, it is too old, or another account has the old
      address by now. Do you see something in your account that was not you?{" "}
      <Link to="/sign-in/forgotten">Choose a new password</Link>, then tell your headteacher or the
      manager of your organisation.
    </p>
  </Page>
);
