import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { listPlaceGrants } from "~db/queries/grants";
import {
  listDistricts,
  listDistrictsOfGrants,
  setOfficerDistricts,
} from "~db/queries/officer-districts";
import { loadOrganisation } from "../returns/load-organisation.server";

/** The districts of an officer's role, of all there are; null: the role is none of an officer. */
export type DistrictsOfRole = { all: string[]; chosen: string[] } | null;

type RoleAt = { key: string; grantId: string };
const action = "organisation.manage-people";

async function loadOfficerRole(app: App, actor: Actor, { key, grantId }: RoleAt) {
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const grants = await listPlaceGrants(app.db.read, { organisationId, today });
  const grant = grants.find((one) => one.grantId === grantId);
  if (grant === undefined) throw new AppError("not-found");
  const isOfficer = grant.role === "officer" || grant.role === "manager";
  return { organisationId, grant: isOfficer ? grant : null };
}

/** The districts of a role in an organisation. Throws `not-found` or `forbidden`. */
export async function viewOfficerDistricts(
  app: App,
  actor: Actor,
  at: RoleAt,
): Promise<DistrictsOfRole> {
  const { organisationId, grant } = await loadOfficerRole(app, actor, at);
  if (grant === null) return null;
  const { read } = app.db;
  const held = await listDistrictsOfGrants(read, { grantIds: [grant.grantId] });
  const all = await listDistricts(read, { organisationId });
  return { all, chosen: held.map(({ district }) => district) };
}

/** Gives an officer these districts and no others: where their lists begin, never a lock. */
export async function changeOfficerDistricts(
  app: App,
  actor: Actor,
  { districts, ...at }: RoleAt & { districts: readonly string[] },
): Promise<void> {
  const { organisationId, grant } = await loadOfficerRole(app, actor, at);
  if (grant === null) throw new AppError("not-found");
  const all = await listDistricts(app.db.read, { organisationId });
  const chosen = all.filter((district) => districts.includes(district));
  const auditId = app.newId();
  const now = app.clock.now();
  await app.db.transact(async (tx) => {
    await setOfficerDistricts(tx, { grantId: grant.grantId, districts: chosen });
    await insertAudit(tx, {
      ...{ id: auditId, at: now, actorId: actor.userId, organisationId },
      ...{ event: "grant.districts-changed", subjectKind: "person", subjectId: grant.userId },
      data: { districts: chosen },
    });
  });
}
