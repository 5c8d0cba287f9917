import type { OrganisationHeading, OrganisationNavKey } from "./page-handle";
import { PlaceNav } from "./place-nav";

type OrganisationNavProps = {
  organisation: OrganisationHeading;
  current: OrganisationNavKey | undefined;
};

/** Navigation headed by the organisation. People, parked work and the record are the managers'. */
export function OrganisationNav({ organisation, current }: OrganisationNavProps) {
  const home = `/organisations/${organisation.key}`;
  const returns = { label: "Returns", to: home, current: current === "returns" };
  const people = { label: "People", to: `${home}/people`, current: current === "people" };
  const work = { label: "Work to look at", to: `${home}/work`, current: current === "work" };
  const audit = { label: "Who did what", to: `${home}/audit`, current: current === "audit" };
  const settings = {
    label: "Settings",
    to: `${home}/settings`,
    current: current === "settings",
  };
  const links = organisation.managesWork ? [returns, people, work, audit, settings] : [returns];
  const { name, logo = null } = organisation;
  return <PlaceNav name={name} home={home} links={links} logo={logo} />;
}
