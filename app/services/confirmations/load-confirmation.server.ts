import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import {
  findConfirmation,
  findScheme,
  type ConfirmationRow,
  type SchemeRow,
} from "~db/queries/confirmations";
import { listRoundShares } from "~db/queries/rounds";
import { findSchoolByUrn, type SchoolFacts } from "~db/queries/schools";
import { factsOf } from "./confirm.server";

export type ConfirmationPlace = { urn: string; confirmationId: string };
export type LoadedConfirmation = {
  school: SchoolFacts;
  scheme: SchemeRow;
  row: ConfirmationRow;
  today: string;
};

/** A confirmation under its school's address, for those who may see it. Throws `not-found`. */
export async function loadConfirmation(
  app: App,
  actor: Actor,
  { urn, confirmationId }: ConfirmationPlace,
): Promise<LoadedConfirmation> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const row = await findConfirmation(app.db.read, { schoolId: school.id, confirmationId });
  const scheme = row && (await findScheme(app.db.read, { roundId: row.roundId }));
  if (row === undefined || scheme === undefined) throw new AppError("not-found");
  const today = londonDate(app.clock.now());
  const sharedWith = await listRoundShares(app.db.read, { roundId: scheme.id });
  const facts = factsOf(scheme, { schoolId: school.id, today, sharedWith });
  stopUnless(can(actor, "confirmation.view", facts));
  return { school, scheme, row, today };
}
