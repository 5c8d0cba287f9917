import { currentRound } from "~/domain/round/current-round";
import { districtsOf, type ReturnsFilter } from "~/domain/returns/list-returns";
import type { Actor } from "~/domain/policy/actor";
import type { OrganisationAction } from "~/domain/policy/actions";
import type { App } from "~/platform/app.server";
import { mineOf, type Mine } from "~/services/chasing/mine.server";
import { listReadableRounds } from "~db/queries/returns";
import type { ListScope } from "~db/queries/returns-list";
import { loadOrganisation, type LoadedOrganisation } from "./load-organisation.server";

export type ReadableRound = Awaited<ReturnType<typeof readableRounds>>[number];

/** A round of an organisation with what a filter leaves of it. */
export type ReturnsScope = {
  loaded: LoadedOrganisation;
  rounds: ReadableRound[];
  /** Undefined where the organisation has no round. */
  round: ReadableRound | undefined;
  mine: Mine;
  scope: ListScope;
  /** Who reads it, and which questionnaires their role is limited to. */
  reader: { readerId: string; questionnaires: readonly string[] | null };
};

type Asked = {
  key: string;
  roundId: string | null;
  filter: ReturnsFilter;
  action?: OrganisationAction;
};

/** Loads what a list of returns is about; the round that runs unless one is said. Throws `not-found` or `forbidden`. */
export async function returnsScope(
  app: App,
  actor: Actor,
  { key, roundId, filter, action = "organisation.view-returns" }: Asked,
): Promise<ReturnsScope> {
  const loaded = await loadOrganisation(app, actor, { key, action });
  const { organisation, today } = loaded;
  const organisationId = organisation.id;
  const rounds = await readableRounds(app, loaded);
  const round = rounds.find(({ id }) => id === roundId) ?? currentRound(rounds, today);
  const mine = await mineOf(app, actor, { organisationId, today });
  const districts = districtsOf(
    filter,
    mine.districts.map(({ district }) => district),
  );
  const { phase, group: groupId, search } = filter;
  const of = { roundId: round?.id ?? "", organisationId, today };
  const reader = { readerId: actor.userId, questionnaires: loaded.questionnaires };
  return {
    loaded,
    rounds,
    round,
    mine,
    reader,
    scope: { ...of, districts, phase, groupId, search },
  };
}

/** Rounds of the questionnaires that the person's role here covers. */
export async function readableRounds(
  app: App,
  { organisation, questionnaires }: LoadedOrganisation,
) {
  const rounds = await listReadableRounds(app.db.read, { organisationId: organisation.id });
  return rounds
    .filter(({ questionnaireKey }) => questionnaires?.includes(questionnaireKey) ?? true)
    .map((round) => ({
      ...round,
      closed: round.closedAt !== null,
      /** Its own, and not one shared with it: only then does it chase. */
      own: round.organisationId === organisation.id,
    }));
}
