import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Page } from "~/components/page";

export const meta: MetaFunction = () => [{ title: "Help and guides - Inclusion Review" }];

export default function Help() {
  return (
    <Page
      title="Help and guides"
      template="thing"
      lede="What you need to answer, sign and keep a self-review."
    >
      <div className="ir-prose">
        <Answering />
        <Signing />
        <h2>Where to ask</h2>
        <p>
          For a colleague’s role or account, ask the person in your school who manages the review.
          For the round and its dates, ask your officer at the organisation that runs it.
        </p>
      </div>
    </Page>
  );
}

const Answering = () => (
  <>
    <h2>Answering</h2>
    <p>
      Start with the levels view: one row for each statement. On a keyboard, the number in a ring
      chooses it while the row has focus. Then write only where a choice asks for words.
    </p>
    <ul>
      <li>Everything is saved as you go. “Saved 14:02” says when.</li>
      <li>Several of you can answer at once. If two write in one box, both versions are shown.</li>
      <li>“Earlier versions” brings back anything that was saved before.</li>
      <li>“Does not apply to us” takes a statement out of the count. It asks why.</li>
      <li>A legal duty is answered Yes, Partly or No beside the statement. It changes no level.</li>
      <li>Leave out children’s names and numbers. For small groups write “fewer than 5”.</li>
    </ul>
  </>
);

const Signing = () => (
  <>
    <h2>Signing</h2>
    <ul>
      <li>“Mark as ready to sign” locks the answers. You can take it back until it is signed.</li>
      <li>The headteacher signs with a password. Some rounds also ask a governor.</li>
      <li>
        The signed PDF is made once, when the last signature is in. Anyone who has it can{" "}
        <Link to="/verify">check that it is genuine</Link>.
      </li>
      <li>
        <Link to="/who-can-see">Who can see what</Link> says who reads it from then on.
      </li>
    </ul>
  </>
);
