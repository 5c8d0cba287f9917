import { eventWords, type EventData } from "~/domain/audit/events";
import { londonDate } from "~/domain/calendar/format";
import { roleName } from "~/domain/people/role-names";
import {
  tellsAct,
  MAIL_OF_OTHERS,
  WORKED_IN_SCHOOL,
  type DataSection,
} from "~/domain/personal-data/subject-access";
import { can } from "~/domain/policy/can";
import { z } from "~/domain/zod";
import type { App } from "~/platform/app.server";
import { responseFacts } from "~/services/answering/load-response.server";
import {
  countMentions,
  listActsAbout,
  listActsOf,
  listInterestsOf,
  listInvitationsBy,
  listInvitationsTo,
  listMailsTo,
  listRegisterOf,
  listSavesOf,
  listSectionsOf,
  listSignaturesOf,
} from "~db/queries/subject-access";
import type { Exporting } from "./exporting";

/** What reached a person, what they did, wrote and signed. */
export async function workSections(app: App, who: Exporting): Promise<DataSection[]> {
  const { way } = who;
  return [
    await mailsSection(app, who),
    ...(await invitationSections(app, who)),
    await signaturesSection(app, who),
    ...(way === "own" ? [await answersSection(app, who), await sectionsSection(app, who)] : []),
    await actsSection(app, who),
    await aboutSection(app, who),
    ...(await reviewerSections(app, who)),
    await mentionsSection(app, who),
  ];
}

async function mailsSection(app: App, who: Exporting): Promise<DataSection> {
  const mails = await listMailsTo(app.db.read, who);
  return {
    key: "mails",
    title: "Mails sent to you",
    note: "What a mail said is forgotten as soon as it has left.",
    columns: [
      ["about", "What kind"],
      ["place", "About"],
      ["to", "To"],
      ["asked", "Asked for"],
      ["settled", "Settled"],
      ["state", "What became of it"],
    ],
    rows: mails.map(({ template, state, queuedAt, settledAt, ...mail }) => ({
      about: tellsAct(mail, who) ? template.replaceAll("-", " ") : MAIL_OF_OTHERS,
      place: mail.schoolName ?? mail.organisationName,
      to: mail.email,
      asked: queuedAt,
      settled: settledAt,
      state,
    })),
  };
}

const INVITATION_COLUMNS = [
  ["role", "Role"],
  ["place", "Where"],
  ["from", "From"],
  ["to", "To"],
  ["sentAt", "Sent"],
  ["acceptedAt", "Accepted"],
  ["withdrawnAt", "Taken back"],
] as const;

async function invitationSections(app: App, who: Exporting): Promise<DataSection[]> {
  const { userId } = who;
  const received = await listInvitationsTo(app.db.read, who);
  const sent = await listInvitationsBy(app.db.read, userId);
  const rowOf = ({ role, schoolName, organisationName, ...rest }: (typeof sent)[number]) => ({
    role: roleName({ role }),
    place: schoolName ?? organisationName,
    from: rest.from,
    to: rest.to,
    sentAt: rest.sentAt,
    acceptedAt: rest.acceptedAt,
    withdrawnAt: rest.withdrawnAt,
  });
  return [
    {
      key: "invitations-to-you",
      title: "Invitations to you",
      columns: [["name", "Name"], ["email", "Address"], ...INVITATION_COLUMNS],
      rows: received.map((one) => ({ name: one.name, email: one.email, ...rowOf(one) })),
    },
    {
      key: "invitations-by-you",
      title: "Invitations you sent",
      note: "Whom you asked is their data, so it is not here.",
      columns: INVITATION_COLUMNS,
      rows: sent.map(rowOf),
    },
  ];
}

/** Of a private self-review not even a manager who hands the copy over learns that it exists. */
async function signaturesSection(app: App, who: Exporting): Promise<DataSection> {
  const signatures = await listSignaturesOf(app.db.read, who.userId);
  const told = signatures.filter(
    ({ roundOrganisationId }) => who.way === "own" || roundOrganisationId === who.organisationId,
  );
  return {
    key: "signatures",
    title: "What you signed",
    note: "Signed copies are kept with the name of whoever signed.",
    columns: [
      ["signedAt", "When"],
      ["name", "Name"],
      ["title", "As"],
      ["kind", "What"],
      ["school", "School"],
      ["reference", "Reference"],
      ["declaration", "What you declared"],
      ["reason", "Reason you gave"],
      ["sha256", "Hash of what was signed"],
    ],
    rows: told.map(({ schoolName, signedAt, name, title, kind, ...rest }) => ({
      signedAt,
      name,
      title,
      kind,
      school: schoolName,
      reference: rest.reference,
      declaration: rest.declaration,
      reason: rest.reason,
      sha256: rest.sha256,
    })),
  };
}

