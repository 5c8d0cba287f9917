import { pairProblems, type LineProblem } from "~/domain/matching/check-lines";
import { conflictsOf } from "~/domain/matching/availability";
import { usualWindow, windowOfVisit } from "~/domain/matching/choices";
import { lineProblemWords } from "~/domain/matching/line-words";
import { pairConflictsOf } from "~/domain/matching/pair-rules";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { answerBy } from "~/domain/visit/clocks";
import type { ReviewerPart } from "~/domain/visit/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { askedRow } from "~/services/visits/invite-to-visit.server";
import { loadVisit, type LoadedVisit } from "~/services/visits/load-visit.server";
import { mailVisit, visitReaders, type VisitReaders } from "~/services/visits/mail-visit.server";
import { makeVisitMove } from "~/services/visits/move-visit.server";
import { tryAgain } from "~/services/visits/try-again.server";
import { handPlacesOn, insertVisitReviewers } from "~db/queries/visit-matching";
import type { VisitPerson } from "~db/queries/visit-people";
import type { Writer } from "~db/types";
import { loadMatchingData, type MatchingData, type RegisteredReviewer } from "./load-facts.server";
import { loadRounds, roundNeeded } from "./load-round.server";

export type Replacing = {
  key: string;
  visitId: string;
  /** The row that gives its place up; null where places are free. */
  leaving: string | null;
  /** Register ids, the lead reviewer first where both places are filled. */
  coming: readonly string[];
};

/**
 * Puts others in the free places of a visit that has not taken place, checked against every hard rule as in a
 * proposal; nobody who had a place before is asked again. A day that stands stays. Refused with the reasons in words.
 */
export async function replaceReviewers(
  app: App,
  actor: Actor,
  { key, visitId, leaving, coming }: Replacing,
): Promise<Result<null, string[]>> {
  const rounds = await loadRounds(app, actor, key);
  const done = await tryAgain(async () => {
    const loaded = await loadVisit(app, actor, { visitId, action: "visit.manage" });
    const round = roundNeeded(rounds.rounds, loaded.row.roundId);
    const window = windowOfVisit(loaded.row, usualWindow(rounds.calendar, rounds.today));
    const readers = await visitReaders(app, loaded.row);
    const data = await loadMatchingData(app.db.read, { round, today: rounds.today, window });
    const change = changeOf({ readers, data, leaving, coming });
    const problems = problemsOf(loaded, data, change);
    if (problems.length > 0) {
      return refused(problems.map((one) => lineProblemWords(one, round.questionnaireTitle)));
    }
    await app.db.transact(async (tx) => {
      await standsAs(tx, { round, today: rounds.today, window, loaded, change });
      await makeChange(tx, app, { actor, loaded, readers, change });
    });
    return ok(null);
  });
  if (done.ok) app.wakeWorker();
  return done;
}

type Change = {
  leaves: VisitPerson | null;
  stays: VisitPerson[];
  comes: { reviewer: RegisteredReviewer | undefined; part: ReviewerPart }[];
};

type Changing = {
  readers: VisitReaders;
  data: MatchingData;
  leaving: string | null;
  coming: readonly string[];
};

/** Throws `conflict` where the one to leave has left, or the places are not as the page showed them. */
function changeOf({ readers, data, leaving, coming }: Changing): Change {
  const leaves = readers.reviewers.find(({ rowId }) => rowId === leaving) ?? null;
  if (leaving !== null && leaves === null) throw new AppError("conflict");
  const stays = readers.reviewers.filter(({ rowId }) => rowId !== leaving);
  const parts: ReviewerPart[] = ["lead", "second"];
  const free = parts.filter((part) => !stays.some((one) => one.part === part));
  if (stays.length + coming.length !== 2) throw new AppError("conflict", { problem: "places" });
  const comes = coming.map((reviewerId, index) => ({
    reviewer: data.reviewers.find((one) => one.reviewerId === reviewerId),
    part: free[index] ?? "second",
  }));
  return { leaves, stays, comes };
}

