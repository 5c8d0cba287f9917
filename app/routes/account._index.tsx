import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { getSession, requireActor } from "~/auth/session.server";
import { SessionList } from "~/components/account/session-list";
import { Page } from "~/components/page";
import { Notice } from "~/components/panels/notice";
import { listKeptForms } from "~/services/account/kept-forms.server";
import { listPlaces } from "~/services/account/list-places.server";
import { listSessions } from "~/services/account/sessions.server";

export const meta: MetaFunction = () => [{ title: "Your account - Inclusion Review" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const session = await getSession(request, context);
  const [places, kept, sessions] = await Promise.all([
    listPlaces(context.app, actor),
    listKeptForms(context.app, actor),
    listSessions(context.app, actor, session?.id ?? ""),
  ]);
  const { searchParams } = new URL(request.url);
  return {
    name: actor.name,
    email: actor.email,
    places,
    sessions,
    textKept: kept.length > 0,
    changed: searchParams.has("changed"),
    ended: searchParams.has("ended"),
  };
}

export default function Account() {
  const { name, email, places, sessions, textKept, changed, ended } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title="Your account"
      template="thing"
      above={noticeOf({ changed, ended })}
      lede={`${name}, ${email}`}
    >
      <ul className="ir-list">
        <li className="ir-list-row">
          <Link to="/account/password">Change your password</Link>
        </li>
        <li className="ir-list-row">
          <Link to="/account/authenticator">Authenticator app</Link>
        </li>
        {textKept ? (
          <li className="ir-list-row">
            <Link to="/account/kept-text">Text kept from a session that ended</Link>
          </li>
        ) : null}
        {places.map((place) => (
          <li className="ir-list-row" key={place.path}>
            <Link to={place.path}>{place.name}</Link>
          </li>
        ))}
      </ul>
      <SessionList sessions={sessions} />
    </Page>
  );
}

function noticeOf({ changed, ended }: { changed: boolean; ended: boolean }) {
  if (changed) return <ChangedNotice />;
  return ended ? <Notice>That browser is signed out.</Notice> : null;
}

const ChangedNotice = () => (
  <Notice>
    Your password is changed. You are signed out everywhere else, and still signed in here.
  </Notice>
);
