import type { RecordName } from "../world/plan";
import type { PageVisit } from "./page-visit";
import { team, visits } from "./world";

const head = () => team("read").people.head;
const lead = () => visits().lead;
const second = () => visits().second;
const at = (name: RecordName, page: string) => () => `/visits/${visits().records[name]}/${page}`;
const planned = (page: string) => () => `/visits/${visits().ids.planned}/${page}`;

/** Pages of views, combining and the record of a visit, by their files in app/routes. */
export const RECORD_VISITS: Record<string, readonly PageVisit[]> = {
  "visits.$visit.views": [
    { shows: "views to give", as: lead, path: planned("views") },
    { shows: "views that are given", as: lead, path: at("combined", "views") },
  ],
  "visits.$visit.combine": [
    { shows: "that views are given first", as: lead, path: planned("combine") },
    { shows: "both views and the points to say", as: lead, path: at("combined", "combine") },
    { shows: "what the record drafted itself from", as: lead, path: at("drafted", "combine") },
  ],
  "visits.$visit.record._index": [
    { shows: "no record yet", as: head, path: at("drafted", "record"), status: 403 },
    { shows: "a record to write", as: lead, path: at("drafted", "record") },
    { shows: "a record to answer", as: head, path: at("answered", "record") },
    { shows: "a record to sign", as: second, path: at("agreed", "record") },
    { shows: "a record with both views", as: head, path: at("closed", "record") },
  ],
  "visits.$visit.record.both-views": [
    { shows: "the reviewers' view to write", as: lead, path: at("agreed", "record/both-views") },
  ],
  "visits.$visit.remove-details": [
    { shows: "removing a name from a visit", as: head, path: at("closed", "remove-details") },
    { shows: "who removes it", as: lead, path: at("closed", "remove-details"), status: 403 },
  ],
  "visits.$visit.follow-up": [
    { shows: "how the visit was, to say", as: head, path: at("closed", "follow-up") },
    { shows: "that nothing is written yet", as: lead, path: at("closed", "follow-up") },
  ],
};
