import { Link } from "@remix-run/react";
import { Icon } from "./icon";
import type { Back } from "./page";

/** The way up, named for the page it leads to. */
export function BackLink({ to, label }: Back) {
  return (
    <p className="ir-back">
      <Icon name="chevron-left" />
      <Link to={to} className="ir-link-ink">
        {label}
      </Link>
    </p>
  );
}
