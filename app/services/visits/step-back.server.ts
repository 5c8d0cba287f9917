import { findUpn } from "~/domain/people/upn";
import type { Actor } from "~/domain/policy/actor";
import { WORDS_TO_TELL_MAX } from "~/domain/visit/words-to-tell";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { forgetOwnOfReviewer } from "~db/queries/visit-own";
import { changeStanding, type VisitPerson } from "~db/queries/visit-people";
import type { Writer } from "~db/types";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { mailVisit, visitReaders, type VisitReaders } from "./mail-visit.server";
import { makeVisitMove } from "./move-visit.server";
import { namesAsked } from "./names-asked";
import { tryAgain } from "./try-again.server";
import type { VisitOutcome, VisitProblemView } from "./views";
import { calendarOf } from "./visit-days.server";

/** `words`: why, for the school, the other reviewer and the council; may be empty. */
type Input = { visitId: string; words: string; namesConfirmed?: boolean };

/**
 * A reviewer who had said yes cannot come. The place is free again and the day holds, as where an accreditation
 * lapses; school, other reviewer and managers are told with the words. What only the reviewer could read goes:
 * jottings, notes that were not filed to the focus, and views. Filed notes stay under the reviewer's name.
 */
export async function stepBack(app: App, actor: Actor, input: Input): Promise<VisitOutcome> {
  const { visitId, words, namesConfirmed = false } = input;
  const said = words.trim();
  const problems = problemsOf(said, namesConfirmed);
  const outcome = await tryAgain(async (): Promise<VisitOutcome> => {
    const loaded = await loadVisit(app, actor, { visitId, action: "visit.step-back" });
    if (problems.length > 0) return { kind: "problems", problems };
    await leave(app, actor, { loaded, said });
    return { kind: "done", done: "stepped-back" };
  });
  app.wakeWorker();
  return outcome;
}

function problemsOf(said: string, namesConfirmed: boolean): VisitProblemView[] {
  const told = (message: string) => [{ field: "words", message }];
  if (said.length > WORDS_TO_TELL_MAX) return told(`Use ${WORDS_TO_TELL_MAX} characters or fewer`);
  if (findUpn(said).length > 0) return told("Take out what looks like a pupil number (UPN)");
  return namesAsked({ words: said }, { namesConfirmed });
}

type Leaving = { loaded: LoadedVisit; said: string };

async function leave(app: App, actor: Actor, { loaded, said }: Leaving): Promise<void> {
  const { row } = loaded;
  const { userId } = actor;
  const readers = await visitReaders(app, row);
  const mine = readers.reviewers.find((one) => one.userId === userId);
  if (mine === undefined) throw new AppError("conflict");
  const calendar = await calendarOf(app, row, "CANCEL");
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    const change = { rowId: mine.rowId, from: "accepted", to: "declined", at } as const;
    if (!(await changeStanding(tx, change))) throw new AppError("conflict");
    await makeVisitMove(tx, {
      actor,
      loaded,
      event: "replaceReviewer",
      auditAs: "visit.steppedBack",
      at,
      auditId,
      data: { part: mine.part },
    });
    await forgetOwnOfReviewer(tx, { visitId: row.id, userId });
    await tell(tx, app, { loaded, readers, mine, words: said });
    const to = [mine];
    await mailVisit(tx, app, { row, what: "you-stepped-back", to, path: "/visits", calendar });
  });
}

type Told = { loaded: LoadedVisit; readers: VisitReaders; mine: VisitPerson; words: string };

/** The others of the visit, and managers, who look for somebody else. */
async function tell(tx: Writer, app: App, { loaded, readers, mine, words }: Told): Promise<void> {
  const { row } = loaded;
  const { name: who, rowId } = mine;
  const { managers, managerPath: path, hosts, reviewers } = readers;
  await mailVisit(tx, app, { row, what: "declined", to: managers, path, who, words });
  const others = [...hosts, ...reviewers.filter((one) => one.rowId !== rowId)];
  await mailVisit(tx, app, { row, what: "stepped-back", to: others, who, words });
}
