import { grantsNeedingSecondFactor, isOrganisationRole } from "~/domain/account/second-factor";
import type { Grant } from "~/domain/policy/actor";
import { listDemonstrationIds } from "~db/queries/organisations";
import type { Reader } from "~db/types";

/** Which of these grants do not count without a second factor (app/domain/account/second-factor.ts). */
export async function grantsWithoutFactor(
  read: Reader,
  grants: readonly Grant[],
): Promise<readonly Grant[]> {
  const held = grants.filter(isOrganisationRole);
  if (held.length === 0) return [];
  const ids = held.map(({ organisationId }) => organisationId).filter((id) => id !== null);
  return grantsNeedingSecondFactor(held, new Set(await listDemonstrationIds(read, ids)));
}
