import {
  inOrder,
  PAGE_SIZE,
  pageOf,
  type ReturnsFilter,
  type StateCount,
} from "~/domain/returns/list-returns";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { listDistricts } from "~db/queries/officer-districts";
import {
  countReturns,
  countUninvited,
  listPhaseNames,
  pageOfReturns,
  pageOfUninvited,
} from "~db/queries/returns-list";
import { listSavedLists } from "~db/queries/saved-lists";
import { listGroups } from "~db/queries/school-groups";
import type { OrganisationView } from "./load-organisation.server";
import { returnRows, uninvitedRow, type ReturnRowView } from "./return-rows.server";
import { returnsScope, type ReadableRound, type ReturnsScope } from "./returns-scope.server";

export type { ReturnRowView } from "./return-rows.server";

/** What a list can be narrowed to. */
export type ReturnsChoices = {
  districts: string[];
  phases: string[];
  groups: { id: string; name: string }[];
  lists: { id: string; name: string; query: string }[];
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
  /** How many districts are one's own. */
  mine: { district: string; coveredFor: string | null }[];
  choices: ReturnsChoices;
  counts: StateCount[];
  invited: number;
  late: number;
  notInvited: number;
  rows: ReturnRowView[];
  found: number;
  page: number;
  pages: number;
  /** Whether schools can be chosen here to be written to. */
  mayWrite: boolean;
};

type Asked = { key: string; roundId: string | null; filter: ReturnsFilter };

/** The returns of one round of an organisation; the one that runs unless said. Throws `not-found` or `forbidden`. */
export async function viewReturns(app: App, actor: Actor, asked: Asked): Promise<ReturnsView> {
  const of = await returnsScope(app, actor, asked);
  const { loaded, rounds, round, mine, scope } = of;
  const { filter } = asked;
  const { read } = app.db;
  const counted = round === undefined ? [] : await countReturns(read, scope);
  const notInvited = round?.own === true ? await countUninvited(read, scope) : 0;
  const counts = inOrder(counted.map(({ state, count }) => ({ state, count })));
  const sum = (of: "count" | "late") => counted.reduce((all, one) => all + one[of], 0);
  const late = sum("late");
  const found = foundOf(filter, { counts, invited: sum("count"), late, notInvited });
  const { page, pages } = pageOf(found, filter.page);
  return {
    organisation: loaded.view,
    rounds: rounds.map(({ id, title, closed }) => ({ id, title, closed })),
    round: round === undefined ? null : roundView(round),
    filter,
    mine: mine.districts,
    choices: await choicesOf(app, actor, scope),
    counts,
    invited: sum("count"),
    late,
    notInvited,
    rows: round === undefined ? [] : await rowsOf(app, of, { filter, page }),
    found,
    page,
    pages,
    mayWrite: round !== undefined && round.own && !round.closed && filter.state !== "not-invited",
  };
}

type Counted = Pick<ReturnsView, "counts" | "invited" | "late" | "notInvited">;

function foundOf({ state }: ReturnsFilter, counted: Counted): number {
  if (state === null) return counted.invited;
  if (state === "late") return counted.late;
  if (state === "not-invited") return counted.notInvited;
  return counted.counts.find((one) => one.state === state)?.count ?? 0;
}

const roundView = (round: ReadableRound) => ({
  id: round.id,
  title: round.title,
  firstDeadline: round.firstDeadline,
  finalDeadline: round.finalDeadline,
  rolling: round.rolling,
});

async function choicesOf(
  app: App,
  actor: Actor,
  { organisationId }: { organisationId: string },
): Promise<ReturnsChoices> {
  const { read } = app.db;
  const of = { organisationId };
  return {
    districts: await listDistricts(read, of),
    // Some schools of the register have none recorded.
    phases: (await listPhaseNames(read, of)).filter((name) => name !== ""),
    groups: (await listGroups(read, of)).map(({ id, name }) => ({ id, name })),
    lists: await listSavedLists(read, { ...of, userId: actor.userId }),
  };
}

/** `page` null: every row that the filter leaves. */
export async function rowsOf(
  app: App,
  { scope, round, reader }: ReturnsScope,
  { filter, page }: { filter: ReturnsFilter; page: number | null },
): Promise<ReturnRowView[]> {
  const { state, sort, down } = filter;
  const part = page === null ? null : { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  if (state === "not-invited") {
    if (round?.own !== true) return [];
    return (await pageOfUninvited(app.db.read, { ...scope, page: part })).map(uninvitedRow);
  }
  const rows = await pageOfReturns(app.db.read, { ...scope, state, sort, down, page: part });
  const questionnaireKey = round?.questionnaireKey ?? "";
  return returnRows(app, { ...scope, ...reader, questionnaireKey }, rows);
}
