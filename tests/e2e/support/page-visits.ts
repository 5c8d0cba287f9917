import type { Questionnaire } from "../world/plan";
import { CHASING_VISITS } from "./chasing-visits";
import { CONFIRMATION_VISITS } from "./confirmation-visits";
import { MATCHING_VISITS } from "./matching-visits";
import { ROUND_VISITS } from "./round-visits";
import { open, type PageVisit } from "./page-visit";
import { PEOPLE_VISITS } from "./people-visits";
import { RECORD_VISITS } from "./record-visits";
import { SIGN_IN_VISITS } from "./sign-in-visits";
import { QUESTIONNAIRE_VISITS } from "./questionnaire-visits";
import { SUPPORT_VISITS } from "./support-visits";
import { VISIT_VISITS } from "./visit-visits";
import { demoPerson, demoReview, planAction, team, waiting } from "./world";

const head = () => team("pages").people.head;
const begun = () => team("begun").people.head;
const TOOLKIT: Questionnaire = "inclusion-toolkit";
const STANDARDS: Questionnaire = "mainstream-core-standards";
const ASTHMA: Questionnaire = "asthma-friendly";

const pagesAt = (questionnaire: Questionnaire, rest = "") => {
  return () => `${team("pages").reviews[questionnaire].path}${rest}`;
};
const begunAt = (questionnaire: Questionnaire, rest = "") => {
  return () => `${team("begun").reviews[questionnaire].path}${rest}`;
};

const waitingReturn = () => `/organisations/kent/returns/${demoReview("118693", TOOLKIT).id}`;

