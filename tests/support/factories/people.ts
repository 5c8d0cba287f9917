import type { Actor, Grant, Role } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { insertGrant, insertUser, type UserRow } from "~db/queries/people";

/** A person with an address of their own, without a password unless `passwordHash` is given. */
export async function aUser(app: App, over: Partial<UserRow> = {}): Promise<UserRow> {
  const id = over.id ?? app.newId();
  const user: UserRow = {
    id,
    email: `person-${id.slice(-6)}@oakfold.example`,
    name: "Sam Fletcher",
    passwordHash: null,
    disabledAt: null,
    version: 1,
    ...over,
  };
  await app.db.transact((tx) => insertUser(tx, { ...user, createdAt: app.clock.now() }));
  return user;
}

/** A role in force from 2020 with no end. Give `schoolId` or `organisationId`. */
export async function aGrant(
  app: App,
  over: Partial<Grant> & { userId: string; role: Role },
): Promise<Grant> {
  const { userId, ...rest } = over;
  const grant: Grant = {
    schoolId: null,
    organisationId: null,
    questionnaireKey: null,
    signingTitle: over.role === "head" ? "headteacher" : null,
    from: "2020-09-01",
    to: null,
    ...rest,
  };
  const row = { id: app.newId(), userId, createdAt: app.clock.now(), ...grant };
  await app.db.transact((tx) => insertGrant(tx, row));
  return grant;
}

type AnActor = {
  /** An existing person; otherwise one is made from the fields given. */
  user?: Partial<UserRow>;
  grants?: (Partial<Grant> & { role: Role })[];
};

/** A person with their roles, as a service is given them. Everything stands in the database too. */
export async function anActor(app: App, { user, grants = [] }: AnActor = {}): Promise<Actor> {
  const isComplete = (given: Partial<UserRow> | undefined): given is UserRow =>
    given?.id !== undefined && given.version !== undefined && given.email !== undefined;
  const person = isComplete(user) ? user : await aUser(app, user);
  const held: Grant[] = [];
  for (const grant of grants) held.push(await aGrant(app, { userId: person.id, ...grant }));
  return { userId: person.id, name: person.name, email: person.email, grants: held };
}
