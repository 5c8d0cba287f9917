import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { MailText } from "~/components/caught-mails/mail-text";
import { Page } from "~/components/page";
import { formatDateTime } from "~/domain/calendar/format";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewCaughtMail } from "~/services/mail/view-caught-mails.server";

export const meta: MetaFunction = () => [{ title: "A mail kept here - Inclusion Review" }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  return orErrorPage(context, viewCaughtMail(context.app, params["id"] ?? ""));
}

export default function CaughtMail() {
  const { id, subject, from, to, at, text } = useLoaderData<typeof loader>();
  return (
    <Page
      title={subject}
      back={{ to: "/dev/mails", label: "Mails kept here" }}
      caption={formatDateTime(at)}
    >
      <p className="ir-body">
        From {from}
        <br />
        To {to}
      </p>
      <MailText text={text} />
      <p className="ir-body">
        <Link to={`/dev/mails/${id}/html`} reloadDocument>
          See it as a mail program shows it
        </Link>
      </p>
    </Page>
  );
}
