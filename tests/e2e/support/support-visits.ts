import type { PageVisit } from "./page-visit";
import { demoPerson } from "./world";

const officer = () => demoPerson("officer");
const manager = () => demoPerson("manager");
const duties = (rest: string) => () =>
  `/organisations/kent/questionnaires/inclusion-toolkit/duties${rest}`;
const kent = (rest: string) => () => `/organisations/kent/support${rest}`;

/** Pages of the help available, by their files in app/routes. */
export const SUPPORT_VISITS: Record<string, readonly PageVisit[]> = {
  "organisations.$key.support._index": [
    { shows: "the help available", as: officer, path: kent("") },
    { shows: "help for one statement", as: officer, path: kent("?statement=C5&shows=all") },
    { shows: "no help under a filter", as: officer, path: kent("?shows=retired") },
  ],
  "organisations.$key.support.new": [
    { shows: "adding a course", as: officer, path: kent("/new") },
    { shows: "adding a school that shares", as: officer, path: kent("/new?kind=school") },
  ],
  "organisations.$key.support.$entry": [
    { shows: "an entry of help", as: officer, path: kent("/demo-support-need-types") },
  ],
  "organisations.$key.questionnaires.$questionnaire.duties._index": [
    { shows: "the duties", as: manager, path: duties("") },
  ],
  "organisations.$key.questionnaires.$questionnaire.duties.$duty": [
    { shows: "adding a duty", as: manager, path: duties("/new") },
  ],
  "organisations.$key.support.import": [
    { shows: "reading help in", as: officer, path: kent("/import") },
  ],
};
