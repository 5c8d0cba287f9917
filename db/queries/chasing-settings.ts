import { eq } from "drizzle-orm";
import { organisations } from "../schema";
import type { Reader } from "../types";

type OfOrganisation = { organisationId: string };

/** How many schools the list of a Monday holds at most; null: nobody has said. */
export async function findRingAtMost(
  read: Reader,
  { organisationId }: OfOrganisation,
): Promise<number | null> {
  const rows = await read
    .select({ ringAtMost: organisations.ringAtMost })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return rows[0]?.ringAtMost ?? null;
}
