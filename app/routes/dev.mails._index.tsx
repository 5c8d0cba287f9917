import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Page } from "~/components/page";
import { formatDateTime } from "~/domain/calendar/format";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewCaughtMails } from "~/services/mail/view-caught-mails.server";

export const meta: MetaFunction = () => [{ title: "Mails kept here - Inclusion Review" }];

export async function loader({ context }: LoaderFunctionArgs) {
  return orErrorPage(context, viewCaughtMails(context.app));
}

/** Mails of a demonstration, kept instead of being sent. Not found wherever mail really leaves. */
export default function CaughtMails() {
  const mails = useLoaderData<typeof loader>();
  return (
    <Page
      title="Mails kept here"
      lede="This is a demonstration: no mail leaves. Each is kept here to be read. An address that begins with “bounce” refuses its mail."
    >
      {mails.length === 0 ? (
        <p className="ir-body">No mail yet. Invite somebody, and their mail is here.</p>
      ) : null}
      <ul className="ir-list">
        {mails.map(({ id, to, subject, at }) => (
          <li className="ir-list-row" key={id}>
            <div className="ir-list-main">
              <p className="ir-list-title">
                <Link to={`/dev/mails/${id}`}>{subject}</Link>
              </p>
              <p className="ir-list-note">
                To {to}, {formatDateTime(at)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  );
}
