import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
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
      <section className="ir-section">
        <h2 className="ir-h2">As plain text</h2>
        <MailText text={text} />
      </section>
      <section className="ir-section">
        <h2 className="ir-h2">As HTML</h2>
        <iframe
          className="ir-caught-mail"
          src={`/dev/mails/${id}/html`}
          title="The mail as HTML"
          height="900"
          width="100%"
        />
      </section>
    </Page>
  );
}
