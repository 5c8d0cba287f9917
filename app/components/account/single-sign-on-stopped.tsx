import { Link } from "@remix-run/react";
import type { SingleSignOnProblem } from "~/domain/account/single-sign-on";
import { Page } from "../page";
import { singleSignOnWords } from "./single-sign-on-words";

type Props = { problem: SingleSignOnProblem; name: string; signedIn: boolean };

/** The way through a provider did not lead in: why, and where to go from here. */
export function SingleSignOnStopped({ problem, name, signedIn }: Props) {
  const { title, text } = singleSignOnWords(problem, name);
  return (
    <Page template="thing" title={title} lede={text}>
      <p className="ir-body">
        {signedIn ? (
          <Link to="/account/single-sign-on">Back to single sign-on</Link>
        ) : (
          <Link to="/sign-in">Back to sign in</Link>
        )}
      </p>
    </Page>
  );
}
