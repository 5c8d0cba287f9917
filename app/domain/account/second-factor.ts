import type { Grant } from "~/domain/policy/actor";

/** Roles for an organisation, held with a second factor (issue 3). A reviewer is accredited by one. */
const NEEDS_IT: readonly Grant["role"][] = ["officer", "manager", "reviewer"];

/** A role for an organisation: with it a second factor is asked for, unless the organisation is a demonstration. */
export function isOrganisationRole(grant: Pick<Grant, "role" | "organisationId">): boolean {
  return grant.organisationId !== null && NEEDS_IT.includes(grant.role);
}

/**
 * The grants that count only in a session begun with a second factor: roles for an organisation, outside
 * demonstrations (design.md decision 12). `demonstrations` are ids of organisations.
 */
export function grantsNeedingSecondFactor(
  grants: readonly Grant[],
  demonstrations: ReadonlySet<string>,
): readonly Grant[] {
  return grants.filter(
    (grant) => isOrganisationRole(grant) && !demonstrations.has(grant.organisationId ?? ""),
  );
}

/** How long a browser that gave the password has for the second step. In milliseconds. */
export const SECOND_STEP_LIFETIME = 10 * 60_000;

/** How long a link that sets a new password works. In milliseconds. */
export const RESET_LIFETIME = 30 * 60_000;

/** How long a secret that is being set up waits for its first code. In milliseconds. */
export const PENDING_LIFETIME = 30 * 60_000;
