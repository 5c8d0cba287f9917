import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { toReadPage, type ToReadFilter, type ToReadPage } from "~/domain/reply/to-read";
import { waitingSince, type Waiting } from "~/domain/reply/waiting";
import type { App } from "~/platform/app.server";
import { mineOf } from "~/services/chasing/mine.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { listReturnReaders } from "~db/queries/replies";
import { listLastSignatures, listToRead, type ToReadRow } from "~db/queries/to-read";
import { receiptGround } from "./send-receipt.server";

/** A signed return that nobody has answered. */
export type QueuedReturn = {
  responseId: string;
  schoolName: string;
  district: string;
  roundId: string;
  roundTitle: string;
  number: number;
  since: string;
  waiting: Waiting;
  /** Who has opened it, last first; it is locked for nobody. */
  readers: { name: string; isYou: boolean; lastAt: Date }[];
  /** Who has begun a reply; null: nobody. */
  begunBy: string | null;
};

export type ToReadView = {
  organisation: OrganisationView;
  /** Districts the reader looks after today; none: they look after all. */
  mine: string[];
  districts: string[];
  rounds: { id: string; title: string }[];
  filter: ToReadFilter;
  list: ToReadPage<QueuedReturn>;
};

/** The queue of an organisation: its own rounds, those of shared ones are answered by whoever runs them. */
export async function viewToRead(
  app: App,
  actor: Actor,
  { key, filter }: { key: string; filter: ToReadFilter },
): Promise<ToReadView> {
  const action = "organisation.view-returns";
  const loaded = await loadOrganisation(app, actor, { key, action });
  const rows = await readable(app, loaded);
  const { organisation, today } = loaded;
  const mine = await mineOf(app, actor, { organisationId: organisation.id, today });
  const districts = mine.districts.map(({ district }) => district);
  const queued = await queue(app, loaded, rows);
  const page = toReadPage(queued, { filter, mine: districts });
  return {
    organisation: loaded.view,
    mine: districts,
    districts: [...new Set(queued.map(({ district }) => district))].sort(),
    rounds: roundsOf(rows),
    filter,
    list: { ...page, rows: await withReaders(app, actor, page.rows) },
  };
}

/** Of the questionnaires that the person's role here covers. */
async function readable(app: App, { organisation, questionnaires }: LoadedOrganisation) {
  const rows = await listToRead(app.db.read, { organisationId: organisation.id });
  return rows.filter(({ questionnaireKey: key }) => questionnaires?.includes(key) ?? true);
}

type Waited = Omit<QueuedReturn, "readers"> & { submissionId: string };

async function queue(
  app: App,
  { organisation, today }: LoadedOrganisation,
  rows: readonly ToReadRow[],
): Promise<Waited[]> {
  const ground = await receiptGround(app, organisation.id);
  const submissionIds = rows.map(({ submissionId }) => submissionId);
  const signed = await listLastSignatures(app.db.read, { submissionIds });
  const replyDays = ground?.replyDays ?? null;
  const calendar = ground?.calendar ?? { terms: [], bankHolidays: [] };
  return rows.map((row) => {
    const { responseId, submissionId, number, schoolName, district } = row;
    const { roundId, roundTitle, begunBy } = row;
    const since = londonDate(signed.get(submissionId) ?? row.signedAt);
    const what = { responseId, submissionId, number, schoolName, district };
    return {
      ...what,
      roundId,
      roundTitle,
      begunBy,
      since,
      waiting: waitingSince({ since, today, replyDays, calendar }),
    };
  });
}

async function withReaders(
  app: App,
  actor: Actor,
  rows: readonly Waited[],
): Promise<QueuedReturn[]> {
  const submissionIds = rows.map(({ submissionId }) => submissionId);
  const readers = await listReturnReaders(app.db.read, { submissionIds });
  return rows.map(({ submissionId, ...row }) => ({
    ...row,
    readers: readers
      .filter((one) => one.submissionId === submissionId)
      .map(({ name, userId, lastAt }) => ({ name, isYou: userId === actor.userId, lastAt })),
  }));
}

function roundsOf(rows: readonly ToReadRow[]): { id: string; title: string }[] {
  const titles = new Map(rows.map(({ roundId, roundTitle }) => [roundId, roundTitle]));
  return [...titles].map(([id, title]) => ({ id, title }));
}

/** What waits for a reply, for the weekly mail: how many, and the most working days. */
export async function countToRead(
  app: App,
  actor: Actor,
  { key }: { key: string },
): Promise<{ count: number; days: number }> {
  const filter = { mine: false, district: null, roundId: null, page: 1 };
  const { list } = await viewToRead(app, actor, { key, filter });
  return { count: list.found, days: list.rows[0]?.waiting.days ?? 0 };
}
