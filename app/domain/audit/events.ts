import { ACTION_STATE_WORDS, CHECK_IN_WORDS } from "~/domain/action/action-words";
import { RESPONSE_EVENTS, type ResponseEvent } from "~/domain/response/events";
import { VISIT_EVENTS } from "~/domain/visit/events";
import { DaySchema } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import type { AuditKind } from "./kinds";
import { VISIT_WORDS } from "./visit-words";

/** What an entry carries beside who, when and what: ids, hashes, codes and counts. */
export type EventData = Readonly<Record<string, unknown>>;

/** Gives a person's name for their id; null where they are not known here. */
export type NameOf = (userId: string) => string | null;

export type EventWords = {
  kind: AuditKind;
  /** Whether a manager reads it in their organisation's record: acts in rounds and roles (design.md section 3). */
  forManagers: boolean;
  /** After a name: "signed the self-review". Of `data` it says codes and counts, never what was written. */
  says: (data: EventData, nameOf: NameOf) => string;
};

type Says = EventWords["says"] | string;
const saying = (says: Says) => (typeof says === "string" ? () => says : says);

const ofSchool = (kind: AuditKind, says: Says): EventWords => ({
  kind,
  forManagers: false,
  says: saying(says),
});
const ofBoth = (kind: AuditKind, says: Says): EventWords => ({
  kind,
  forManagers: true,
  says: saying(says),
});

