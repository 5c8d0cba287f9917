import type { PageVisit } from "./page-visit";
import { demoPerson, team, waiting } from "./world";

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
  "organisations.$key.returns._index": [
    { shows: "the returns", as: officer, path: kent("/returns") },
    {
      shows: "a rolling round",
      as: () => waiting().health,
      path: () => "/organisations/nhs-kent-medway/returns",
    },
  ],
};
