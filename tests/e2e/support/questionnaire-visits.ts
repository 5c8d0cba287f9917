import type { PageVisit } from "./page-visit";
import { demoPerson } from "./world";

const manager = () => demoPerson("manager");
const at = (rest: string) => () => `/organisations/kent/questionnaires${rest}`;

/** Pages on which an organisation writes its questionnaires, by their files in app/routes. */
export const QUESTIONNAIRE_VISITS: Record<string, readonly PageVisit[]> = {
  "organisations.$key.questionnaires._index": [
    { shows: "the questionnaires", as: manager, path: at("") },
  ],
  "organisations.$key.questionnaires.new": [
    { shows: "reading a questionnaire in", as: manager, path: at("/new") },
  ],
  "organisations.$key.questionnaires.$questionnaire._index": [
    { shows: "one questionnaire", as: manager, path: at("/inclusion-toolkit") },
  ],
  "organisations.$key.questionnaires.$questionnaire.versions.$number._index": [
    { shows: "a published version", as: manager, path: at("/inclusion-toolkit/versions/1") },
    {
      shows: "a version never made",
      as: manager,
      path: at("/inclusion-toolkit/versions/99"),
      status: 404,
    },
  ],
  "organisations.$key.questionnaires.$questionnaire.versions.$number.compare": [
    { shows: "a first version", as: manager, path: at("/inclusion-toolkit/versions/1/compare") },
  ],
};
