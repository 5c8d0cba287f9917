import type { Calendar } from "~/domain/calendar/calendar";
import { londonDate } from "~/domain/calendar/format";
import { ringReasons, type RingFacts } from "~/domain/chasing/ring-reasons";
import { inCharge } from "~/domain/chasing/who-to-ring";
import type { RoundOfSchool } from "~/domain/chasing/monday-list";
import { standingInRound } from "~/domain/round/participation";
import type { App } from "~/platform/app.server";
import { listCameBack } from "~db/queries/came-back";
import { listCalls, listWritten } from "~db/queries/school-contacts";
import { countsFor, peopleBySchool } from "./people-of-schools";
import {
  listAwaitedSignatures,
  listPeopleInCharge,
  listRingRows,
  type RingRow,
} from "~db/queries/ring-rows";

type Scope = {
  organisationId: string;
  today: string;
  calendar: Calendar;
  /** Null: every district. */
  districts: readonly string[] | null;
  /** Questionnaires the person's role is limited to; null: all. */
  questionnaires: readonly string[] | null;
};

/** What is known beside the state of a return, by school or self-review. */
type Known = Awaited<ReturnType<typeof loadKnown>>;

/** Every unsigned return with the reasons to ring about it; many have none. Each is of one school in one round. */
export async function ringList(app: App, scope: Scope): Promise<RoundOfSchool<RingRow>[]> {
  const rows = await listRingRows(app.db.read, scope);
  const mayKnow = ({ questionnaireKey }: RingRow) =>
    scope.questionnaires?.includes(questionnaireKey) ?? true;
  const known = await loadKnown(app, scope);
  return rows.filter(mayKnow).map((row) => ({
    schoolId: row.schoolId,
    name: row.name,
    about: row,
    reasons: ringReasons(factsOf(row, { known, today: scope.today }), scope),
  }));
}

async function loadKnown(app: App, scope: Scope) {
  const { read } = app.db;
  const written = await listWritten(read, scope);
  const calls = await listCalls(read, scope);
  const people = await listPeopleInCharge(read, scope);
  const signed = await listAwaitedSignatures(read, scope);
  const cameBack = await listCameBack(read, scope);
  return {
    written: new Map(written.map((row) => [`${row.schoolId} ${row.roundId ?? ""}`, row])),
    // The newest call comes first, and the last of a key stays.
    calls: new Map([...calls].reverse().map((row) => [row.schoolId, row])),
    people: peopleBySchool(people),
    signed: new Map(signed.map((row) => [row.responseId, londonDate(row.signedAt)])),
    cameBack: new Map(cameBack.map((row) => [row.schoolId, londonDate(row.at)])),
  };
}

type Beside = { known: Known; today: string };

function factsOf(row: RingRow, { known, today }: Beside): RingFacts {
  const { late, next } = standingInRound(roundOf(row), schoolOf(row), today);
  const counts = late ?? next;
  const written = known.written.get(`${row.schoolId} ${row.roundId}`);
  const call = known.calls.get(row.schoolId);
  return {
    state: row.state,
    invitedOn: row.invitedAt === null ? row.opensOn : londonDate(row.invitedAt),
    deadline: counts?.date ?? null,
    extendedTo: counts?.extended === true ? counts.date : null,
    joined: inCharge(peopleOf(known, row)).length > 0,
    readyOn: row.readyAt === null ? null : londonDate(row.readyAt),
    signedOn: known.signed.get(row.responseId) ?? null,
    written: written?.times ?? 0,
    lastWrittenOn: written?.lastOn ?? null,
    lastCallOn: call?.on ?? null,
    ringAgainOn: call?.ringAgainOn ?? null,
    cameBackOn: known.cameBack.get(row.schoolId) ?? null,
  };
}

/** People with a role that counts for the round: one for another questionnaire does not. */
const peopleOf = ({ people }: Known, { schoolId, questionnaireKey: key }: RingRow) =>
  (people.get(schoolId) ?? []).filter((one) => countsFor(one, key));

const roundOf = (row: RingRow) => ({
  opensOn: row.opensOn,
  firstDeadline: row.roundFirst,
  finalDeadline: row.roundFinal,
  rolling: false,
  closedAt: row.closedAt,
});

const schoolOf = (row: RingRow) => ({
  participation: row.participation,
  withdrawn: false,
  state: row.state,
  hasStandingCopy: false,
  firstDeadline: row.ownFirst,
  finalDeadline: row.ownFinal,
});
