import { formatDate } from "~/domain/calendar/format";
import { readCall, type CallFields, type CallProblem } from "~/domain/chasing/call-fields";
import { askedAboutNames } from "~/domain/people/asked-about-names";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { insertAudit } from "~db/queries/audit";
import { deleteCall, findCall, updateCall } from "~db/queries/school-contacts";
import type { Writer } from "~db/types";
import { loadOrganisation } from "../returns/load-organisation.server";
import { coveredSchool } from "./covered-school.server";

/** A call of the reader's own, as the form holds it. */
export type OwnCallView = { id: string; version: number; fields: CallFields };

type Where = { key: string; urn: string; callId: string };

/** The call to correct. Throws `not-found`, or `forbidden` for somebody else's. */
export async function viewOwnCall(app: App, actor: Actor, where: Where): Promise<OwnCallView> {
  const { call } = await loadOwnCall(app, actor, where);
  const { on, withWhom, agreed, ringAgainOn, version } = call;
  const fields = {
    on: formatDate(on),
    withWhom,
    agreed: agreed ?? "",
    ringAgainOn: ringAgainOn === null ? "" : formatDate(ringAgainOn),
  };
  return { id: where.callId, version, fields };
}

async function loadOwnCall(app: App, actor: Actor, { key, urn, callId }: Where) {
  const action = "organisation.chase";
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const school = await coveredSchool(app, { organisationId, urn });
  const of = { organisationId, schoolId: school.id, callId };
  const call = await findCall(app.db.read, of);
  if (call === undefined) throw new AppError("not-found");
  const facts = { organisationId, today, authorId: call.byUserId };
  stopUnless(can(actor, "organisation.change-call", facts));
  return { call, today, school, of: { ...of, byUserId: actor.userId } };
}

type Correcting = Where & { version: number; fields: CallFields; namesConfirmed?: boolean };

/** Corrects a call of one's own. Throws as `viewOwnCall` does, or `conflict` where it has changed since. */
export async function correctCall(
  app: App,
  actor: Actor,
  { version, fields, namesConfirmed = false, ...where }: Correcting,
): Promise<Result<{ name: string }, CallProblem[]>> {
  const { call, today, school, of } = await loadOwnCall(app, actor, where);
  const read = readCall(fields, { today, was: call });
  if (!read.ok) return read;
  const { on: contactOn, withWhom, agreed, ringAgainOn } = read.value;
  const before = call.agreed ?? "";
  const confirmed = namesConfirmed;
  const asked = askedAboutNames({ field: "agreed", text: agreed, before, confirmed });
  if (asked.length > 0) return refused(asked);
  const set = { contactOn, withWhom, agreed, ringAgainOn };
  await app.db.transact(async (tx) => {
    if (!(await updateCall(tx, { ...of, version, set }))) throw new AppError("conflict");
    await record(tx, app, { of, event: "contact.corrected" });
  });
  return ok({ name: school.name });
}

/** Removes a call of one's own. Throws as `correctCall` does. */
export async function removeCall(
  app: App,
  actor: Actor,
  { version, ...where }: Where & { version: number },
): Promise<void> {
  const { of } = await loadOwnCall(app, actor, where);
  await app.db.transact(async (tx) => {
    if (!(await deleteCall(tx, { ...of, version }))) throw new AppError("conflict");
    await record(tx, app, { of, event: "contact.removed" });
  });
}

type Recorded = {
  of: { organisationId: string; schoolId: string; callId: string; byUserId: string };
  event: "contact.corrected" | "contact.removed";
};

const record = (tx: Writer, app: App, { of, event }: Recorded): Promise<void> =>
  insertAudit(tx, {
    ...{ id: app.newId(), at: app.clock.now(), actorId: of.byUserId, event },
    ...{ schoolId: of.schoolId, organisationId: of.organisationId },
    ...{ subjectKind: "contact", subjectId: of.callId },
  });
