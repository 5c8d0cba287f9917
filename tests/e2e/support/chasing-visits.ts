import type { PageVisit } from "./page-visit";
import { demoPerson, letters, team, waiting } from "./world";

const officer = () => demoPerson("officer");
const kent = (rest: string) => () => `/organisations/kent${rest}`;

/** Pages on which officers ring, write and see who has returned, by their files in app/routes. */
export const CHASING_VISITS: Record<string, readonly PageVisit[]> = {
  "organisations.$key._index": [
    { shows: "whom to ring", as: officer, path: kent("") },
    { shows: "whom to ring anywhere", as: officer, path: kent("?whose=all") },
    {
      shows: "nobody to ring",
      as: () => waiting().health,
      path: () => "/organisations/nhs-kent-medway",
    },
  ],
  "organisations.$key.calls.$urn": [
    { shows: "noting a call", as: officer, path: () => kent(`/calls/${team("pages").urn}`)() },
  ],
  "organisations.$key.cover": [
    { shows: "who covers whom", as: officer, path: kent("/cover") },
    { shows: "covers of a manager", as: () => waiting().manager, path: kent("/cover") },
  ],
  "organisations.$key.letters.new": [
    { shows: "nobody chosen to write to", as: officer, path: kent("/letters/new") },
    {
      shows: "letters to look at",
      as: officer,
      path: kent("/letters/new?all=1&state=in-progress&district=all"),
    },
  ],
  "organisations.$key.letters.$batch": [
    { shows: "letters that were sent", as: officer, path: () => kent(`/letters/${letters()}`)() },
  ],
  "organisations.$key.returns._index": [
    { shows: "the returns", as: officer, path: kent("/returns") },
    {
      shows: "all of the schools in progress",
      as: officer,
      path: kent("/returns?district=all&state=in-progress&sort=activity&down=1"),
    },
    { shows: "schools not invited", as: officer, path: kent("/returns?state=not-invited") },
    {
      shows: "a rolling round",
      as: () => waiting().health,
      path: () => "/organisations/nhs-kent-medway/returns",
    },
  ],
};
