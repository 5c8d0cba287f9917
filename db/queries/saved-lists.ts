import { and, asc, eq } from "drizzle-orm";
import { savedLists } from "../schema";
import type { Reader, Writer } from "../types";

type OfPerson = { organisationId: string; userId: string };

const isOwn = ({ organisationId, userId }: OfPerson) =>
  and(eq(savedLists.organisationId, organisationId), eq(savedLists.userId, userId));

/** The lists a person named in an organisation, by name. */
export async function listSavedLists(read: Reader, scope: OfPerson) {
  return read
    .select({ id: savedLists.id, name: savedLists.name, query: savedLists.query })
    .from(savedLists)
    .where(isOwn(scope))
    .orderBy(asc(savedLists.name), asc(savedLists.id));
}

/** Keeps a list under a name; one of that name is replaced. */
export async function saveList(
  tx: Writer,
  row: OfPerson & { id: string; name: string; query: string; createdAt: Date },
): Promise<void> {
  await tx.delete(savedLists).where(and(isOwn(row), eq(savedLists.name, row.name)));
  await tx.insert(savedLists).values(row);
}

/** Forgets a list; one of somebody else's stays. */
export async function deleteSavedList(
  tx: Writer,
  { listId, ...scope }: OfPerson & { listId: string },
): Promise<void> {
  await tx.delete(savedLists).where(and(isOwn(scope), eq(savedLists.id, listId)));
}
