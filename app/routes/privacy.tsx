import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Page } from "~/components/page";

export const meta: MetaFunction = () => [{ title: "Privacy - Inclusion Review" }];

export default function Privacy() {
  return (
    <Page
      title="Privacy"
      template="thing"
      lede="This service is about what schools do. It is not for information about children."
    >
      <div className="ir-prose">
        <h2>What is kept about you</h2>
        <ul>
          <li>your name, work e-mail address and roles</li>
          <li>what you wrote, chose and signed, and when</li>
          <li>when you sign in, so that your account stays yours</li>
        </ul>
        <p>One cookie keeps you signed in. Nothing follows you anywhere else.</p>
        <h2>Children’s names</h2>
        <p>
          Do not write them. What looks like a pupil number is refused, and we ask when something
          looks like a name. If one is saved by mistake, tell your headteacher at once so that it
          can be taken out.
        </p>
        <h2>Who sees it, and for how long</h2>
        <p>
          <Link to="/who-can-see">Who can see what</Link> lists it line by line. Signed copies are
          kept by the school and by the organisation that runs the round, and can be asked for under
          freedom of information law.
        </p>
        <h2>Your rights</h2>
        <p>
          You can ask to see what is kept about you and to have mistakes put right. Ask your school,
          or the organisation that runs the round.
        </p>
      </div>
    </Page>
  );
}
