import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { Page } from "~/components/page";
import { Notice } from "~/components/panels/notice";
import { listKeptForms } from "~/services/account/kept-forms.server";
import { listPlaces } from "~/services/account/list-places.server";

export const meta: MetaFunction = () => [{ title: "Your account - Inclusion Review" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const [places, kept] = await Promise.all([
    listPlaces(context.app, actor),
    listKeptForms(context.app, actor),
  ]);
  const changed = new URL(request.url).searchParams.has("changed");
  return { name: actor.name, email: actor.email, places, textKept: kept.length > 0, changed };
}

export default function Account() {
  const { name, email, places, textKept, changed } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Your account"
      template="thing"
      above={changed ? <ChangedNotice /> : null}
      lede={`${name}, ${email}`}
    >
      <ul className="ir-list">
        <li className="ir-list-row">
          <Link to="/account/password">Change your password</Link>
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
    </Page>
  );
}

const ChangedNotice = () => (
  <Notice>
    Your password is changed. You are signed out everywhere else, and still signed in here.
  </Notice>
);
