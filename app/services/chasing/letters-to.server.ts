import { letterAddresses, type Address } from "~/domain/chasing/letter-addresses";
import { LETTERS_AT_ONCE } from "~/domain/chasing/letter-words";
import { EVERY_RETURN, type ReturnsFilter } from "~/domain/returns/list-returns";
import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { returnsScope, type ReadableRound } from "~/services/returns/returns-scope.server";
import type { LoadedOrganisation } from "~/services/returns/load-organisation.server";
import { listCameBack } from "~db/queries/came-back";
import { pageOfReturns, type ListedReturn } from "~db/queries/returns-list";
import { listPeopleInCharge } from "~db/queries/ring-rows";
import { countsFor, peopleBySchool } from "./people-of-schools";

/** Which schools are written to: those ticked, or all that a filter leaves. */
export type AskedLetters = {
  key: string;
  /** Empty: the one that runs. */
  roundId: string;
  chosen: { ids: readonly string[] } | { filter: ReturnsFilter };
};

/** A school with where its letter goes. */
export type SchoolOfLetter = { row: ListedReturn; addresses: Address[] };

export type LettersTo = {
  loaded: LoadedOrganisation;
  round: ReadableRound;
  schools: SchoolOfLetter[];
  /** How many were asked for; of more than can be written to at once none is loaded. */
  asked: number;
};

const action = "organisation.chase";

/** Finds the schools and their addresses, in a round of the organisation's own that is open. Throws `not-found`. */
export async function lettersTo(
  app: App,
  actor: Actor,
  { key, roundId, chosen }: AskedLetters,
): Promise<LettersTo> {
  const filter = "filter" in chosen ? chosen.filter : { ...EVERY_RETURN, district: "all" };
  const of = await returnsScope(app, actor, { key, roundId, filter, action });
  const { loaded, round, scope } = of;
  if (round?.own !== true || round.closed) throw new AppError("not-found");
  if (roundId !== "" && round.id !== roundId) throw new AppError("not-found");
  const { state } = filter;
  if (state === "not-invited") throw new AppError("not-found");
  const ids = "filter" in chosen ? undefined : chosen.ids.slice(0, LETTERS_AT_ONCE + 1);
  const list = { ...scope, state, sort: "name" as const, down: false };
  const page = { limit: LETTERS_AT_ONCE + 1, offset: 0 };
  const rows = await pageOfReturns(app.db.read, { ...list, page, ids });
  const schools = rows.length > LETTERS_AT_ONCE ? [] : await withAddresses(app, of, rows);
  return { loaded, round, schools, asked: rows.length };
}

type Scoped = Awaited<ReturnType<typeof returnsScope>>;

async function withAddresses(
  app: App,
  { scope, round }: Scoped,
  rows: readonly ListedReturn[],
): Promise<SchoolOfLetter[]> {
  const schoolIds = rows.map(({ schoolId }) => schoolId);
  const people = peopleBySchool(await listPeopleInCharge(app.db.read, { ...scope, schoolIds }));
  const cameBack = new Set((await listCameBack(app.db.read, scope)).map(({ email }) => email));
  return rows.map((row) => {
    const there = (people.get(row.schoolId) ?? []).filter((one) =>
      countsFor(one, round?.questionnaireKey ?? ""),
    );
    const { officeEmail } = row;
    return { row, addresses: letterAddresses({ officeEmail, people: there }, cameBack) };
  });
}