/** Every page, by its file in app/routes. A page with several faces is looked at in each. */
export const VISITS: Record<string, readonly PageVisit[]> = {
  ...SIGN_IN_VISITS,
  ...PEOPLE_VISITS,
  ...MATCHING_VISITS,
  ...ROUND_VISITS,
  ...CHASING_VISITS,
  ...QUESTIONNAIRE_VISITS,
  ...SUPPORT_VISITS,
  ...VISIT_VISITS,
  ...RECORD_VISITS,
  $: [{ ...open("an unknown address", "/nowhere"), status: 404 }],
  _index: [
    open("the front page", "/"),
    { shows: "the places of someone with two", as: () => waiting().health, path: () => "/" },
  ],
  accessibility: [open("what works for whom", "/accessibility")],
  help: [open("help", "/help")],
  ...CONFIRMATION_VISITS,
  "organisations.$key.returns.$id._index": [
    {
      shows: "a return",
      as: () => demoPerson("officer"),
      path: () => `/organisations/kent/returns/${demoReview("118698", TOOLKIT).id}`,
    },
    { shows: "a return to reply to", as: () => demoPerson("officer"), path: () => waitingReturn() },
    {
      shows: "a question being asked",
      as: () => demoPerson("officer"),
      path: () => `${waitingReturn()}?ask=A1`,
    },
  ],
  "organisations.$key.to-read": [
    {
      shows: "what is to read",
      as: () => demoPerson("officer"),
      path: () => "/organisations/kent/to-read",
    },
    {
      shows: "a filter that leaves nothing",
      as: () => demoPerson("officer"),
      path: () => "/organisations/kent/to-read?district=Nowhere",
    },
  ],
  "schools.$urn.self-reviews.$id.replies": [
    { shows: "questions and replies before any", as: head, path: pagesAt(TOOLKIT, "/replies") },
    {
      shows: "an answered question and a reply",
      as: () => demoPerson("head2"),
      path: () => `${demoReview("141766", ASTHMA).path}/replies`,
    },
  ],
  "organisations.$key.work": [
    {
      shows: "work to look at",
      as: () => demoPerson("manager"),
      path: () => "/organisations/kent/work",
    },
  ],
  privacy: [open("privacy", "/privacy"), open("privacy after an erasure", "/privacy?erased=1")],
  verify: [open("checking a PDF", "/verify")],
  "who-can-see": [open("who sees what", "/who-can-see")],
  "schools.$urn._index": [
    { shows: "the school's home", as: begun, path: () => `/schools/${team("begun").urn}` },
    { shows: "home with signed copies", as: head, path: () => `/schools/${team("pages").urn}` },
    {
      shows: "home of a governor",
      as: () => team("pages").people.governor,
      path: () => `/schools/${team("pages").urn}`,
    },
  ],
  "schools.$urn.private": [
    { shows: "a private start", as: begun, path: () => `/schools/${team("begun").urn}/private` },
  ],
  "schools.$urn.actions._index": [
    { shows: "the plan", as: head, path: () => `/schools/${team("pages").urn}/actions` },
  ],
  "schools.$urn.actions.new": [
    { shows: "a new action", as: head, path: () => `/schools/${team("pages").urn}/actions/new` },
  ],
  "schools.$urn.actions.review": [
    {
      shows: "the review of the plan",
      as: head,
      path: () => `/schools/${team("pages").urn}/actions/review`,
    },
  ],
  "schools.$urn.actions.carry": [
    {
      shows: "actions to carry on",
      as: head,
      path: () => `/schools/${team("pages").urn}/actions/carry`,
    },
  ],
  "schools.$urn.actions.$action": [
    {
      shows: "an action",
      as: head,
      path: () => `/schools/${team("pages").urn}/actions/${planAction()}`,
    },
  ],
  "schools.$urn.self-reviews.$id._index": [
    { shows: "the task list", as: begun, path: begunAt(TOOLKIT) },
    { shows: "the task list when ready", as: head, path: pagesAt(TOOLKIT) },
    { shows: "asthma on one page", as: begun, path: begunAt(ASTHMA) },
    { shows: "asthma when signed", as: head, path: pagesAt(ASTHMA) },
  ],
  "schools.$urn.self-reviews.$id.start": [
    { shows: "which parts apply", as: begun, path: begunAt(STANDARDS, "/start") },
  ],
  "schools.$urn.self-reviews.$id.sections.$section._index": [
    { shows: "a section not begun", as: begun, path: begunAt(TOOLKIT, "/sections/A") },
    { shows: "a section done", as: begun, path: begunAt(TOOLKIT, "/sections/C") },
    { shows: "a locked section", as: head, path: pagesAt(TOOLKIT, "/sections/C") },
  ],
  "schools.$urn.self-reviews.$id.sections.$section.levels": [
    { shows: "levels not begun", as: begun, path: begunAt(TOOLKIT, "/sections/B/levels") },
    { shows: "levels with words", as: begun, path: begunAt(TOOLKIT, "/sections/D/levels") },
  ],
  "schools.$urn.self-reviews.$id.answers.$key.versions": [
    { shows: "earlier versions", as: begun, path: begunAt(TOOLKIT, "/answers/C1/versions") },
  ],
  "schools.$urn.self-reviews.$id.assign": [
    { shows: "who does what", as: begun, path: begunAt(TOOLKIT, "/assign") },
  ],
  "schools.$urn.self-reviews.$id.bring": [
    { shows: "nothing to bring", as: begun, path: begunAt(TOOLKIT, "/bring") },
  ],
  "schools.$urn.self-reviews.$id.confirm": [
    { shows: "nothing to read again", as: begun, path: begunAt(TOOLKIT, "/confirm") },
  ],
  "schools.$urn.self-reviews.$id.duties": [
    { shows: "legal duties", as: begun, path: begunAt(TOOLKIT, "/duties") },
  ],
  "schools.$urn.self-reviews.$id.check": [
    { shows: "what is left", as: begun, path: begunAt(TOOLKIT, "/check") },
    { shows: "locked answers", as: head, path: pagesAt(TOOLKIT, "/check") },
  ],
  "schools.$urn.self-reviews.$id.sign": [
    { shows: "signing", as: head, path: pagesAt(TOOLKIT, "/sign") },
  ],
  "schools.$urn.self-reviews.$id.governor": [
    {
      shows: "the governor's part",
      as: () => team("pages").people.governor,
      path: pagesAt(STANDARDS, "/governor"),
    },
    { shows: "noting the minute", as: head, path: pagesAt(STANDARDS, "/governor") },
  ],
  "schools.$urn.self-reviews.$id.signed.$number._index": [
    { shows: "a signed copy", as: head, path: pagesAt(ASTHMA, "/signed/1") },
    { shows: "one signature awaited", as: head, path: pagesAt(STANDARDS, "/signed/1") },
  ],
  "schools.$urn.self-reviews.$id.signed.$number.read": [
    { shows: "the signed answers", as: head, path: pagesAt(ASTHMA, "/signed/1/read") },
    {
      shows: "a signed Toolkit with its changes",
      as: () => demoPerson("head2"),
      path: () => `${demoReview("141766", ASTHMA).path}/signed/1/read`,
    },
  ],
  "schools.$urn.self-reviews.$id.over-time": [
    { shows: "one copy signed so far", as: head, path: pagesAt(ASTHMA, "/over-time") },
    {
      shows: "asthma over time",
      as: () => demoPerson("head2"),
      path: () => `${demoReview("141766", ASTHMA).path}/over-time`,
    },
    { shows: "nothing signed over time", as: begun, path: begunAt(TOOLKIT, "/over-time") },
  ],
  "schools.$urn.self-reviews.$id.recall": [
    { shows: "calling back", as: head, path: pagesAt(ASTHMA, "/recall") },
  ],
  "schools.$urn.self-reviews.$id.remove-details": [
    { shows: "removing a name", as: head, path: pagesAt(ASTHMA, "/remove-details?copy=1") },
    {
      shows: "removing from one answer",
      as: begun,
      path: begunAt(TOOLKIT, "/remove-details?answer=C1"),
    },
  ],
  "schools.$urn.remove-details": [
    {
      shows: "removing from everything",
      as: head,
      path: () => `/schools/${team("pages").urn}/remove-details`,
    },
  ],
  "schools.$urn.self-reviews.$id.amend": [
    { shows: "opening for changes", as: head, path: pagesAt(ASTHMA, "/amend") },
  ],
};
