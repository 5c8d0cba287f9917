import type { PageVisit } from "./page-visit";
import { registered, team, visits, waiting } from "./world";

const manager = () => waiting().manager;
const kent = (rest: string) => () => `/organisations/kent/${rest}`;

/** Pages of the register of reviewers and of matching, by their files in app/routes. */
export const MATCHING_VISITS: Record<string, readonly PageVisit[]> = {
  "organisations.$key.reviewers._index": [
    { shows: "the register", as: manager, path: kent("reviewers") },
    { shows: "a filter of the register", as: manager, path: kent("reviewers?shows=over") },
  ],
  "organisations.$key.reviewers.new": [
    { shows: "adding a reviewer", as: manager, path: kent("reviewers/new") },
  ],
  "organisations.$key.reviewers.$reviewer._index": [
    { shows: "a reviewer", as: manager, path: () => kent(`reviewers/${registered()}`)() },
    {
      shows: "schools to add to the interests",
      as: manager,
      path: () => kent(`reviewers/${registered()}?q=primary`)(),
    },
  ],
  "organisations.$key.visits._index": [
    { shows: "the visits of a round", as: manager, path: kent("visits") },
    { shows: "those that are late", as: manager, path: kent("visits?shows=late") },
  ],
  "organisations.$key.visits.figures": [
    { shows: "the figures of visits", as: manager, path: kent("visits/figures") },
  ],
  "organisations.$key.visits.propose": [
    { shows: "which schools are offered a visit", as: manager, path: kent("visits/propose") },
    {
      shows: "who could visit whom",
      as: manager,
      path: kent("visits/propose?shown=1&asked=1&longest=1"),
    },
    {
      shows: "days that cannot be read",
      as: manager,
      path: kent("visits/propose?shown=1&from=soon"),
    },
  ],
  "organisations.$key.visits.schools.$urn": [
    {
      shows: "who could visit a school",
      as: manager,
      path: () => kent(`visits/schools/${team("begun").urn}`)(),
    },
    {
      shows: "a pair to use in a proposal",
      as: manager,
      path: () => kent(`visits/schools/${team("begun").urn}?shown=1&longest=1`)(),
    },
    {
      shows: "a school with a visit",
      as: manager,
      path: () => kent(`visits/schools/${team("pages").urn}`)(),
    },
  ],
  "visits.register": [
    {
      shows: "what is held of a reviewer",
      as: () => visits().lead,
      path: () => "/visits/register",
    },
    {
      shows: "nobody's entry",
      as: () => team("pages").people.head,
      path: () => "/visits/register",
    },
  ],
};
