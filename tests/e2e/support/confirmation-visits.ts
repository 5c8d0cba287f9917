import type { PageVisit } from "./page-visit";
import { demoPerson, scheme } from "./world";

const coordinator = () => demoPerson("health");
const list = () => `/organisations/nhs-kent-medway/rounds/${scheme().roundId}/confirmations`;
const status = () => `/schools/141766/confirmations/${scheme().confirmation}`;

/** Pages of confirmations, by their file in app/routes. */
export const CONFIRMATION_VISITS: Record<string, readonly PageVisit[]> = {
  "organisations.$key.rounds.$round.confirmations._index": [
    { shows: "the schools of a scheme", as: coordinator, path: () => `${list()}?points=met` },
    { shows: "one thing missing", as: coordinator, path: () => `${list()}?missing=F1` },
  ],
  "organisations.$key.rounds.$round.confirmations.preview": [
    {
      shows: "a preview of confirming",
      as: coordinator,
      path: () => `${list()}/preview?school=118257&school=118317`,
    },
    { shows: "nobody chosen", as: coordinator, path: () => `${list()}/preview` },
  ],
  "organisations.$key.rounds.$round.confirmations.$urn._index": [
    { shows: "a confirmed school", as: coordinator, path: () => `${list()}/118255` },
    { shows: "a school with one thing missing", as: coordinator, path: () => `${list()}/118317` },
  ],
  "schools.$urn.confirmations.$confirmation._index": [
    { shows: "a confirmation to renew", as: () => demoPerson("head2"), path: status },
  ],
};
