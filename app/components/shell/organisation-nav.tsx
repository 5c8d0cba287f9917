import type { OrganisationHeading, OrganisationNavKey } from "./page-handle";
import { PlaceNav } from "./place-nav";

type OrganisationNavProps = {
  organisation: OrganisationHeading;
  current: OrganisationNavKey | undefined;
};

/**
 * Navigation headed by the organisation. Officers have today, the returns, what is to read, schools, the help available
 * and the figures of visits; managers what each week asks for, and the rest under one word so that it stays one line.
 */
export function OrganisationNav({ organisation, current }: OrganisationNavProps) {
  const home = `/organisations/${organisation.key}`;
  const today = { label: "Today", to: home, current: current === "today" };
  const returns = { label: "Returns", to: `${home}/returns`, current: current === "returns" };
  const schools = { label: "Schools", to: `${home}/schools`, current: current === "schools" };
  const support = {
    label: "Help available",
    to: `${home}/support`,
    current: current === "support",
  };
  const toRead = { label: "To read", to: `${home}/to-read`, current: current === "to-read" };
  const visits = { label: "Visits", to: `${home}/visits`, current: current === "visits" };
  const figures = { ...visits, label: "Figures of visits", to: `${home}/visits/figures` };
  const rounds = { label: "Rounds", to: `${home}/rounds`, current: current === "rounds" };
  const reviewers = {
    label: "Reviewers",
    to: `${home}/reviewers`,
    current: current === "reviewers",
  };
  const questionnaires = {
    label: "Questionnaires",
    to: `${home}/questionnaires`,
    current: current === "questionnaires",
  };
  const people = { label: "People", to: `${home}/people`, current: current === "people" };
  const work = { label: "Work to look at", to: `${home}/work`, current: current === "work" };
  const audit = { label: "Who did what", to: `${home}/audit`, current: current === "audit" };
  const settings = {
    label: "Settings",
    to: `${home}/settings`,
    current: current === "settings",
  };
  const { name, logo = null, managesWork } = organisation;
  const common = { name, home, logo };
  if (!managesWork) {
    return <PlaceNav {...common} links={[today, returns, toRead, schools, support, figures]} />;
  }
  return (
    <PlaceNav
      {...common}
      links={[today, returns, toRead, schools, rounds, support, visits]}
      folded={{
        label: "Manage",
        links: [questionnaires, reviewers, people, work, audit, settings],
      }}
    />
  );
}
