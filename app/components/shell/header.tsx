import { Link } from "@remix-run/react";
import { classNames } from "../class-names";
import { BrandMark } from "./brand-mark";
import { PlaceSwitcher } from "./place-switcher";
import type { ActorSummary } from "./page-handle";
import { SignOutButton } from "./sign-out-button";

type HeaderProps = { actor: ActorSummary | null; hasMenu: boolean };

/** The harbour band: name of the service, who is signed in, Account, Sign out. */
export function Header({ actor, hasMenu }: HeaderProps) {
  return (
    <header className="ir-header">
      <div className={classNames("ir-container", "ir-header-row", hasMenu && "ir-has-menu")}>
        <Link to="/" className="ir-brand">
          <BrandMark />
          Inclusion Review
        </Link>
        <ul className="ir-user">{actor ? <SignedIn actor={actor} /> : <SignInItem />}</ul>
      </div>
    </header>
  );
}

function SignedIn({ actor }: { actor: ActorSummary }) {
  return (
    <>
      <li className="ir-user-name">{actor.role ? `${actor.name}, ${actor.role}` : actor.name}</li>
      {actor.places === undefined || actor.places.length < 2 ? null : (
        <PlaceSwitcher places={actor.places} />
      )}
      <li>
        <Link to="/account">Account</Link>
      </li>
      <li className="ir-user-out">
        <SignOutButton />
      </li>
    </>
  );
}

const SignInItem = () => (
  <li>
    <Link to="/sign-in">Sign in</Link>
  </li>
);
