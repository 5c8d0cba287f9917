import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { Page } from "~/components/page";
import { isOneClick, StopMailsSchema } from "~/forms/mail-preferences";
import { readFileForm } from "~/platform/file-form.server";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import {
  changePreferencesByLink,
  viewPreferencesByLink,
} from "~/services/mail/mail-preferences.server";

export const meta: MetaFunction = () => [{ title: "The weekly mail - Inclusion Review" }];

/** Opening the link changes nothing: scanners open links too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const key = new URL(request.url).searchParams.get("key") ?? "";
  const wishes = await viewPreferencesByLink(context.app, key);
  return data({ key, wishes }, { status: wishes === null ? 404 : 200 });
}

/** Mail programs may post it as a form with parts; none of them is a file. */
const NO_FILE = { fileField: "file", maxBytes: 1024 };

/** The button of the page, or a mail program by itself (RFC 8058): that one has no page of ours, so its key is in the address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readFileForm(request, NO_FILE);
  const form = Object.fromEntries(sent.ok ? sent.value.fields : []);
  if (isOneClick(form)) {
    const secret = new URL(request.url).searchParams.get("key") ?? "";
    await changePreferencesByLink(context.app, { secret, digest: false });
    return null;
  }
  const read = StopMailsSchema.safeParse(form);
  if (!read.success) throw toErrorResponse(new AppError("bad-request"), context.requestId);
  const { key: secret, digest } = read.data;
  await changePreferencesByLink(context.app, { secret, digest: digest === "start" });
  return null;
}

export default function StopMails() {
  const { key, wishes } = useLoaderData<typeof loader>();
  if (wishes === null) return <UnknownLink />;
  const { digest } = wishes;
  return (
    <Page
      title={digest ? "Stop the weekly mail" : "The weekly mail is stopped"}
      template="thing"
      lede="Once a week it says what waits for you."
    >
      <p className="ir-body">
        Mails about your account’s safety, invitations and reminders of a deadline still come. The
        day and the reminders are yours to choose{" "}
        <Link to="/account/notifications">in your account</Link>.
      </p>
      <Form method="post">
        <input type="hidden" name="key" value={key} />
        <Button name="digest" value={digest ? "stop" : "start"} secondary={!digest}>
          {digest ? "Stop the weekly mail" : "Send it again from next week"}
        </Button>
      </Form>
    </Page>
  );
}

const UnknownLink = () => (
  <Page title="This link no longer works" template="thing">
    <p className="ir-body">
      Use the link in your newest weekly mail, or <Link to="/account">sign in to your account</Link>
      .
    </p>
  </Page>
);
