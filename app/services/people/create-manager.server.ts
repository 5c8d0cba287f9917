import { argon2Passwords } from "~/auth/password.server";
import { judgeNewPassword, type PasswordProblem } from "~/domain/account/new-password";
import { londonDate } from "~/domain/calendar/format";
import type { OrganisationKind } from "~/domain/organisation/organisation";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { findOrganisationByKey, insertOrganisation } from "~db/queries/organisations";
import {
  findUserByEmail,
  grantsInForce,
  insertGrant,
  insertUser,
  type UserRow,
} from "~db/queries/people";
import type { Writer } from "~db/types";

export type CreateManagerInput = {
  /** Used where the key is nobody's yet; an organisation that is there stays as it is. */
  organisation: { key: string; name: string; kind: OrganisationKind };
  name: string;
  email: string;
  /** For a person who has no account yet; an account that is there keeps its password. */
  password: string;
};

export type CreatedManager = {
  organisation: string;
  newOrganisation: boolean;
  newAccount: boolean;
};

/**
 * Makes someone a manager of an organisation, and the organisation where it is new. For the console of
 * the machine only (`npm run create-manager`): whoever may run it owns the database, so there is no actor.
 * Nothing may await between the reads and writes of the transaction but its own queries, so hashing is first.
 */
export async function createManager(
  app: App,
  input: CreateManagerInput,
): Promise<Result<CreatedManager, PasswordProblem | "already-manager">> {
  const { email, password } = input;
  const choice = judgeNewPassword({ password, current: "", email });
  if (!choice.ok) return choice;
  const passwordHash = await argon2Passwords.hash(choice.value);
  return app.db.transact(async (tx) => {
    const organisation = await organisationFor(tx, app, input);
    const person = await personFor(tx, app, { input, passwordHash });
    const today = londonDate(app.clock.now());
    const held = await grantsInForce(tx, person.id, today);
    const isManager = held.some(
      (grant) => grant.role === "manager" && grant.organisationId === organisation.id,
    );
    if (isManager) return refused("already-manager");
    await grantManager(tx, app, { userId: person.id, organisationId: organisation.id, today });
    const { name, isNew: newOrganisation } = organisation;
    return ok({ organisation: name, newOrganisation, newAccount: person.isNew });
  });
}

async function organisationFor(tx: Writer, app: App, input: CreateManagerInput) {
  const { key, name, kind } = input.organisation;
  const there = await findOrganisationByKey(tx, key);
  if (there !== undefined) return { id: there.id, name: there.name, isNew: false };
  const id = app.newId();
  await insertOrganisation(tx, {
    id,
    key,
    kind,
    name,
    shortName: name,
    contactName: input.name,
    contactEmail: input.email,
    demonstration: false,
    version: 1,
    createdAt: app.clock.now(),
  });
  return { id, name, isNew: true };
}

type NewPerson = { input: CreateManagerInput; passwordHash: string };

async function personFor(tx: Writer, app: App, { input, passwordHash }: NewPerson) {
  const there: UserRow | undefined = await findUserByEmail(tx, input.email);
  if (there !== undefined) return { id: there.id, isNew: false };
  const { name, email } = input;
  const id = app.newId();
  const createdAt = app.clock.now();
  await insertUser(tx, { id, name, email, passwordHash, version: 1, createdAt });
  return { id, isNew: true };
}

type NewGrant = { userId: string; organisationId: string; today: string };

async function grantManager(tx: Writer, app: App, grant: NewGrant): Promise<void> {
  const { userId, organisationId, today: from } = grant;
  const at = app.clock.now();
  const id = app.newId();
  await insertGrant(tx, { id, userId, organisationId, role: "manager", from, createdAt: at });
  await insertAudit(tx, {
    id: app.newId(),
    at,
    actorId: null,
    event: "grant.given",
    organisationId,
    subjectKind: "person",
    subjectId: userId,
    data: { role: "manager", by: "console" },
  });
}
