import type { Day } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import type { Actor, Role } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { findUserByEmail, grantsInForce } from "~db/queries/people";
import { DEMO_PEOPLE } from "~db/demo/people";

/** The demonstration's person with a role in a school, as if signed in. */
export async function actAs(app: App, { urn, role }: { urn: string; role: Role }): Promise<Actor> {
  return actAsPerson(app, emailOf({ urn, role }));
}

/** The same by address. */
export async function actAsPerson(app: App, email: string): Promise<Actor> {
  const user = await findUserByEmail(app.db.read, email);
  if (user === undefined) throw new Error(`The demonstration has nobody with ${email}`);
  const grants = await grantsInForce(app.db.read, user.id, londonDate(app.clock.now()));
  return { userId: user.id, name: user.name, email: user.email, grants };
}

function emailOf({ urn, role }: { urn: string; role: Role }): string {
  const known = DEMO_PEOPLE.find((person) =>
    person.grants.some((grant) => grant.urn === urn && grant.role === role),
  );
  return known?.email ?? `${role}@${urn}.demo.test`;
}

/** The same service at an earlier moment, going on a minute with every look at the clock. */
export function backThen(app: App, daysAgo: number): App {
  return from(app, app.clock.now().getTime() - daysAgo * 24 * 60 * 60 * 1000);
}

/** The same from an hour of a day, like 09:10, in universal time. */
export function atHour(app: App, { day, hour }: { day: Day; hour: string }): App {
  return from(app, Date.parse(`${day}T${hour}:00Z`));
}

function from(app: App, start: number): App {
  let at = start;
  return {
    ...app,
    clock: {
      now: () => {
        at += 60_000;
        return new Date(at);
      },
    },
    wakeWorker: () => undefined,
  };
}
