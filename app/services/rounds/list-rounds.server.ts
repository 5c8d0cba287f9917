import { roundStanding, type RoundStanding } from "~/domain/round/round";
import type { Participation } from "~/domain/round/participation";
import { RoundDraftSchema } from "~/domain/round/draft";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { listRoundDrafts } from "~db/queries/round-drafts";
import { countRoundSchools } from "~db/queries/round-schools";
import { listOwnRounds, type RoundRow } from "~db/queries/rounds";
import { loadManager } from "./drafts.server";

/** How many schools stand in each way to a round. */
export type SchoolCounts = Record<Participation, number>;

export type RoundListView = {
  organisation: OrganisationView;
  drafts: { id: string; version: number; title: string; touchedAt: Date }[];
  rounds: {
    id: string;
    title: string;
    standing: RoundStanding;
    opensOn: string;
    firstDeadline: string | null;
    finalDeadline: string | null;
    rolling: boolean;
    schools: SchoolCounts;
  }[];
};

/** The rounds an organisation runs and those being prepared. Throws `not-found` or `forbidden`. */
export async function viewRounds(app: App, actor: Actor, key: string): Promise<RoundListView> {
  const { organisation, view, today, questionnaires } = await loadManager(app, actor, key);
  const scope = { organisationId: organisation.id };
  const counts = await countRoundSchools(app.db.read, scope);
  const rounds = await listOwnRounds(app.db.read, scope);
  const drafts = await listRoundDrafts(app.db.read, scope);
  const isMine = (round: RoundRow) => questionnaires?.includes(round.questionnaireKey) ?? true;
  return {
    organisation: view,
    drafts: drafts.map(({ id, version, content, updatedAt }) => {
      const { title } = RoundDraftSchema.parse(JSON.parse(content));
      return { id, version, title, touchedAt: updatedAt };
    }),
    rounds: rounds.filter(isMine).map((round) => {
      const { id, title, opensOn, firstDeadline, finalDeadline, rolling } = round;
      const count = (participation: Participation) =>
        counts.find((one) => one.roundId === id && one.participation === participation)?.count ?? 0;
      return {
        ...{ id, title, opensOn, firstDeadline, finalDeadline, rolling },
        standing: roundStanding(round, today),
        schools: {
          expected: count("expected"),
          invited: count("invited"),
          joined: count("joined"),
        },
      };
    }),
  };
}
