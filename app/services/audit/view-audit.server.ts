import { eventsOf } from "~/domain/audit/events";
import type { AuditFilter } from "~/domain/audit/filter";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import {
  loadOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
import { readRecord, readWholeRecord } from "./read-record.server";
import { recordCsv } from "./record-csv.server";
import type { AuditView } from "./views";

type OfSchool = { urn: string; filter: AuditFilter };
type OfOrganisation = { key: string; filter: AuditFilter };

/** A page of a school's record, for its head and coordinator. Throws `not-found` or `forbidden`. */
export async function viewSchoolAudit(
  app: App,
  actor: Actor,
  { urn, filter, page }: OfSchool & { page: number },
): Promise<AuditView> {
  const school = await schoolOfRecord(app, actor, urn);
  const place = { name: school.name, path: `/schools/${school.urn}` };
  return readRecord(app, { scope: { schoolId: school.id }, filter, page, place });
}

/** The same lines as a file. */
export async function exportSchoolAudit(
  app: App,
  actor: Actor,
  { urn, filter }: OfSchool,
): Promise<string> {
  const school = await schoolOfRecord(app, actor, urn);
  return recordCsv(await readWholeRecord(app, { scope: { schoolId: school.id }, filter }));
}

/** A page of an organisation's record, for its managers: acts in rounds and roles, never an answer. */
export async function viewOrganisationAudit(
  app: App,
  actor: Actor,
  { key, filter, page }: OfOrganisation & { page: number },
): Promise<AuditView & { organisation: OrganisationView }> {
  const { scope, view: organisation } = await organisationOfRecord(app, actor, key);
  const place = { name: organisation.name, path: `/organisations/${organisation.key}` };
  return { organisation, ...(await readRecord(app, { scope, filter, page, place })) };
}

/** The same lines as a file. */
export async function exportOrganisationAudit(
  app: App,
  actor: Actor,
  { key, filter }: OfOrganisation,
): Promise<string> {
  const { scope } = await organisationOfRecord(app, actor, key);
  return recordCsv(await readWholeRecord(app, { scope, filter }));
}

async function schoolOfRecord(app: App, actor: Actor, urn: string) {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const coveredBy = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  const facts = { today: londonDate(app.clock.now()), schoolId: school.id, coveredBy };
  stopUnless(can(actor, "audit.view-school", facts));
  return school;
}

async function organisationOfRecord(app: App, actor: Actor, key: string) {
  const action = "audit.view-organisation";
  const { organisation, view } = await loadOrganisation(app, actor, { key, action });
  const events = eventsOf({ kind: null, forManagers: true });
  return { view, scope: { organisationId: organisation.id, events } };
}
