import {
  and,
  asc,
  desc,
  eq,
  exists,
  inArray,
  isNull,
  like,
  ne,
  notExists,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import { RESPONSE_STATES } from "../../app/domain/response/states";
import type { ListState, ReturnSort } from "../../app/domain/returns/list-returns";
import {
  coverage,
  responses,
  rounds,
  roundSchools,
  schoolGroups,
  schools,
  submissions,
} from "../schema";
import type { Reader } from "../types";
import { districtOfSchool } from "./officer-districts";
import { standingCopy } from "./returns";
import { isMember } from "./school-groups";

/** The round listed, and what of it. The caller has asked the policy about the round. */
export type ListScope = {
  roundId: string;
  organisationId: string;
  today: string;
  /** Null: all. */
  districts: readonly string[] | null;
  phase: string | null;
  groupId: string | null;
  search: string | null;
};

/** The deadlines that count for a school: its own where it was given more time. */
const firstDeadline = sql<
  string | null
>`coalesce(${roundSchools.firstDeadline}, ${rounds.firstDeadline})`;
const finalDeadline = sql<
  string | null
>`coalesce(${roundSchools.finalDeadline}, ${rounds.finalDeadline})`;

/** As app/domain/round/participation.ts has it: invited, unsigned, and a deadline of its own gone by. */
const isLate = (today: string) =>
  and(
    inArray(responses.state, ["not-started", "in-progress", "ready-to-sign", "awaiting-governor"]),
    isNull(submissions.id),
    isNull(rounds.closedAt),
    eq(rounds.rolling, false),
    sql`${rounds.opensOn} <= ${today}`,
    or(sql`${firstDeadline} < ${today}`, sql`${finalDeadline} < ${today}`),
  );

const ofSameSchool = and(
  eq(roundSchools.roundId, responses.roundId),
  eq(roundSchools.schoolId, responses.schoolId),
);

const isInvited = or(
  isNull(roundSchools.participation),
  ne(roundSchools.participation, "expected"),
);

/** What is asked of the school itself. */
function isSchoolWanted(read: Reader, scope: ListScope): SQL | undefined {
  const { districts, phase, groupId, search, organisationId } = scope;
  const words = search === null ? [] : search.toLowerCase().split(/\s+/).filter(Boolean);
  const named = words.map((word) => {
    const text = word.replace(/[%_\\]/g, "");
    return or(like(sql`lower(${schools.name})`, `%${text}%`), like(schools.urn, `${text}%`));
  });
  const group = () =>
    exists(
      read
        .select({ one: sql`1` })
        .from(schoolGroups)
        .where(
          and(
            eq(schoolGroups.id, groupId ?? ""),
            eq(schoolGroups.organisationId, organisationId),
            isMember(read),
          ),
        ),
    );
  return and(
    districts === null ? undefined : inArray(districtOfSchool, [...districts]),
    phase === null ? undefined : eq(schools.phaseName, phase),
    groupId === null ? undefined : group(),
    ...named,
  );
}

const isListed = (read: Reader, scope: ListScope) =>
  and(
    eq(responses.roundId, scope.roundId),
    ne(responses.state, "withdrawn"),
    isInvited,
    isSchoolWanted(read, scope),
  );

/** How many schools stand in each state, and how many of them are late, whatever state is asked for. */
export async function countReturns(read: Reader, scope: ListScope) {
  return read
    .select({
      state: responses.state,
      count: sql<number>`count(*)`.mapWith(Number),
      late: sql<number>`sum(case when ${isLate(scope.today)} then 1 else 0 end)`.mapWith(Number),
    })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .leftJoin(roundSchools, ofSameSchool)
    .leftJoin(submissions, standingCopy)
    .where(isListed(read, scope))
    .groupBy(responses.state);
}

type Asked = ListScope & {
  state: Exclude<ListState, "not-invited"> | null;
  /** These returns and no others. */
  ids?: readonly string[];
  sort: ReturnSort;
  down: boolean;
  /** Null: every row. */
  page: { limit: number; offset: number } | null;
};

function orderOf({ sort, down }: Pick<Asked, "sort" | "down">): SQL[] {
  const way = down ? desc : asc;
  const name = sql`lower(${schools.name})`;
  const state = sql.join(
    [
      sql`case ${responses.state}`,
      ...RESPONSE_STATES.map((one, index) => sql`when ${one} then ${sql.raw(String(index))}`),
      sql`end`,
    ],
    sql` `,
  );
  const untouched = sql`case when ${responses.state} = 'not-started' then 0 else 1 end`;
  if (sort === "name") return [way(name), asc(responses.id)];
  if (sort === "state") return [way(state), asc(name), asc(responses.id)];
  return [way(untouched), way(responses.updatedAt), asc(name), asc(responses.id)];
}

export type ListedReturn = Awaited<ReturnType<typeof pageOfReturns>>[number];

/** One page of a round's returns: state and dates, and the copy that stands. Nothing of an answer is read. */
export async function pageOfReturns(read: Reader, asked: Asked) {
  const { state, page, today, ids } = asked;
  const chosen = ids === undefined ? undefined : inArray(responses.id, [...ids]);
  const wanted =
    state === null ? undefined : state === "late" ? isLate(today) : eq(responses.state, state);
  const rows = read
    .select({
      id: responses.id,
      schoolId: schools.id,
      state: responses.state,
      updatedAt: responses.updatedAt,
      urn: schools.urn,
      name: schools.name,
      district: districtOfSchool,
      phaseName: schools.phaseName,
      telephone: schools.telephone,
      officeEmail: schools.officeEmail,
      firstDeadline,
      finalDeadline,
      late: sql<number>`case when ${isLate(today)} then 1 else 0 end`.mapWith(Number),
      copyNumber: submissions.number,
      signedAt: submissions.signedAt,
    })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .leftJoin(roundSchools, ofSameSchool)
    .leftJoin(submissions, standingCopy)
    .where(and(isListed(read, asked), wanted, chosen))
    .orderBy(...orderOf(asked));
  return page === null ? rows : rows.limit(page.limit).offset(page.offset);
}

/** Schools an organisation covers that are open and not invited to the round. They are never late. */
function isUninvited(read: Reader, scope: ListScope) {
  const invited = read
    .select({ one: sql`1` })
    .from(responses)
    .leftJoin(roundSchools, ofSameSchool)
    .where(
      and(eq(responses.roundId, scope.roundId), eq(responses.schoolId, schools.id), isInvited),
    );
  return and(
    eq(coverage.organisationId, scope.organisationId),
    isNull(schools.closedOn),
    notExists(invited),
    isSchoolWanted(read, scope),
  );
}

export async function countUninvited(read: Reader, scope: ListScope): Promise<number> {
  const rows = await read
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(coverage)
    .innerJoin(schools, eq(schools.id, coverage.schoolId))
    .where(isUninvited(read, scope));
  return rows[0]?.count ?? 0;
}

/** A page of the schools that are not invited, by name. */
export async function pageOfUninvited(
  read: Reader,
  scope: ListScope & { page: { limit: number; offset: number } | null },
) {
  const rows = read
    .select({
      schoolId: schools.id,
      urn: schools.urn,
      name: schools.name,
      district: districtOfSchool,
      phaseName: schools.phaseName,
      telephone: schools.telephone,
    })
    .from(coverage)
    .innerJoin(schools, eq(schools.id, coverage.schoolId))
    .where(isUninvited(read, scope))
    .orderBy(asc(sql`lower(${schools.name})`), asc(schools.id));
  return scope.page === null ? rows : rows.limit(scope.page.limit).offset(scope.page.offset);
}

/** Phases as the register writes them, of the schools an organisation covers. */
export async function listPhaseNames(
  read: Reader,
  { organisationId }: { organisationId: string },
): Promise<string[]> {
  const rows = await read
    .selectDistinct({ phase: schools.phaseName })
    .from(coverage)
    .innerJoin(schools, eq(schools.id, coverage.schoolId))
    .where(eq(coverage.organisationId, organisationId));
  return rows.map(({ phase }) => phase).sort();
}
