import { luciaOf } from "~/auth/lucia.server";
import { londonDate } from "~/domain/calendar/format";
import type { Actor, Role } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import type { Place } from "~db/queries/grants";
import { findUserByEmail, grantsInForce, insertGrant, insertUser } from "~db/queries/people";
import type { Person } from "./plan";

type NewPerson = {
  name: string;
  email: string;
  passwordHash: string;
  grant: { role: Role; place: Place; signingTitle: string | null };
};

/** Someone with one role since long ago, signed in. */
export async function makePerson(app: App, given: NewPerson): Promise<Person> {
  const { name, email, passwordHash, grant } = given;
  const id = app.newId();
  const createdAt = app.clock.now();
  const row = {
    id: app.newId(),
    userId: id,
    role: grant.role,
    schoolId: null,
    organisationId: null,
    ...grant.place,
    questionnaireKey: null,
    signingTitle: grant.signingTitle,
    from: "2020-09-01",
    to: null,
    createdAt,
  };
  await app.db.transact(async (tx) => {
    await insertUser(tx, { id, email, name, passwordHash, version: 1, createdAt });
    await insertGrant(tx, row);
  });
  return openSession(app, email);
}

/** A session for someone who is in the database, as if they had signed in. */
export async function openSession(app: App, email: string): Promise<Person> {
  const user = await findUserByEmail(app.db.read, email);
  if (user === undefined) throw new Error(`Nobody has the address ${email}`);
  const session = await luciaOf(app).createSession(user.id, { device: null, secondFactorAt: null });
  return { email, name: user.name, session: session.id };
}

/** The person behind an address, with the roles in force. */
export async function actorOf(app: App, email: string): Promise<Actor> {
  const user = await findUserByEmail(app.db.read, email);
  if (user === undefined) throw new Error(`Nobody has the address ${email}`);
  const grants = await grantsInForce(app.db.read, user.id, londonDate(app.clock.now()));
  return { userId: user.id, name: user.name, email, grants };
}