function problemsOf(loaded: LoadedVisit, data: MatchingData, change: Change): LineProblem[] {
  const { schools, context, asked } = data;
  const school = schools.find(({ schoolId }) => schoolId === loaded.row.schoolId);
  if (school === undefined) return [{ code: "no-response" }];
  const comes = change.comes.flatMap(({ reviewer }) => reviewer ?? []);
  if (comes.length < change.comes.length) return [{ code: "not-in-register" }];
  const before = asked.filter(({ visitId }) => visitId === loaded.row.id);
  const again = comes.filter(({ userId }) => before.some((one) => one.userId === userId));
  if (again.length > 0) return again.map(({ name }) => ({ code: "asked-before", name }));
  const [first, second] = comes;
  if (first === undefined) return [{ code: "not-in-register" }];
  if (second !== undefined) {
    if (first.userId === second.userId) return [{ code: "twice-the-same" }];
    return pairProblems({ first, second, school, context });
  }
  const stays = data.reviewers.find(({ userId }) => userId === change.stays[0]?.userId);
  const own = conflictsOf({ reviewer: first, school, context }).map((conflict): LineProblem => ({
    code: "conflict",
    name: first.name,
    conflict,
  }));
  const pair =
    stays === undefined ? [] : pairConflictsOf({ first: stays, second: first, school, context });
  return [...own, ...pair.map((conflict): LineProblem => ({ code: "pair", conflict }))];
}

type Standing = Parameters<typeof loadMatchingData>[1] & { loaded: LoadedVisit; change: Change };

/** What was decided on outside holds inside the transaction too (design.md decision 4). */
async function standsAs(tx: Writer, { loaded, change, ...asked }: Standing): Promise<void> {
  const data = await loadMatchingData(tx, asked);
  if (problemsOf(loaded, data, change).length > 0) throw new AppError("conflict");
}

type Making = { actor: Actor; loaded: LoadedVisit; readers: VisitReaders; change: Change };

async function makeChange(tx: Writer, app: App, { actor, loaded, readers, change }: Making) {
  const at = app.clock.now();
  const { row } = loaded;
  const rowIds = change.leaves === null ? [] : [change.leaves.rowId];
  const handed = await handPlacesOn(tx, { visitId: row.id, rowIds, at });
  if (handed !== rowIds.length) throw new AppError("conflict");
  const comes = change.comes.flatMap(({ reviewer, part }) =>
    reviewer === undefined ? [] : [{ reviewer, part }],
  );
  const visitId = row.id;
  const rows = comes.map(({ reviewer, part }) => askedRow(app, { visitId, reviewer, part, at }));
  await insertVisitReviewers(tx, rows);
  const auditId = app.newId();
  const data = { reviewerIds: rows.map(({ reviewerId }) => reviewerId) };
  await makeVisitMove(tx, { actor, loaded, event: "replaceReviewer", at, auditId, data });
  await tell(tx, app, { loaded, readers, change, to: comes.map(({ reviewer }) => reviewer) });
}

type Telling = Omit<Making, "actor"> & { to: RegisteredReviewer[] };

/** Those who come are asked; who leaves has nothing to do; the others hear that the pair has changed. */
async function tell(tx: Writer, app: App, { loaded, readers, change, to }: Telling) {
  const { row, calendar, today } = loaded;
  const by = answerBy(calendar, today);
  await mailVisit(tx, app, { row, what: "invited-reviewer", to, by });
  const { leaves, stays } = change;
  const who = leaves?.name ?? "";
  if (leaves !== null) {
    await mailVisit(tx, app, { row, what: "not-needed", to: [leaves], path: "/visits" });
    await mailVisit(tx, app, { row, what: "replaced", to: stays, who });
  }
  if (row.hostAcceptedAt === null) {
    await mailVisit(tx, app, { row, what: "invited-host", to: readers.heads, by });
  } else if (leaves !== null) {
    await mailVisit(tx, app, { row, what: "replaced", to: readers.hosts, who });
  }
}
