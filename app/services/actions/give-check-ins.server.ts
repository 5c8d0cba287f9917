import { CHECK_IN_LINE_MAX, stateAfter, type GivenAnswer } from "~/domain/action/check-in";
import { reviewOn } from "~/domain/action/review-term";
import type { CheckInAnswer } from "~/domain/action/states";
import { termText } from "~/domain/action/term-text";
import { askedAboutNames } from "~/domain/people/asked-about-names";
import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  insertCheckIn,
  listCheckIns,
  updateCheckIn,
  type CheckInRow,
} from "~db/queries/action-check-ins";
import { findAction, isCarriedOn, updateAction } from "~db/queries/actions";
import { insertAudit } from "~db/queries/audit";
import type { Writer } from "~db/types";
import { schoolCalendar } from "../answering/school-calendar.server";
import { wordsOf } from "./change-action.server";
import { pupilNumberIn } from "./read-action-fields";
import type { CheckInOutcome, CheckInProblem } from "./review-views";
import { schoolOfPlan } from "./school-of-plan.server";

type Input = { urn: string; answers: readonly GivenAnswer[] };

/** An answer that can be written. */
type Ready = GivenAnswer & { answer: CheckInAnswer };

/**
 * Writes answers of the review that can be done today, one or many, and moves each action to where its answer leads.
 * Nothing is written while any has a problem. Throws `conflict` when no review can be done, `not-found` for an action
 * of another school.
 */
export async function giveCheckIns(app: App, actor: Actor, input: Input): Promise<CheckInOutcome> {
  const { school, facts } = await schoolOfPlan(app, actor, {
    urn: input.urn,
    action: "action.edit",
  });
  const open = reviewOn(await schoolCalendar(app, school.id), facts.today);
  if (open === null) throw new AppError("conflict");
  const term = termText(open);
  const standing = (await listCheckIns(app.db.read, { schoolId: school.id })).filter(
    (one) => one.term === term,
  );
  const asked = input.answers.filter((one) => isNew(one, standing));
  const problems = asked.flatMap((one) => problemsOf(one, standing));
  if (problems.length > 0) return { kind: "problems", problems };
  const ready = asked.flatMap(({ answer, ...rest }) =>
    answer === null ? [] : [{ ...rest, answer }],
  );
  const saved: string[] = [];
  const overtaken: string[] = [];
  for (const one of ready) {
    const isSaved = await giveOne(app, actor, { one, term, schoolId: school.id });
    (isSaved ? saved : overtaken).push(one.actionId);
  }
  return { kind: "saved", saved, overtaken };
}

/** Whether something was said; an answer that came back as it stood says nothing new. */
function isNew({ actionId, answer, line }: GivenAnswer, standing: readonly CheckInRow[]): boolean {
  const stands = standing.find((one) => one.actionId === actionId);
  if (stands === undefined) return answer !== null || line.trim() !== "";
  return answer !== null && !(stands.answer === answer && stands.line === line.trim());
}

function problemsOf(
  { actionId, answer, line, namesConfirmed }: GivenAnswer,
  standing: readonly CheckInRow[],
): CheckInProblem[] {
  if (answer === null) {
    return [{ actionId, field: "answer", message: "Choose Done, On the way or Stuck" }];
  }
  const field = "line";
  if (line.trim().length > CHECK_IN_LINE_MAX) {
    return [{ actionId, field, message: `Use ${CHECK_IN_LINE_MAX} characters or fewer` }];
  }
  const number = pupilNumberIn(line);
  if (number !== null) return [{ actionId, field, message: number }];
  const before = standing.find((one) => one.actionId === actionId)?.line ?? "";
  const asked = askedAboutNames({ field, text: line, before, confirmed: namesConfirmed });
  return asked.map((question) => ({ actionId, ...question }));
}

type One = { one: Ready; term: string; schoolId: string };

/** False: somebody answered or changed the action first, and nothing is written. */
async function giveOne(app: App, actor: Actor, { one, term, schoolId }: One): Promise<boolean> {
  const { actionId } = one;
  const at = app.clock.now();
  const ids = { checkIn: app.newId(), audit: app.newId() };
  return app.db.transact(async (tx) => {
    const row = await findAction(tx, { schoolId, actionId });
    if (row === undefined) throw new AppError("not-found");
    const state = stateAfter(row.state, one.answer);
    if (state === null || (await isCarriedOn(tx, actionId))) return false;
    if (!(await isAsSeen(tx, { one, term, schoolId }))) return false;
    // The action's version is the gate: of two people at once, one comes through and writes the answer.
    const { version } = row;
    const to = { ...wordsOf(row), state };
    if (!(await updateAction(tx, { schoolId, actionId, version, at, to }))) return false;
    await writeCheckIn(tx, { one, term, id: ids.checkIn, by: actor.userId, at });
    await insertAudit(tx, {
      id: ids.audit,
      at,
      actorId: actor.userId,
      event: "action.reviewed",
      schoolId,
      subjectKind: "action",
      subjectId: actionId,
      data: { answer: one.answer, state, term, version: version + 1 },
    });
    return true;
  });
}

async function isAsSeen(tx: Writer, { one, term, schoolId }: One): Promise<boolean> {
  const all = await listCheckIns(tx, { schoolId });
  const stands = all.find((each) => each.actionId === one.actionId && each.term === term);
  return (stands?.givenAt.getTime() ?? null) === (one.seen?.getTime() ?? null);
}

type Writing = { one: Ready; term: string; id: string; by: string; at: Date };

async function writeCheckIn(tx: Writer, { one, term, id, by, at }: Writing): Promise<void> {
  const { actionId, answer, seen } = one;
  const given = { answer, line: one.line.trim(), givenBy: by, givenAt: at };
  const isWritten =
    seen === null
      ? await insertCheckIn(tx, { id, actionId, term, ...given })
      : await updateCheckIn(tx, { actionId, term, seen }, given);
  if (!isWritten) throw new AppError("conflict", { actionId });
}
