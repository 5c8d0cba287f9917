import type { NavKey, SchoolHeading } from "./page-handle";
import { PlaceNav } from "./place-nav";

type SchoolNavProps = { school: SchoolHeading; current: NavKey | undefined };

const LINKS: readonly { key: NavKey; label: string; path: string }[] = [
  { key: "self-reviews", label: "Self-reviews", path: "" },
  { key: "visits", label: "Visits", path: "/visits" },
  { key: "action-plan", label: "Action plan", path: "/actions" },
  { key: "team", label: "Team", path: "/team" },
];

/** Navigation headed by the school. */
export function SchoolNav({ school, current }: SchoolNavProps) {
  const home = `/schools/${school.urn}`;
  const links = LINKS.map(({ key, label, path }) => ({
    label,
    to: `${home}${path}`,
    current: key === current,
  }));
  return <PlaceNav name={school.name} home={home} links={links} />;
}
