import { londonDate } from "~/domain/calendar/format";
import { mainContact } from "~/domain/organisation/contact";
import { roleName } from "~/domain/people/role-names";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import {
  viewMailPreferences,
  type MailPreferencesView,
} from "~/services/mail/mail-preferences.server";
import { questionnaireChoices } from "~/services/people/school-of-team.server";
import { listSchoolsGrants } from "~db/queries/grants";
import {
  listContacts,
  listContactsOfSchools,
  listOwnGrants,
  type OwnGrantRow,
} from "~db/queries/own-account";
import { listIdentities } from "~db/queries/identities";
import { hasAuthenticator } from "~db/queries/second-factors";
import { waitingEmail, type WaitingEmailView } from "./change-email.server";
import { waysToProve } from "./prove-again.server";
import { listSessions, type SessionView } from "./sessions.server";

/** Somebody who can change a role. `email` null: they are at the same school, and are asked there. */
export type AskView = { name: string; email: string | null };

/** A role of the actor's own: what it is called, where, from when to when, and whom to ask for another. */
export type OwnRoleView = {
  id: string;
  words: string;
  place: { name: string; path: string };
  from: string;
  to: string | null;
  coming: boolean;
  /** Title of the one questionnaire it covers; null: all. */
  questionnaire: string | null;
  ask: AskView[];
};

/** `viewAccount`: the person's own account in a page. */
export type AccountView = {
  name: string;
  email: string;
  waitingEmail: WaitingEmailView | null;
  hasPassword: boolean;
  hasAuthenticator: boolean;
  /** Names of providers whose accounts open this one; null: none can be connected here. */
  providers: string[] | null;
  mail: MailPreferencesView;
  roles: OwnRoleView[];
  sessions: SessionView[];
};

/** The actor's account; `sessionId` is the stored hash of the session that asks. */
export async function viewAccount(
  app: App,
  actor: Actor,
  { sessionId }: { sessionId: string },
): Promise<AccountView> {
  const [waiting, ways, held, providers, mail, roles, sessions] = await Promise.all([
    waitingEmail(app, actor),
    waysToProve(app, actor),
    hasAuthenticator(app.db.read, actor.userId),
    connectedProviders(app, actor),
    viewMailPreferences(app, actor),
    ownRoles(app, actor),
    listSessions(app, actor, sessionId),
  ]);
  return {
    name: actor.name,
    email: actor.email,
    waitingEmail: waiting,
    hasPassword: ways.password,
    hasAuthenticator: held,
    providers,
    mail,
    roles,
    sessions,
  };
}

async function connectedProviders(app: App, { userId }: Actor): Promise<string[] | null> {
  const { oidc } = app.config;
  const rows = await listIdentities(app.db.read, userId);
  if (oidc.length === 0 && rows.length === 0) return null;
  return rows.map(({ provider }) => oidc.find(({ key }) => key === provider)?.name ?? provider);
}

async function ownRoles(app: App, actor: Actor): Promise<OwnRoleView[]> {
  const today = londonDate(app.clock.now());
  const { read } = app.db;
  const rows = await listOwnGrants(read, { userId: actor.userId, today });
  const schoolIds = idsOf(rows.map(({ schoolId }) => schoolId));
  const organisationIds = idsOf(rows.map(({ organisationId }) => organisationId));
  const [heads, covering, contacts] = await Promise.all([
    listSchoolsGrants(read, { schoolIds, role: "head", today }),
    listContactsOfSchools(read, { schoolIds }),
    listContacts(read, { organisationIds }),
  ]);
  const owners = [...organisationIds, ...covering.map((one) => one.organisationId)];
  const choices = await questionnaireChoices(app, [...new Set(owners)]);
  const known = { heads, covering, contacts };
  return rows.map((row) => ({
    id: row.grantId,
    words: wordsOf(row),
    place: placeOf(row),
    from: row.from,
    to: row.to,
    coming: today < row.from,
    questionnaire:
      choices.find(({ value }) => value === row.questionnaireKey)?.label ?? row.questionnaireKey,
    ask: asksOf(row, { ...known, userId: actor.userId, today }),
  }));
}

const idsOf = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

function wordsOf({ role, signingTitle, organisationKind: kind }: OwnGrantRow): string {
  return roleName({ role, signingTitle, ...(kind === null ? {} : { kind }) });
}

function placeOf(row: OwnGrantRow): OwnRoleView["place"] {
  const { role, schoolName, urn, organisationName, key } = row;
  if (schoolName !== null) return { name: schoolName, path: `/schools/${urn ?? ""}` };
  // An organisation's own pages are not for its reviewers: their place is the list of their visits.
  const path = role === "reviewer" ? "/visits" : `/organisations/${key ?? ""}`;
  return { name: organisationName ?? "", path };
}

type Known = {
  userId: string;
  today: string;
  heads: Awaited<ReturnType<typeof listSchoolsGrants>>;
  covering: Awaited<ReturnType<typeof listContactsOfSchools>>;
  contacts: Awaited<ReturnType<typeof listContacts>>;
};

/** A school's headteacher; for a head, or where there is none, the council; in an organisation its contact. */
function asksOf({ schoolId, organisationId }: OwnGrantRow, known: Known): AskView[] {
  if (organisationId !== null) {
    return asContacts(known.contacts.find((one) => one.organisationId === organisationId));
  }
  const heads = known.heads.filter((one) => one.schoolId === schoolId && one.from <= known.today);
  const isHead = heads.some((one) => one.userId === known.userId);
  if (heads.length > 0 && !isHead) return heads.map(({ name }) => ({ name, email: null }));
  return asContacts(mainContact(known.covering.filter((one) => one.schoolId === schoolId)));
}

function asContacts(contact: { contactName: string; contactEmail: string } | undefined): AskView[] {
  return contact === undefined ? [] : [{ name: contact.contactName, email: contact.contactEmail }];
}
