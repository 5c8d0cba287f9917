import { londonDate } from "~/domain/calendar/format";
import { leavesSomeoneInCharge, isCurrentOrComing, type Keeper } from "~/domain/people/leaving";
import { endedNow } from "~/domain/people/role-dates";
import { erasedAddress, LEFT_NAME } from "~/domain/personal-data/erasure";
import type { ErasureWay } from "~/domain/personal-data/retention-words";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { endRoles, endWhoeverIsLeft } from "~/services/people/end-roles.server";
import { insertAccountEvent } from "~/services/account/record-account-event.server";
import { eraseAccountRows } from "~db/queries/erasures";
import { listPlaceGrants, type Place } from "~db/queries/grants";
import { listGrantsOfPerson, type HeldGrant } from "~db/queries/held-roles";
import { findUser } from "~db/queries/people";
import type { Reader, Writer } from "~db/types";

/** Places that would be left without a head or manager, by name. */
export type Kept = { places: string[] };

type Erasing = {
  userId: string;
  /** Who does it; null: the schedule. */
  by: Actor | null;
  way: ErasureWay;
  organisationId?: string;
};

type NotErased =
  { code: "last-keeper"; places: string[] } | { code: "gone" } | { code: "has-role" };

/**
 * Erases an account inside a transaction that has decided that it may be: what is the account's goes, the name goes
 * from everything that was not signed. Only a person's own erasure ends their roles, as when somebody leaves, and the
 * last head or manager of a place stays: someone has to follow first. `gone` where there is no such account any more.
 */
export async function eraseAccount(
  tx: Writer,
  app: App,
  { by, ...erasing }: Erasing,
): Promise<Result<null, NotErased>> {
  const { userId, way } = erasing;
  const today = londonDate(app.clock.now());
  const held = await placesHeld(tx, { userId, today });
  if (way !== "own" && held.length > 0) return refused({ code: "has-role" });
  const kept = held.filter((one) => !one.mayEnd).map(({ name }) => name);
  if (kept.length > 0) return refused({ code: "last-keeper", places: kept });
  if (by !== null) for (const one of held) await endRoles(tx, app, { actor: by, today, ...one });
  return eraseRows(tx, app, { ...erasing, actorId: by?.userId ?? null });
}

/**
 * Erases again an account that a backup brought back, whatever roles it has there: whether somebody follows was
 * settled when it was erased.
 */
export async function eraseRestored(tx: Writer, app: App, userId: string): Promise<void> {
  const today = londonDate(app.clock.now());
  for (const { place, ending } of await placesHeld(tx, { userId, today })) {
    await endWhoeverIsLeft(tx, app, { actorId: null, place, today, ending });
  }
  await eraseRows(tx, app, { userId, actorId: null, way: "schedule" });
}

type Rows = Omit<Erasing, "by"> & { actorId: string | null };

async function eraseRows(
  tx: Writer,
  app: App,
  { userId, actorId, way, organisationId }: Rows,
): Promise<Result<null, { code: "gone" }>> {
  const user = await findUser(tx, userId);
  if (user === undefined) return refused({ code: "gone" });
  const at = app.clock.now();
  const address = erasedAddress(userId);
  const rows = { userId, email: user.email, name: LEFT_NAME, address, at, way };
  if (!(await eraseAccountRows(tx, rows))) return refused({ code: "gone" });
  await insertAccountEvent(tx, app, {
    event: "account.erased",
    actorId,
    subjectId: userId,
    organisationId: organisationId ?? null,
    data: { way },
  });
  return ok(null);
}

/** The places where a person has roles that count or will, and whether they can go. */
export async function placesHeld(
  read: Reader,
  { userId, today }: { userId: string; today: string },
) {
  const grants = await listGrantsOfPerson(read, userId);
  const current = grants.filter((grant) => isCurrentOrComing(grant, today));
  const places = new Map(current.map((grant) => [placeKey(grant), grant]));
  const found = [];
  for (const grant of places.values()) {
    const place = placeOf(grant);
    const held = await listPlaceGrants(read, { today, ...place });
    const ending = held.filter((one) => one.userId === userId);
    const keeper: Keeper = "schoolId" in place ? "head" : "manager";
    const going = { keeper, held, ending: ending.map(({ grantId }) => grantId) };
    const mayEnd = leavesSomeoneInCharge({ ...going, lastDay: endedNow(today) });
    const name = grant.schoolName ?? grant.organisationName ?? "";
    found.push({ name, place, keeper, held, ending, mayEnd });
  }
  return found;
}

const placeKey = ({ schoolId, organisationId }: HeldGrant): string =>
  schoolId ?? organisationId ?? "";

const placeOf = ({ schoolId, organisationId }: HeldGrant): Place =>
  schoolId === null ? { organisationId: organisationId ?? "" } : { schoolId };
