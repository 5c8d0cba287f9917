import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import type { MovedPlace } from "~/services/signing/move-response.server";
import { findRound, type RoundRow } from "~db/queries/rounds";

/** A round that the person manages. Throws `not-found` to people of other places, `forbidden` to officers. */
export async function loadManagedRound(
  app: App,
  actor: Actor,
  { roundId }: { roundId: string },
): Promise<RoundRow> {
  const round = await findRound(app.db.read, { roundId });
  if (round === undefined) throw new AppError("not-found");
  const today = londonDate(app.clock.now());
  const { organisationId } = round;
  stopUnless(can(actor, "round.manage", { organisationId, today }));
  return round;
}

/** A response of the round, as moves take it. */
export function placeInRound(
  round: RoundRow,
  { id, schoolId }: { id: string; schoolId: string },
): MovedPlace {
  const { governorSigns, organisationId } = round;
  return {
    school: { id: schoolId },
    row: { id, governorSigns, roundOrganisationId: organisationId },
  };
}
