import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { getActor } from "~/auth/session.server";
import { ButtonLink } from "~/components/button";
import { Page } from "~/components/page";
import {
  listDemonstrationPeople,
  type DemonstrationView,
} from "~/services/account/list-demonstration-people.server";
import { listPlaces, type PlaceView } from "~/services/account/list-places.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await getActor(request, context);
  if (actor === null) {
    const demonstration = await listDemonstrationPeople(context.app);
    return { places: null, email: "", demonstration };
  }
  const places = await listPlaces(context.app, actor);
  const [only, ...others] = places;
  if (only !== undefined && others.length === 0) return redirect(only.path);
  return { places, email: actor.email, demonstration: null };
}

export default function Index() {
  const { places, email, demonstration } = useLoaderData<typeof loader>();
  if (places === null) return <FrontPage demonstration={demonstration} />;
  return places.length === 0 ? <NoPlace email={email} /> : <ChoosePlace places={places} />;
}

function FrontPage({ demonstration }: { demonstration: DemonstrationView | null }) {
  return (
    <Page
      title="Review how inclusive your school is, together"
      template="thing"
      lede="Colleagues answer side by side, the headteacher signs, and the signed copy is a PDF that anyone can check."
    >
      <p>
        <ButtonLink to="/sign-in">Sign in</ButtonLink>
      </p>
      <p className="ir-body">
        Someone has sent you a signed PDF? <Link to="/verify">Check a signed PDF</Link>. You need no
        account.
      </p>
      <p className="ir-body">
        Your school is not here yet? <Link to="/claim">Start for your school</Link> with a code that
        we send to its office.
      </p>
      {demonstration === null ? null : <DemonstrationAccounts {...demonstration} />}
    </Page>
  );
}

function DemonstrationAccounts({ people, password }: DemonstrationView) {
  return (
    <section className="ir-panel" aria-labelledby="demonstration-accounts">
      <h2 className="ir-h2" id="demonstration-accounts">
        Accounts to try
      </h2>
      <p>
        The password of each is <strong>{password}</strong>. Accounts here need no second factor,
        because this is a demonstration.
      </p>
      <ul className="ir-list">
        {people.map(({ email, name }) => (
          <li className="ir-list-row" key={email}>
            <div className="ir-list-main">
              <p className="ir-list-title">{email}</p>
              <p className="ir-list-note">{name}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChoosePlace({ places }: { places: PlaceView[] }) {
  return (
    <Page title="Where do you want to work?" template="thing">
      <ul className="ir-list">
        {places.map(({ path, name }) => (
          <li className="ir-list-row" key={path}>
            <p className="ir-list-title">
              <Link to={path}>{name}</Link>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function NoPlace({ email }: { email: string }) {
  return (
    <Page
      title="Nothing is open to you now"
      template="thing"
      lede="Your account has no role in a school or organisation today."
    >
      <p className="ir-body">
        Ask your headteacher, or the council, to invite {email}. If you visit other schools, your
        visits will stand here.
      </p>
      <p className="ir-body">
        Your school is not here yet? <Link to="/claim">Start for your school</Link> with a code that
        we send to its office.
      </p>
    </Page>
  );
}
