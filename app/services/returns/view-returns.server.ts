import { londonDate } from "~/domain/calendar/format";
import { currentRound } from "~/domain/round/current-round";
import type { Actor } from "~/domain/policy/actor";
import type { ResponseState } from "~/domain/response/states";
import { returnsPage, type ReturnsFilter, type ReturnsPage } from "~/domain/returns/list-returns";
import type { App } from "~/platform/app.server";
import { listReadableRounds, listReturns, type ReturnRow } from "~db/queries/returns";
import {
  loadOrganisation,
  type LoadedOrganisation,
  type OrganisationView,
} from "./load-organisation.server";

/** One school in the list: a draft's state and dates, never its words. */
export type ReturnRowView = {
  id: string;
  urn: string;
  name: string;
  district: string | null;
  state: ResponseState;
  /** Null: nothing has been written. */
  lastActivity: Date | null;
  /** The copy that stands. */
  signed: { number: number; at: Date } | null;
};

/** `viewReturns`: who has returned in a round. */
export type ReturnsView = {
  organisation: OrganisationView;
  rounds: { id: string; title: string; closed: boolean }[];
  /** Null where the organisation has no round. */
  round: {
    id: string;
    title: string;
    firstDeadline: string | null;
    finalDeadline: string | null;
    rolling: boolean;
  } | null;
  filter: ReturnsFilter;
  list: ReturnsPage<ReturnRowView>;
};

type Asked = { key: string; roundId: string | null; filter: ReturnsFilter };

/** The returns of one round of an organisation; the one that runs unless said. Throws `not-found` or `forbidden`. */
export async function viewReturns(
  app: App,
  actor: Actor,
  { key, roundId, filter }: Asked,
): Promise<ReturnsView> {
  const action = "organisation.view-returns";
  const loaded = await loadOrganisation(app, actor, { key, action });
  const rounds = await readableRounds(app, loaded);
  const today = londonDate(app.clock.now());
  const round = rounds.find(({ id }) => id === roundId) ?? currentRound(rounds, today);
  const scope = { organisationId: loaded.organisation.id, roundId: round?.id ?? "" };
  const rows = round === undefined ? [] : await listReturns(app.db.read, scope);
  return {
    organisation: loaded.view,
    rounds: rounds.map(({ id, title, closed }) => ({ id, title, closed })),
    round:
      round === undefined
        ? null
        : {
            id: round.id,
            title: round.title,
            firstDeadline: round.firstDeadline,
            finalDeadline: round.finalDeadline,
            rolling: round.rolling,
          },
    filter,
    list: returnsPage(rows.map(rowView), filter),
  };
}

/** Rounds of the questionnaires that the person's role here covers. */
async function readableRounds(app: App, { organisation, questionnaires }: LoadedOrganisation) {
  const rounds = await listReadableRounds(app.db.read, { organisationId: organisation.id });
  return rounds
    .filter(({ questionnaireKey }) => questionnaires?.includes(questionnaireKey) ?? true)
    .map((round) => ({ ...round, closed: round.closedAt !== null }));
}

function rowView(row: ReturnRow): ReturnRowView {
  const { id, urn, name, district, laName, state, updatedAt, copyNumber, signedAt } = row;
  return {
    id,
    urn,
    name,
    district: district ?? laName,
    state,
    lastActivity: state === "not-started" ? null : updatedAt,
    signed: copyNumber === null || signedAt === null ? null : { number: copyNumber, at: signedAt },
  };
}
