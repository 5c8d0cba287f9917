import type { PageVisit } from "./page-visit";
import { drafts, roundOf, team, waiting } from "./world";

const manager = () => waiting().manager;
const health = () => waiting().health;
const kent = (rest: string) => () => `/organisations/kent/${rest}`;
const draft = (step: string) => () => `/organisations/kent/rounds/drafts/${drafts().whole}/${step}`;
const empty = (step: string) => () => `/organisations/kent/rounds/drafts/${drafts().empty}/${step}`;
const round =
  (rest = "") =>
  () =>
    `/organisations/kent/rounds/${roundOf("inclusion-toolkit")}${rest}`;

/** Pages of review rounds, by their files in app/routes. */
export const ROUND_VISITS: Record<string, readonly PageVisit[]> = {
  "organisations.$key.rounds._index": [
    { shows: "the rounds", as: manager, path: kent("rounds") },
    {
      shows: "a rolling round of the NHS",
      as: health,
      path: () => "/organisations/nhs-kent-medway/rounds",
    },
  ],
  "organisations.$key.rounds.drafts.$draft.$step": [
    { shows: "which questionnaire", as: manager, path: draft("questionnaire") },
    { shows: "which sections", as: manager, path: draft("sections") },
    { shows: "dates, and what speaks against them", as: manager, path: draft("dates?warned=1") },
    { shows: "which schools", as: manager, path: draft("schools") },
    { shows: "how it is signed", as: manager, path: draft("rules") },
    { shows: "the message", as: manager, path: draft("message") },
  ],
  "organisations.$key.rounds.drafts.$draft.check": [
    { shows: "all of a round", as: manager, path: draft("check") },
    { shows: "what is still to say", as: manager, path: empty("check") },
  ],
  "organisations.$key.rounds.$round._index": [
    { shows: "a round", as: manager, path: round() },
    { shows: "schools of a round by name", as: manager, path: round("?name=primary&page=2") },
    { shows: "no school found", as: manager, path: round("?name=nowhere+at+all") },
    { shows: "a round just opened", as: manager, path: round("?done=opened") },
  ],
  "organisations.$key.rounds.$round.add": [
    { shows: "no school left to add", as: manager, path: round("/add") },
  ],
  "organisations.$key.rounds.$round.reminders": [
    { shows: "reminders with each school’s next", as: manager, path: round("/reminders") },
    { shows: "reminders just turned off", as: manager, path: round("/reminders?done=off&page=2") },
  ],
  "organisations.$key.rounds.$round.schools.$urn": [
    {
      shows: "a school of a round",
      as: manager,
      path: () => round(`/schools/${team("begun").urn}`)(),
    },
  ],
  "organisations.$key.settings.terms": [
    { shows: "the terms of a year", as: manager, path: kent("settings/terms") },
    { shows: "a year to enter", as: manager, path: kent("settings/terms?year=2028-29") },
  ],
  "schools.$urn.join.$round": [
    {
      shows: "joining a scheme",
      as: () => team("inviting").people.head,
      path: () => `/schools/${team("inviting").urn}/join/${roundOf("asthma-friendly")}`,
    },
  ],
};
