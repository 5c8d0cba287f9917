import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { mails, schoolContacts, users } from "../schema";
import type { Reader, Writer } from "../types";
import { isAboutSeen, type Seen } from "./of-questionnaires";

type OfOrganisation = { organisationId: string };

export async function insertContacts(
  tx: Writer,
  rows: (typeof schoolContacts.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(schoolContacts).values(rows);
}

const contactColumns = {
  id: schoolContacts.id,
  schoolId: schoolContacts.schoolId,
  roundId: schoolContacts.roundId,
  kind: schoolContacts.kind,
  on: schoolContacts.contactOn,
  withWhom: schoolContacts.withWhom,
  agreed: schoolContacts.agreed,
  ringAgainOn: schoolContacts.ringAgainOn,
  byUserId: schoolContacts.byUserId,
  byName: users.name,
  mailState: mails.state,
};

export type ContactRow = Awaited<ReturnType<typeof listContacts>>[number];

type ContactScope = OfOrganisation & Seen & { schoolIds: readonly string[]; readerId: string };

/** Calls, letters and reminders to some schools that the reader may know of, the newest first. */
export async function listContacts(
  read: Reader,
  { organisationId, schoolIds, readerId, ...seen }: ContactScope,
) {
  if (schoolIds.length === 0) return [];
  return read
    .select(contactColumns)
    .from(schoolContacts)
    .leftJoin(users, eq(users.id, schoolContacts.byUserId))
    .leftJoin(mails, eq(mails.id, schoolContacts.mailId))
    .where(
      and(
        eq(schoolContacts.organisationId, organisationId),
        inArray(schoolContacts.schoolId, [...schoolIds]),
        isKnown(read, { readerId, ...seen }),
      ),
    )
    .orderBy(
      desc(schoolContacts.contactOn),
      desc(schoolContacts.createdAt),
      desc(schoolContacts.id),
    );
}

/** Someone limited to some questionnaires knows of what is about their rounds, and of calls of their own. */
function isKnown(read: Reader, { readerId, ...seen }: Seen & { readerId: string }) {
  const isAbout = isAboutSeen(read, schoolContacts.roundId, seen);
  return isAbout === undefined ? undefined : or(isAbout, eq(schoolContacts.byUserId, readerId));
}

/** How often and when last each school was written to about each round. */
export async function listWritten(read: Reader, { organisationId }: OfOrganisation) {
  return read
    .select({
      schoolId: schoolContacts.schoolId,
      roundId: schoolContacts.roundId,
      times: sql<number>`count(distinct ${schoolContacts.contactOn})`.mapWith(Number),
      lastOn: sql<string>`max(${schoolContacts.contactOn})`,
    })
    .from(schoolContacts)
    .where(
      and(
        eq(schoolContacts.organisationId, organisationId),
        inArray(schoolContacts.kind, ["letter", "reminder"]),
      ),
    )
    .groupBy(schoolContacts.schoolId, schoolContacts.roundId);
}

/** Calls the reader may know of, the newest first: when it was, and when the school asked to be rung again. */
export async function listCalls(read: Reader, { organisationId, ...seen }: OfOrganisation & Seen) {
  return read
    .select({
      schoolId: schoolContacts.schoolId,
      on: schoolContacts.contactOn,
      ringAgainOn: schoolContacts.ringAgainOn,
    })
    .from(schoolContacts)
    .where(
      and(
        eq(schoolContacts.organisationId, organisationId),
        eq(schoolContacts.kind, "call"),
        isAboutSeen(read, schoolContacts.roundId, seen),
      ),
    )
    .orderBy(
      desc(schoolContacts.contactOn),
      desc(schoolContacts.createdAt),
      desc(schoolContacts.id),
    );
}

type OneCall = OfOrganisation & { schoolId: string; callId: string };
type OwnCall = OneCall & { byUserId: string; version: number };

/** A call that was noted with a school; undefined where there is none by this id. */
export async function findCall(read: Reader, scope: OneCall) {
  const { contactOn, withWhom, agreed, ringAgainOn, byUserId, version } = schoolContacts;
  const rows = await read
    .select({ on: contactOn, withWhom, agreed, ringAgainOn, byUserId, version })
    .from(schoolContacts)
    .where(isCall(scope));
  return rows[0];
}

const isCall = ({ organisationId, schoolId, callId }: OneCall) =>
  and(
    eq(schoolContacts.id, callId),
    eq(schoolContacts.organisationId, organisationId),
    eq(schoolContacts.schoolId, schoolId),
    eq(schoolContacts.kind, "call"),
  );

const isOwnCall = ({ byUserId, version, ...of }: OwnCall) =>
  and(isCall(of), eq(schoolContacts.byUserId, byUserId), eq(schoolContacts.version, version));

type CallChange = Pick<
  typeof schoolContacts.$inferInsert,
  "contactOn" | "withWhom" | "agreed" | "ringAgainOn"
>;

/** Corrects a call of one's own from the version it was read at; false when it stands at another, or is gone. */
export async function updateCall(
  tx: Writer,
  { set, ...own }: OwnCall & { set: CallChange },
): Promise<boolean> {
  const rows = await tx
    .update(schoolContacts)
    .set({ ...set, version: own.version + 1 })
    .where(isOwnCall(own))
    .returning({ id: schoolContacts.id });
  return rows.length === 1;
}

/** Removes a call of one's own from the version it was read at; false as for `updateCall`. */
export async function deleteCall(tx: Writer, own: OwnCall): Promise<boolean> {
  const rows = await tx
    .delete(schoolContacts)
    .where(isOwnCall(own))
    .returning({ id: schoolContacts.id });
  return rows.length === 1;
}
