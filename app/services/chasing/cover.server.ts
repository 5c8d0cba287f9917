import { readCover, type CoverFields, type CoverProblem } from "~/domain/chasing/cover-fields";
import { RING_AT_MOST } from "~/domain/chasing/monday-list";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { insertAudit } from "~db/queries/audit";
import { findRingAtMost } from "~db/queries/chasing-settings";
import {
  deleteCover,
  insertCover,
  listCovers,
  listOfficerDistricts,
  listOfficers,
} from "~db/queries/officer-districts";
import { loadOrganisation, type OrganisationView } from "../returns/load-organisation.server";
import { storedDistricts } from "./mine.server";

/** Somebody with districts of their own. */
export type OwnerView = { userId: string; name: string; districts: string[] };

/** `viewCovers`: who looks after whose districts, now and later. */
export type CoversView = {
  organisation: OrganisationView;
  /** Whose districts the person may hand over: their own, or everybody's for a manager. */
  owners: OwnerView[];
  colleagues: { userId: string; name: string }[];
  covers: {
    id: string;
    ownerName: string;
    coveredByName: string;
    districts: string[];
    from: string;
    to: string;
    mayEnd: boolean;
  }[];
  atMost: number;
};

const action = "organisation.chase";

/** Covers of today and later, with the form that sets one. Throws `not-found` or `forbidden`. */
export async function viewCovers(app: App, actor: Actor, key: string): Promise<CoversView> {
  const { organisation, view, today } = await loadOrganisation(app, actor, { key, action });
  const { read } = app.db;
  const scope = { organisationId: organisation.id, today };
  const officers = await listOfficers(read, scope);
  const mayFor = (ownerId: string) =>
    can(actor, "organisation.set-cover", { ...scope, ownerId }).allowed;
  const covers = await listCovers(read, scope);
  const nameOf = (userId: string) =>
    officers.find((one) => one.userId === userId)?.name ?? "Somebody who has left";
  return {
    organisation: view,
    owners: ownersOf(await listOfficerDistricts(read, scope)).filter(({ userId }) =>
      mayFor(userId),
    ),
    colleagues: [...new Map(officers.map((one) => [one.userId, one])).values()].map(
      ({ userId, name }) => ({ userId, name }),
    ),
    covers: covers.map(({ id, ownerId, ownerName, coveredBy, districts, from, to }) => ({
      ...{ id, ownerName, from, to, coveredByName: nameOf(coveredBy) },
      districts: storedDistricts(districts),
      mayEnd: mayFor(ownerId),
    })),
    atMost: (await findRingAtMost(read, scope)) ?? RING_AT_MOST,
  };
}

function ownersOf(rows: Awaited<ReturnType<typeof listOfficerDistricts>>): OwnerView[] {
  const owners = new Map<string, OwnerView>();
  for (const { userId, name, district } of rows) {
    const one = owners.get(userId) ?? { userId, name, districts: [] };
    one.districts.push(district);
    owners.set(userId, one);
  }
  return [...owners.values()];
}

type Setting = { key: string; fields: CoverFields };

/** Says who covers districts between two days. Throws `not-found` or `forbidden`. */
export async function setCover(
  app: App,
  actor: Actor,
  { key, fields }: Setting,
): Promise<Result<null, CoverProblem[]>> {
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const scope = { organisationId: organisation.id, today };
  stopUnless(can(actor, "organisation.set-cover", { ...scope, ownerId: fields.ownerId }));
  const districts = await listOfficerDistricts(app.db.read, scope);
  const own = districts.filter(({ userId }) => userId === fields.ownerId);
  const officers = await listOfficers(app.db.read, scope);
  const read = readCover(fields, {
    today,
    own: own.map(({ district }) => district),
    colleagues: officers.map(({ userId }) => userId),
  });
  if (!read.ok) return read;
  const { districts: covered, ...cover } = read.value;
  const id = app.newId();
  const auditId = app.newId();
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    await insertCover(tx, {
      ...{ id, organisationId: organisation.id, ...cover, districts: JSON.stringify(covered) },
      ...{ createdBy: actor.userId, createdAt: at },
    });
    await insertAudit(tx, {
      ...{ id: auditId, at, actorId: actor.userId, organisationId: organisation.id },
      ...{ event: "cover.set", subjectKind: "person", subjectId: cover.ownerId },
      data: { coveredBy: cover.coveredBy, from: cover.from, to: cover.to, districts: covered },
    });
  });
  return ok(null);
}

/** Takes a cover away. Throws `conflict` when it is none of those any more, `not-found` or `forbidden`. */
export async function endCover(
  app: App,
  actor: Actor,
  { key, coverId }: { key: string; coverId: string },
): Promise<void> {
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const scope = { organisationId: organisation.id, today };
  const found = (await listCovers(app.db.read, scope)).find(({ id }) => id === coverId);
  if (found === undefined) throw new AppError("conflict");
  const { ownerId } = found;
  stopUnless(can(actor, "organisation.set-cover", { ...scope, ownerId }));
  const auditId = app.newId();
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    if (!(await deleteCover(tx, { ...scope, coverId }))) throw new AppError("conflict");
    await insertAudit(tx, {
      ...{ id: auditId, at, actorId: actor.userId, organisationId: organisation.id },
      ...{ event: "cover.ended", subjectKind: "person", subjectId: ownerId },
    });
  });
}