async function answersSection(app: App, { userId, person }: Exporting): Promise<DataSection> {
  const saves = await listSavesOf(app.db.read, userId);
  const today = londonDate(app.clock.now());
  const readable = new Map<string, boolean>();
  for (const row of saves) {
    if (readable.has(row.responseId)) continue;
    const facts = await responseFacts(app, person, { row, today });
    readable.set(row.responseId, can(person, "response.view-history", facts).allowed);
  }
  return {
    key: "answers",
    title: "Answers you wrote",
    note: "Each save is here. The words are left out where you may no longer read them: they are the school’s.",
    columns: [
      ["savedAt", "When"],
      ["school", "School"],
      ["selfReview", "Self-review"],
      ["key", "Where"],
      ["level", "Level"],
      ["commentary", "How do you know?"],
      ["whereSeen", "Where seen"],
      ["duty", "Duty"],
      ["dutyNote", "Note on the duty"],
      ["value", "Number or name"],
      ["helpWanted", "Help wanted"],
    ],
    rows: saves.map((save) => saveRow(save, readable.get(save.responseId) === true)),
  };
}

function saveRow(save: Awaited<ReturnType<typeof listSavesOf>>[number], mayRead: boolean) {
  const act = {
    savedAt: save.savedAt,
    school: save.schoolName,
    selfReview: `${save.questionnaireTitle}, ${save.roundTitle ?? "private"}`,
    key: save.key,
  };
  if (!mayRead) return act;
  const { level, commentary, whereSeen, duty, dutyNote, value, helpWanted } = save;
  return { ...act, level, commentary, whereSeen, duty, dutyNote, value, helpWanted };
}

async function sectionsSection(app: App, { userId }: Exporting): Promise<DataSection> {
  const sections = await listSectionsOf(app.db.read, userId);
  return {
    key: "sections",
    title: "Sections you look after",
    columns: [
      ["section", "Section"],
      ["school", "School"],
      ["at", "Since"],
    ],
    rows: sections.map(({ section, schoolName, at }) => ({ section, school: schoolName, at })),
  };
}

const ACT_COLUMNS = [
  ["at", "When"],
  ["what", "What"],
  ["place", "Where"],
] as const;

const DataSchema = z.record(z.string(), z.unknown());
/** Other people are colleagues here, never names. */
const nobody = () => null;

type Entry = Awaited<ReturnType<typeof listActsOf>>[number];

function actRow(entry: Entry, { way, organisationId, by }: Exporting & { by: string }) {
  const data: EventData = DataSchema.parse(JSON.parse(entry.data));
  const isTold = tellsAct(entry, { way, organisationId });
  const words = isTold ? eventWords(entry.event, data, nobody) : WORKED_IN_SCHOOL;
  const place = entry.schoolName ?? entry.organisationName;
  return { at: entry.at, what: `${by} ${words}`, place };
}

async function actsSection(app: App, who: Exporting): Promise<DataSection> {
  const entries = await listActsOf(app.db.read, who.userId);
  return {
    key: "acts",
    title: "What you did",
    note: "The record of who did what is never deleted; it holds a number for you, not your name.",
    columns: ACT_COLUMNS,
    rows: entries.map((entry) => actRow(entry, { ...who, by: "You" })),
  };
}

async function aboutSection(app: App, who: Exporting): Promise<DataSection> {
  const entries = await listActsAbout(app.db.read, who.userId);
  return {
    key: "acts-about-you",
    title: "What was done about you",
    note: "By a colleague, by the service, or by somebody who was not signed in.",
    columns: ACT_COLUMNS,
    rows: entries.map((entry) => actRow(entry, { ...who, by: "Somebody" })),
  };
}

/** What another organisation keeps of its reviewers is asked of that one. */
async function reviewerSections(
  app: App,
  { userId, way, organisationId }: Exporting,
): Promise<DataSection[]> {
  const asked = { userId, organisationId: way === "own" ? null : organisationId };
  const register = await listRegisterOf(app.db.read, asked);
  const interests = await listInterestsOf(app.db.read, asked);
  return [
    {
      key: "reviewer",
      title: "What a register of reviewers says of you",
      columns: [
        ["organisationName", "Organisation"],
        ["post", "Post"],
        ["homeSchoolName", "Your school"],
        ["homeAuthority", "Authority"],
        ["trustName", "Trust"],
        ["phases", "Phases"],
        ["districts", "Districts"],
        ["accreditedUntil", "Accredited until"],
        ["visitsOffered", "Visits a year"],
        ["mayLead", "May lead"],
        ["assuredOn", "Checks seen on"],
      ],
      rows: register,
    },
    {
      key: "interests",
      title: "Schools you should not visit",
      columns: [
        ["schoolName", "School"],
        ["declaredOn", "Said on"],
      ],
      rows: interests,
    },
  ];
}

async function mentionsSection(app: App, { userId }: Exporting): Promise<DataSection> {
  return {
    key: "mentions",
    title: "Where your number stands",
    note: "In how many records of each kind your account is named, so that you can see that nothing is left out.",
    columns: [
      ["table", "Kind of record"],
      ["column", "As"],
      ["rows", "How many"],
    ],
    rows: await countMentions(app.db.read, userId),
  };
}
