import { Link, useLocation } from "@remix-run/react";
import { useState } from "react";
import { Icon } from "../icon";
import { Logo } from "../organisation/logo";
import type { LogoOfPlace } from "./page-handle";
import { SignOutButton } from "./sign-out-button";

type NavLink = { label: string; to: string; current: boolean };
type PlaceNavProps = {
  name: string;
  home: string;
  links: readonly NavLink[];
  /** What is needed now and then, under one word after the others. */
  folded?: { label: string; links: readonly NavLink[] } | null;
  logo?: LogoOfPlace | null;
};

/** Navigation headed by a place. On a phone it folds under Menu; without JavaScript it stands open. */
export function PlaceNav({ name, home, links, folded = null, logo = null }: PlaceNavProps) {
  const { pathname } = useLocation();
  // The page it was opened on: following a link folds it again.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  return (
    <nav className="ir-nav" aria-label={name}>
      <div className="ir-container ir-nav-row">
        <p className="ir-nav-place">
          {logo === null ? null : <Logo logo={logo} decorative />}
          <Link to={home}>{name}</Link>
        </p>
        <button
          type="button"
          className="ir-nav-menu ir-link-button"
          aria-expanded={open}
          aria-controls="place-menu"
          onClick={() => setOpenAt(open ? null : pathname)}
        >
          Menu
          <Icon name="chevron-down" />
        </button>
        <ul id="place-menu" className="ir-nav-list" data-open={open}>
          <NavLinks links={links} />
          {folded === null ? null : <Folded key={pathname} {...folded} />}
          <li className="ir-nav-phone">
            <SignOutButton />
          </li>
        </ul>
      </div>
    </nav>
  );
}

const NavLinks = ({ links }: { links: readonly NavLink[] }) =>
  links.map(({ label, to, current }) => (
    <li key={to}>
      <Link to={to} aria-current={current ? "page" : undefined}>
        {label}
      </Link>
    </li>
  ));

/** It opens without JavaScript too; following a link folds it again. */
function Folded({ label, links }: NonNullable<PlaceNavProps["folded"]>) {
  const current = links.find((link) => link.current);
  return (
    <li className="ir-nav-folded">
      <details>
        <summary data-current={current === undefined ? undefined : true}>
          {label}
          {current === undefined ? null : (
            <span className="govuk-visually-hidden">, you are at {current.label}</span>
          )}
          <Icon name="chevron-down" />
        </summary>
        <ul>
          <NavLinks links={links} />
        </ul>
      </details>
    </li>
  );
}
