import type { OrganisationHeading, OrganisationNavKey } from "./page-handle";
import { PlaceNav } from "./place-nav";

type OrganisationNavProps = {
  organisation: OrganisationHeading;
  current: OrganisationNavKey | undefined;
};

/** Navigation headed by the organisation. Parked work is for those who may try it again. */
export function OrganisationNav({ organisation, current }: OrganisationNavProps) {
  const home = `/organisations/${organisation.key}`;
  const returns = { label: "Returns", to: home, current: current === "returns" };
  const work = { label: "Work to look at", to: `${home}/work`, current: current === "work" };
  const links = organisation.managesWork ? [returns, work] : [returns];
  return <PlaceNav name={organisation.name} home={home} links={links} />;
}
