import type { Participation } from "~/domain/round/participation";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { loadRoundAt } from "./load-round.server";
import { loadRoundSchool } from "./round-school.server";

/** One school of a round, for giving it more time or taking it out. */
export type RoundSchoolPageView = {
  organisation: OrganisationView;
  round: { id: string; title: string; rolling: boolean; closed: boolean };
  school: { urn: string; name: string };
  participation: Participation;
  /** Those that count for the school; null: none. */
  firstDeadline: string | null;
  finalDeadline: string | null;
  extended: { at: Date; reason: string } | null;
  withdrawn: { at: Date; reason: string } | null;
  /** Names of those who are written to. */
  readers: string[];
};

type Asked = { key: string; roundId: string; urn: string };

/** Throws `not-found` or `forbidden`. */
export async function viewRoundSchool(
  app: App,
  actor: Actor,
  asked: Asked,
): Promise<RoundSchoolPageView> {
  const { view, round } = await loadRoundAt(app, actor, asked);
  const { school, stands, readers } = await loadRoundSchool(app, actor, asked);
  const { extendedAt, extendedReason, withdrawnAt, withdrawnReason } = stands;
  return {
    organisation: view,
    round: {
      id: round.id,
      title: round.title,
      rolling: round.rolling,
      closed: round.closedAt !== null,
    },
    school: { urn: school.urn, name: school.name },
    participation: stands.participation,
    firstDeadline: stands.firstDeadline ?? round.firstDeadline,
    finalDeadline: stands.finalDeadline ?? round.finalDeadline,
    extended: extendedAt === null ? null : { at: extendedAt, reason: extendedReason ?? "" },
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason ?? "" },
    readers: readers.map(({ name }) => name),
  };
}
