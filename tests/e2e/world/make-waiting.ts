import path from "node:path";
import { createCookie } from "@remix-run/node";
import { Secret, TOTP } from "otpauth";
import { hashSessionId } from "~/auth/session-id.server";
import { newToken } from "~/auth/single-use-token.server";
import { createCatchingMailer } from "~/platform/catching-mailer.server";
import type { App } from "~/platform/app.server";
import {
  confirmEnrolment,
  startEnrolment,
  viewEnrolment,
} from "~/services/account/enrol-authenticator.server";
import { prepareImport } from "~/services/register/prepare-import.server";
import { hashSecret, newSecret } from "~/services/mail/link-secret.server";
import { listCaughtMails } from "~db/queries/caught-mails";
import { listPlaceGrants } from "~db/queries/grants";
import { insertHalfSession } from "~db/queries/half-sessions";
import { insertInvitation } from "~db/queries/invitations";
import { addUnsubscribeToken } from "~db/queries/mail-preferences";
import { findOrganisationByKey } from "~db/queries/organisations";
import { insertPasswordReset } from "~db/queries/password-resets";
import { insertGrant } from "~db/queries/people";
import { listGroups } from "~db/queries/school-groups";
import { findSchoolByUrn } from "~db/queries/schools";
import { actorOf, makePerson, openSession } from "./make-person";
import type { HalfwayName, HeldRole, InvitedName, Person, Team, Waiting } from "./plan";

const HOUR = 3600_000;
type Making = { team: Team; passwordHash: string };

/**
 * What waits for people of one school: links in their mail, invitations, a second step of signing in. The coordinator
 * has an authenticator app, the contributor is setting one up, and nobody else has one.
 */
export async function makeWaiting(
  app: App,
  { team, passwordHash }: Making,
): Promise<{ waiting: Waiting; coordinator: Person }> {
  const { head, coordinator, contributor, governor } = team.people;
  const { userId: headId } = await actorOf(app, head.email);
  const { userId: coordinatorId } = await actorOf(app, coordinator.email);
  const { userId: contributorId } = await actorOf(app, contributor.email);
  const { userId: governorId } = await actorOf(app, governor.email);
  await giveAuthenticator(app, coordinatorId);
  await startEnrolment(app, contributorId);
  const halfway: Record<HalfwayName, Person> = {
    code: await enterHalfway(app, { person: coordinator, userId: coordinatorId, proven: false }),
    begin: await enterHalfway(app, { person: governor, userId: governorId, proven: false }),
    picture: await enterHalfway(app, { person: contributor, userId: contributorId, proven: false }),
    done: await enterHalfway(app, { person: governor, userId: governorId, proven: true }),
  };
  const invitations: Record<InvitedName, string> = {
    stranger: await invite(app, { team, email: "new.person@people.e2e.test", by: headId }),
    governor: await invite(app, { team, email: governor.email, by: headId }),
  };
  const manager = (name: string, { key, at }: { key: string; at: string }) =>
    makeManager(app, { name, key, email: `manager@${at}.e2e.test`, passwordHash });
  const waiting = {
    halfway,
    invitations,
    newPasswordLink: await keepReset(app, governorId),
    stopMailsLink: await keepStopLink(app, governorId),
    caughtMail: await catchMail(app, governor),
    held: {
      contributor: await heldRole(app, { urn: team.urn, email: contributor.email }),
      coordinator: await heldRole(app, { urn: team.urn, email: coordinator.email }),
    },
    manager: await manager("Edith Mallory", { key: "kent", at: "kent" }),
    managerGrant: "",
    ...(await makeRegister(app)),
    health: await manager("Femi Adeola", { key: "nhs-kent-medway", at: "nhs" }),
  };
  waiting.managerGrant = await grantAtOrganisation(app, {
    key: "kent",
    email: waiting.manager.email,
  });
  await addOfficer(app, { key: "samphire-trust", email: waiting.health.email });
  // Setting an app up ends every session there was.
  return { waiting, coordinator: await openSession(app, coordinator.email) };
}

/** A group of Kent's schools, and the file to try, compared and waiting. */
async function makeRegister(app: App): Promise<Pick<Waiting, "group" | "import">> {
  const organisation = await findOrganisationByKey(app.db.read, "kent");
  const organisationId = organisation?.id ?? "";
  const [group] = await listGroups(app.db.read, { organisationId });
  const schools = path.resolve("db/demo/data/try-schools.csv");
  const links = path.resolve("db/demo/data/try-links.csv");
  const prepared = await prepareImport(app, { organisationId, by: null, schools, links });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
  return { group: group?.id ?? "", import: prepared.value.importId };
}

async function giveAuthenticator(app: App, userId: string): Promise<void> {
  await startEnrolment(app, userId);
  const { secret = "" } = (await viewEnrolment(app, userId)) ?? {};
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  const code = totp.generate({ timestamp: app.clock.now().getTime() });
  const within = { sessionId: "" };
  const given = await confirmEnrolment(app, { userId, code, address: "before the tests", within });
  if (!given.ok) throw new Error(`No authenticator app: ${given.problem}`);
}

