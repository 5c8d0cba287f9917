import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
} from "~/services/returns/load-organisation.server";
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

/** A round at the address of the organisation that runs it, for somebody who manages it there. */
export async function loadRoundAt(
  app: App,
  actor: Actor,
  { key, roundId }: { key: string; roundId: string },
): Promise<LoadedOrganisation & { round: RoundRow }> {
  const loaded = await loadOrganisation(app, actor, { key, action: "round.manage" });
  const round = await findRound(app.db.read, { roundId });
  const isTheirs = round?.organisationId === loaded.organisation.id;
  const mine = loaded.questionnaires?.includes(round?.questionnaireKey ?? "") ?? true;
  if (round === undefined || !isTheirs || !mine) throw new AppError("not-found");
  return { ...loaded, round };
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