/** A word or a number from an entry's data; empty for anything else. */
function word(data: EventData, key: string): string {
  const value = data[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function savedWords(data: EventData): string {
  const [first = "", second = ""] = word(data, "key").split(":");
  if (first === "section") return `saved the summary of section ${second}`;
  return first === "field" ? "saved a number or a name" : `saved statement ${first}`;
}

function assignedWords(data: EventData, nameOf: NameOf): string {
  const section = `section ${word(data, "section")}`;
  const userId = word(data, "userId");
  if (userId === "") return `left ${section} with nobody`;
  return `gave ${section} to ${nameOf(userId) ?? "a colleague"}`;
}

const SETTINGS: Record<string, string> = {
  name: "name",
  shortName: "short name",
  contactName: "contact",
  contactEmail: "contact’s address",
  telephone: "telephone",
  contactOnSignIn: "contact on the sign-in page",
  headDeclaration: "headteacher’s declaration",
  governorDeclaration: "governor’s declaration",
  trainingThreshold: "share of staff trained",
  trainingGate: "what the share does",
  replyDays: "days for a reply",
  ringAtMost: "schools to ring on a day",
};
/** Which fields, never what stands in them. */
function fieldWords(data: EventData): string {
  return word(data, "fields")
    .split(" ")
    .map((field) => SETTINGS[field] ?? field)
    .join(", ");
}

/** Never what was removed; of a signed copy or record that it was made again. */
function removedWords(data: EventData): string {
  if (word(data, "scope") === "visit") return "removed personal details from a visit";
  const [copies, records] = [Number(word(data, "copies")), Number(word(data, "records"))];
  const again = [
    ...(copies === 0 ? [] : [copies === 1 ? "1 signed copy" : `${copies} signed copies`]),
    ...(records === 0
      ? []
      : [records === 1 ? "1 record of a visit" : `${records} records of visits`]),
  ];
  if (again.length === 0) return "removed personal details";
  const was = copies + records === 1 ? "was" : "were";
  return `removed personal details; ${again.join(" and ")} ${was} made again`;
}

function untilWords(data: EventData): string {
  const until = DaySchema.safeParse(data["until"]);
  return until.success ? `until ${formatDate(until.data)}` : "";
}

const ACTION_STATES: Record<string, string> = ACTION_STATE_WORDS;
const movedWords = (data: EventData) => {
  const state = word(data, "state");
  return `moved an action to “${ACTION_STATES[state] ?? state}”`;
};

const CHECK_IN_ANSWERS: Record<string, string> = CHECK_IN_WORDS;
const reviewedWords = (data: EventData) => {
  const answer = word(data, "answer");
  return `answered “${CHECK_IN_ANSWERS[answer] ?? answer}” for an action in the review of a term`;
};

/** The statement a question is on, never what it says. */
function aboutWords(data: EventData): string {
  const key = word(data, "key");
  return key === "" ? "the return" : `statement ${key}`;
}

const versionWords = (before: string) => (data: EventData) =>
  `${before} version ${word(data, "number")}`;

const RESPONSE_WORDS: Record<ResponseEvent, string> = {
  firstSave: "wrote the first answer",
  markReady: "marked the self-review ready to sign",
  takeBack: "took the self-review back to change answers",
  sign: "signed the self-review",
  countersign: "signed as governor",
  noteMinute: "noted the governors’ minute",
  decline: "did not sign as governor, and gave a reason",
  recall: "called the signed copy back",
  reply: "sent a reply",
  amend: "opened the signed self-review to amend it",
  close: "closed the self-review",
  reopen: "opened the self-review again",
  withdraw: "withdrew the school from the round",
};

const OF_ACCOUNTS = {
  "account.signed-in": "signed in",
  "account.sign-in-failed": "did not get in: the address or the password was not right",
  "account.first-factor-given": "gave the first of two proofs",
  "account.second-factor-failed": "gave a code that was not right",
  "account.second-factor-added": "set up an authenticator app",
  "account.second-factor-removed": "removed the authenticator app",
  "account.second-factor-reset": "reset a colleague’s authenticator app",
  "account.recovery-code-used": "used a recovery code",
  "account.recovery-codes-renewed": "made new recovery codes",
  "account.password-changed": "changed the password",
  "account.password-reset-asked": "asked for a link to set a new password",
  "account.password-reset": "set a new password by a link",
  "account.name-changed": "changed their name",
  "account.email-change-asked": "asked for another e-mail address",
  "account.email-change-stopped": "stopped a change of e-mail address",
  "account.email-changed": "changed the e-mail address",
  "account.email-change-undone": "put the earlier e-mail address back by a link",
  "account.identity-connected": "connected another way to sign in",
  "account.identity-disconnected": "disconnected another way to sign in",
  "account.proved-again": "showed again who they are, by single sign-on",
  "account.signed-out": "signed out",
  "account.session-ended": "ended a session",
  "account.signed-out-everywhere": "signed out everywhere",
  "account.data-given": "took a copy of what is held about a person",
  "account.erased": "erased an account",
};

const addedWords = (data: EventData) => {
  const schools = word(data, "schools");
  return schools === "1" ? "added 1 school to a round" : `added ${schools} schools to a round`;
};
const termWords = (data: EventData) => `changed the terms of ${word(data, "year")}`;

/** Words for every event that is written anywhere; a test reads the sources and misses none. */
export const AUDIT_EVENTS: ReadonlyMap<string, EventWords> = new Map<string, EventWords>([
  ["answer.saved", ofSchool("answers", savedWords)],
  ["response.started", ofSchool("answers", "wrote the first answer")],
  ["response.applicability-confirmed", ofSchool("answers", "said which parts apply to the school")],
  [
    "response.version-moved",
    ofSchool("answers", versionWords("moved the self-review to the questionnaire’s")),
  ],
  [
    "response.version-move-undone",
    ofSchool("answers", versionWords("undid the move, and put the self-review back on")),
  ],
  ["response.private-started", ofSchool("answers", "started a private self-review")],
  ["section.assigned", ofSchool("answers", assignedWords)],
  ...RESPONSE_EVENTS.map(
    (event) => [`response.${event}`, ofBoth("signing", RESPONSE_WORDS[event])] as const,
  ),
  ["submission.opened", ofBoth("signing", "opened the signed copy for the first time")],
  ["question.asked", ofBoth("signing", (data) => `asked a question about ${aboutWords(data)}`)],
  [
    "question.answered",
    ofBoth("signing", (data) => `answered a question about ${aboutWords(data)}`),
  ],
  ["question.closed", ofBoth("signing", (data) => `closed a question about ${aboutWords(data)}`)],
  ["document.sealed", ofSchool("signing", "made and sealed the PDF of the signed copy")],
  ["action.added", ofSchool("plan", "added an action")],
  ["action.edited", ofSchool("plan", "changed the words of an action")],
  ["action.moved", ofSchool("plan", movedWords)],
  ["action.reviewed", ofSchool("plan", reviewedWords)],
  ["action.carried", ofSchool("plan", "carried an action on into a new round")],
  ["grant.given", ofBoth("people", (data) => `gave the role of ${word(data, "role")}`)],
  [
    "round.opened",
    ofBoth("rounds", (data) => `opened a round for ${word(data, "schools")} schools`),
  ],
  ["round.schools-added", ofBoth("rounds", addedWords)],
  ["round.school-extended", ofBoth("rounds", "gave the school more time in a round, and said why")],
  ["round.school-withdrawn", ofBoth("rounds", "told the school why it is no longer in a round")],
  ["round.joined", ofBoth("rounds", "joined a round for the school")],
  ["terms.changed", ofBoth("rounds", termWords)],
  [
    "round.version-offered",
    ofBoth("rounds", versionWords("offered the schools of a round the questionnaire’s")),
  ],
  [
    "round.version-offer-withdrawn",
    ofBoth("rounds", "took back the newer version that a round offered"),
  ],
  ["round.closed", ofBoth("rounds", "closed the round")],
  ["round.reopened", ofBoth("rounds", "opened the round again")],
  [
    "response.kept-as-private",
    ofSchool("answers", "kept answers that were being changed as a private self-review"),
  ],
  ["grant.changed", ofBoth("people", (data) => `changed the role of ${word(data, "role")}`)],
  ["grant.ended", ofBoth("people", (data) => `ended the role of ${word(data, "role")}`)],
  ["invitation.sent", ofBoth("people", "sent an invitation")],
  ["invitation.sent-again", ofBoth("people", "sent an invitation again")],
  ["invitation.withdrawn", ofBoth("people", "withdrew an invitation")],
  ["invitation.accepted", ofBoth("people", "accepted an invitation")],
  [
    "team.handed-over",
    ofSchool("people", (data) => `handed ${word(data, "sections")} sections over`),
  ],
  [
    "access.checked",
    ofSchool("people", (data) => `checked who has access, ${word(data, "ended")} roles ended`),
  ],
  ["claim.asked", ofSchool("people", "asked the office for a code to start")],
  ["claim.accepted", ofSchool("people", "took the school over with the office’s code")],
  ["mail.digest-wanted", ofSchool("people", "asked for the weekly mail")],
  ["mail.digest-stopped", ofSchool("people", "stopped the weekly mail")],
  ["mail.wishes-changed", ofSchool("people", "changed which mails they get")],
  [
    "organisation.settings-changed",
    ofBoth("people", (data) => `changed settings: ${fieldWords(data)}`),
  ],
  ["organisation.logo-changed", ofBoth("people", "changed the logo")],
  ["organisation.logo-removed", ofBoth("people", "removed the logo")],
  ["mail.bounce-dealt-with", ofBoth("people", "dealt with a mail that did not arrive")],
  ["retention.changed", ofBoth("people", "changed how long things are kept")],
  ["retention.started", ofBoth("people", "let deleting by the schedule begin")],
  ["retention.chosen", ofSchool("people", "chose how long the school’s own self-reviews are kept")],
  ["retention.told", ofSchool("people", "told the head and coordinator what will go in 30 days")],
  ["retention.removed", ofSchool("answers", "deleted a self-review whose time was over")],
  ["details.removed", ofBoth("answers", removedWords)],
  [
    "details.removed-again",
    ofSchool("answers", "removed personal details again, after a backup was put back"),
  ],
  ["contact.noted", ofBoth("rounds", (data) => `noted a call with the ${word(data, "with")}`)],
  ["contact.corrected", ofBoth("rounds", "corrected what they noted of a call")],
  ["contact.removed", ofBoth("rounds", "removed a call they had noted")],
  [
    "letters.sent",
    ofBoth("rounds", (data) => `wrote to ${word(data, "schools")} schools of the round`),
  ],
  ["cover.set", ofBoth("people", "said who covers districts for a while")],
  ["cover.ended", ofBoth("people", "took a cover of districts away")],
  ["grant.districts-changed", ofBoth("people", "changed the districts of an officer")],
  [
    "reminder.sent",
    ofBoth("rounds", (data) => `reminded the school of the deadline, ${word(data, "mails")} mails`),
  ],
  ["reminders.changed", ofBoth("rounds", "changed the reminders of the round")],
  ["duty.added", ofBoth("rounds", (data) => `added a duty to statement ${word(data, "key")}`)],
  ["duty.changed", ofBoth("rounds", (data) => `changed a duty of statement ${word(data, "key")}`)],
  ["duty.looked-at", ofSchool("answers", "looked again at a statement whose duty changed")],
  ["support.added", ofBoth("rounds", "added an entry of the help available")],
  ["support.changed", ofBoth("rounds", "changed an entry of the help available")],
  ["support.retired", ofBoth("rounds", "took an entry of the help available off")],
  ["support.brought-back", ofBoth("rounds", "brought an entry of the help available back")],
  [
    "support.read-in",
    ofBoth("rounds", (data) => `read ${word(data, "entries")} entries of help from a file`),
  ],
  ["confirmation.given", ofBoth("rounds", (data) => `confirmed the school ${untilWords(data)}`)],
  ["confirmation.withdrawn", ofBoth("rounds", "withdrew the school’s confirmation, with a reason")],
  ["confirmation.reminded", ofSchool("rounds", "wrote that the confirmation runs out")],
  ["confirmation.renewal-begun", ofBoth("rounds", "began the next period of a confirmed school")],
  [
    "register.imported",
    ofBoth(
      "rounds",
      (data) =>
        `brought the register of schools up to date: ${word(data, "added")} added, ${word(data, "changed")} changed, ${word(data, "closed")} closed`,
    ),
  ],
  ["register.authorities-changed", ofBoth("rounds", "changed which authorities are covered")],
  ["group.added", ofBoth("rounds", "added a group of schools")],
  ["group.changed", ofBoth("rounds", "changed a group of schools")],
  ["group.removed", ofBoth("rounds", "took a group of schools away")],
  [
    "school.taken-over",
    ofBoth("people", "took the open work and people of a school over that went before"),
  ],
  ["version.published", ofBoth("rounds", "published a version of a questionnaire")],
  ["version.drafted", ofBoth("rounds", "began a draft of a questionnaire")],
  ["version.rewritten", ofBoth("rounds", "put a file in the place of a draft of a questionnaire")],
  ["version.rules-confirmed", ofBoth("rounds", "said what becomes of answers in a new version")],
  ["version.discarded", ofBoth("rounds", "discarded a draft of a questionnaire")],
  ["version.retired", ofBoth("rounds", "retired a version of a questionnaire")],
  ["outbox.retried", ofBoth("rounds", "had parked work tried again")],
  ...VISIT_EVENTS.map((event) => [`visit.${event}`, ofBoth("visits", VISIT_WORDS[event])] as const),
  ["visit.declined", ofBoth("visits", "could not make a visit this time")],
  ["visit.steppedBack", ofBoth("visits", "had said yes to a visit and could not come")],
  ["visit.daysProposed", ofBoth("visits", "put forward days for a visit")],
  ["visit.planChanged", ofBoth("visits", "changed the plan of a visit")],
  ["visit.lapsed", ofBoth("visits", "freed a place, as a reviewer is no longer accredited")],
  ["visit.proposed", ofBoth("visits", "proposed a peer moderation visit")],
  ["visit.asked-for", ofBoth("visits", "put down that a school asks for a visit")],
  ["visit.wish-withdrawn", ofBoth("visits", "took back that a school asks for a visit")],
  ["reviewer.added", ofBoth("people", "put a reviewer into the register")],
  ["reviewer.changed", ofBoth("people", "changed an entry of the register of reviewers")],
  [
    "reviewer.assured",
    ofBoth("people", "noted that a reviewer’s identity and DBS check were seen"),
  ],
  ["reviewer.ended", ofBoth("people", "ended a reviewer’s place in the register")],
  ["reviewer.interests-added", ofBoth("people", "added a school to a reviewer’s interests")],
  ["reviewer.interests-removed", ofBoth("people", "took a school off a reviewer’s interests")],
  ["reviewer.interests-declared", ofBoth("people", "declared a reviewer’s interests as whole")],
  ...Object.entries(OF_ACCOUNTS).map(([event, says]) => [event, ofBoth("people", says)] as const),
]);

/** What an entry says, without who: "saved statement C2". */
export function eventWords(event: string, data: EventData, nameOf: NameOf): string {
  const words = AUDIT_EVENTS.get(event);
  return words?.says(data, nameOf) ?? "did something that has no words here yet";
}

/** Events of a kind, or of any; for a manager only those of rounds and roles. */
export function eventsOf(asked: { kind: AuditKind | null; forManagers: boolean }): string[] {
  return [...AUDIT_EVENTS]
    .filter(([, { kind }]) => asked.kind === null || kind === asked.kind)
    .filter(([, { forManagers }]) => forManagers || !asked.forManagers)
    .map(([event]) => event);
}
