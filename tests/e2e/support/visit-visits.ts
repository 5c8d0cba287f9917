import type { PageVisit } from "./page-visit";
import { team, visits } from "./world";

const head = () => team("read").people.head;
const lead = () => visits().lead;
const at =
  (name: "proposed" | "accepted" | "dated" | "planned", page = "") =>
  () =>
    `/visits/${visits().ids[name]}${page}`;

/** Pages of peer moderation visits, by their files in app/routes. */
export const VISIT_VISITS: Record<string, readonly PageVisit[]> = {
  "visits._index": [
    { shows: "a reviewer's visits", as: lead, path: () => "/visits" },
    { shows: "nobody's visits", as: head, path: () => "/visits" },
  ],
  "schools.$urn.visits": [
    { shows: "a school's visits", as: head, path: () => `/schools/${team("read").urn}/visits` },
    {
      shows: "no visit",
      as: () => team("begun").people.head,
      path: () => `/schools/${team("begun").urn}/visits`,
    },
  ],
  "visits.$visit._index": [
    { shows: "the invitation of a reviewer", as: lead, path: at("proposed") },
    { shows: "the invitation of a host", as: head, path: at("proposed") },
    { shows: "days to take", as: head, path: at("accepted") },
    { shows: "days to put forward", as: lead, path: at("accepted") },
    { shows: "a planned visit", as: lead, path: at("planned") },
    {
      shows: "a visit as governors see it",
      as: () => team("read").people.governor,
      path: at("planned"),
    },
  ],
  "visits.$visit.plan": [
    { shows: "a plan to write", as: head, path: at("dated", "/plan") },
    { shows: "a plan to read", as: lead, path: at("planned", "/plan") },
  ],
  "visits.$visit.self-review._index": [
    { shows: "when it opens", as: lead, path: at("dated", "/self-review") },
    { shows: "the self-review under visit", as: lead, path: at("planned", "/self-review") },
  ],
  "visits.$visit.notes._index": [
    { shows: "the day by its lines", as: lead, path: at("planned", "/notes") },
    { shows: "notes that are not open yet", as: lead, path: at("dated", "/notes") },
  ],
  "visits.$visit.file": [
    { shows: "no notes to file", as: lead, path: at("planned", "/file") },
    { shows: "filing that is not open yet", as: lead, path: at("dated", "/file") },
  ],
};
