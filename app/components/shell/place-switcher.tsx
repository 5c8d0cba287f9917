import { Link } from "@remix-run/react";
import type { PlaceOfActor } from "./page-handle";

/** Other places where this person has a role. The browser's own element, so it opens without JavaScript. */
export function PlaceSwitcher({ places }: { places: readonly PlaceOfActor[] }) {
  return (
    <li>
      <details className="ir-places">
        <summary>Change place</summary>
        <ul>
          {places.map(({ path, name, roles }) => (
            <li key={path}>
              <Link to={path}>{name}</Link> <span className="ir-places-role">{roles}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