type Entering = { person: Person; userId: string; proven: boolean };

/** A browser that has given the password and not yet finished the second step. */
async function enterHalfway(app: App, { person, userId, proven }: Entering): Promise<Person> {
  const secret = newSecret();
  const createdAt = app.clock.now();
  const expiresAt = new Date(createdAt.getTime() + HOUR);
  const provenAt = proven ? createdAt : null;
  const id = hashSessionId(secret);
  await app.db.transact((tx) =>
    insertHalfSession(tx, { id, userId, createdAt, expiresAt, provenAt }),
  );
  const cookie = await createCookie("second-step").serialize(secret);
  const secondStep = cookie.slice(cookie.indexOf("=") + 1).split(";", 1)[0] ?? "";
  return { email: person.email, name: person.name, session: "", secondStep };
}

type Inviting = { team: Team; email: string; by: string };

/** The secret of an invitation's link. */
async function invite(app: App, { team, email, by }: Inviting): Promise<string> {
  const { secret, hash } = newToken();
  const at = app.clock.now();
  const school = await findSchoolByUrn(app.db.read, team.urn);
  const row = {
    id: app.newId(),
    hash,
    name: "Gethin Rhys",
    email,
    emailNormal: email,
    role: "contributor",
    signingTitle: null,
    questionnaireKey: null,
    from: "2026-09-01",
    to: null,
    schoolId: school?.id ?? "",
    invitedBy: by,
    createdAt: at,
    sentAt: at,
    sends: 1,
    expiresAt: new Date(at.getTime() + 24 * HOUR),
    version: 1,
  } as const;
  await app.db.transact((tx) => insertInvitation(tx, row));
  return secret;
}

async function keepReset(app: App, userId: string): Promise<string> {
  const token = newSecret();
  const createdAt = app.clock.now();
  const expiresAt = new Date(createdAt.getTime() + HOUR);
  const id = hashSessionId(token);
  await app.db.transact((tx) => insertPasswordReset(tx, { id, userId, createdAt, expiresAt }));
  return `/sign-in/new-password?token=${token}`;
}

async function keepStopLink(app: App, userId: string): Promise<string> {
  const key = newSecret();
  const at = app.clock.now();
  const token = { hash: hashSecret(key), userId, at, forgetBefore: new Date(0) };
  await app.db.transact((tx) => addUnsubscribeToken(tx, token));
  return `/mails/stop?key=${key}`;
}

const LONG = `https://review.example/invitation/${"0123456789".repeat(6)}`;

/** A mail kept as in a demonstration. Returns its id. */
async function catchMail(app: App, { name, email }: Person): Promise<string> {
  const mailer = createCatchingMailer(app);
  const subject = "What waits for you this week";
  const text = `Dear ${name},\n\nTwo sections wait for you.\n\n${LONG}\n`;
  const html = `<p>Two sections wait for you.</p>`;
  const to = { name, email };
  const rest = { replyTo: undefined, stopUrl: undefined };
  await mailer.send({ id: app.newId(), to, subject, text, html, ...rest });
  mailer.close();
  const caught = await listCaughtMails(app.db.read);
  return caught[0]?.id ?? "";
}

async function heldRole(
  app: App,
  { urn, email }: { urn: string; email: string },
): Promise<HeldRole> {
  const school = await findSchoolByUrn(app.db.read, urn);
  const place = { schoolId: school?.id ?? "", today: "2026-09-01" };
  const held = (await listPlaceGrants(app.db.read, place)).find((one) => one.email === email);
  return { userId: held?.userId ?? "", grantId: held?.grantId ?? "" };
}

type Managing = { name: string; email: string; key: string; passwordHash: string };

async function makeManager(app: App, { key, ...person }: Managing): Promise<Person> {
  const organisation = await findOrganisationByKey(app.db.read, key);
  const place = { organisationId: organisation?.id ?? "" };
  return makePerson(app, { ...person, grant: { role: "manager", place, signingTitle: null } });
}

/** A second place for somebody who has one. */
async function addOfficer(app: App, { key, email }: Record<"key" | "email", string>) {
  const organisation = await findOrganisationByKey(app.db.read, key);
  const { userId } = await actorOf(app, email);
  const row = {
    id: app.newId(),
    userId,
    role: "officer",
    schoolId: null,
    organisationId: organisation?.id ?? "",
    questionnaireKey: null,
    signingTitle: null,
    from: "2020-09-01",
    to: null,
    createdAt: app.clock.now(),
  } as const;
  await app.db.transact((tx) => insertGrant(tx, row));
}

async function grantAtOrganisation(
  app: App,
  { key, email }: { key: string; email: string },
): Promise<string> {
  const organisation = await findOrganisationByKey(app.db.read, key);
  const place = { organisationId: organisation?.id ?? "", today: "2026-09-01" };
  const grants = await listPlaceGrants(app.db.read, place);
  return grants.find((one) => one.email === email)?.grantId ?? "";
}
