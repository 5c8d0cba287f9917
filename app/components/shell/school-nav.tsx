import { Link, useLocation } from "@remix-run/react";
import { useState } from "react";
import { Icon } from "../icon";
import type { NavKey, SchoolHeading } from "./page-handle";
import { SignOutButton } from "./sign-out-button";

type SchoolNavProps = { school: SchoolHeading; current: NavKey | undefined };

const LINKS: readonly { key: NavKey; label: string; path: string }[] = [
  { key: "self-reviews", label: "Self-reviews", path: "" },
  { key: "action-plan", label: "Action plan", path: "/actions" },
];

/** Navigation headed by the school. On a phone it folds under Menu; without JavaScript it stands open. */
export function SchoolNav({ school, current }: SchoolNavProps) {
  const { pathname } = useLocation();
  // The page it was opened on: following a link folds it again.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  const home = `/schools/${school.urn}`;
  return (
    <nav className="ir-nav" aria-label={school.name}>
      <div className="ir-container ir-nav-row">
        <p className="ir-nav-place">
          <Link to={home}>{school.name}</Link>
        </p>
        <button
          type="button"
          className="ir-nav-menu ir-link-button"
          aria-expanded={open}
          aria-controls="school-menu"
          onClick={() => setOpenAt(open ? null : pathname)}
        >
          Menu
          <Icon name="chevron-down" />
        </button>
        <ul id="school-menu" className="ir-nav-list" data-open={open}>
          {LINKS.map(({ key, label, path }) => (
            <li key={key}>
              <Link to={`${home}${path}`} aria-current={key === current ? "page" : undefined}>
                {label}
              </Link>
            </li>
          ))}
          <li className="ir-nav-phone">
            <SignOutButton />
          </li>
        </ul>
      </div>
    </nav>
  );
}
