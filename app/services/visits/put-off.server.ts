import type { Actor } from "~/domain/policy/actor";
import { wordsProblem } from "~/domain/visit/words-to-tell";
import type { App } from "~/platform/app.server";
import { clearVisitDates } from "~db/queries/visit-dates";
import { loadVisit } from "./load-visit.server";
import {
  mailVisit,
  visitReaders,
  type VisitReaders,
  type VisitRecipient,
} from "./mail-visit.server";
import { namesAsked } from "./names-asked";
import { makeVisitMove } from "./move-visit.server";
import type { VisitOutcome } from "./views";
import { calendarOf } from "./visit-days.server";

type Input = { visitId: string; words: string; namesConfirmed?: boolean };

/** Either side takes the day off, with words to tell. The visit waits for another day; calendars are told. */
export function postponeVisit(app: App, actor: Actor, input: Input): Promise<VisitOutcome> {
  return putOff(app, actor, { ...input, event: "postpone" });
}

/** The headteacher or a manager ends a visit before the day, with a reason that everybody reads. */
export function cancelVisit(app: App, actor: Actor, input: Input): Promise<VisitOutcome> {
  return putOff(app, actor, { ...input, event: "cancel" });
}

/** The plan was agreed for the day that goes: its words stay, and it is agreed anew for the next one. */
const NO_DAY = { visitOn: null, startsAt: null, endsAt: null, focusAgreedAt: null };

type PuttingOff = Input & { event: "postpone" | "cancel" };

async function putOff(app: App, actor: Actor, puttingOff: PuttingOff): Promise<VisitOutcome> {
  const { visitId, words, event, namesConfirmed = false } = puttingOff;
  const loaded = await loadVisit(app, actor, { visitId, action: `visit.${event}` });
  const message = wordsProblem(words);
  if (message !== null)
    return { kind: "problems" as const, problems: [{ field: "words", message }] };
  const names = namesAsked({ words }, { namesConfirmed });
  if (names.length > 0) return { kind: "problems", problems: names };
  const { row } = loaded;
  const said = words.trim();
  const readers = await visitReaders(app, row);
  const hadDay = row.visitOn !== null;
  const calendarSequence = row.calendarSequence + (hadDay ? 1 : 0);
  const calendar = await calendarOf(app, { ...row, calendarSequence }, "CANCEL");
  const at = app.clock.now();
  const auditId = app.newId();
  const ends = event === "cancel" ? { cancelledReason: said } : {};
  await app.db.transact(async (tx) => {
    await makeVisitMove(tx, {
      actor,
      loaded,
      event,
      at,
      auditId,
      context: { reason: said },
      also: { ...NO_DAY, calendarSequence, ...ends },
    });
    await clearVisitDates(tx, { visitId });
    const what = event === "cancel" ? "cancelled" : "postponed";
    // To whoever puts it off too: the day is in their calendar.
    const to = toTell(event, readers);
    await mailVisit(tx, app, { row, what, to, who: actor.name, words: said, calendar });
  });
  app.wakeWorker();
  return { kind: "done" as const, done: event === "cancel" ? "cancelled" : "postponed" };
}

/** Both sides; managers where a visit ends, as they planned it. */
function toTell(
  event: PuttingOff["event"],
  { hosts, reviewers, managers }: VisitReaders,
): VisitRecipient[] {
  const everybody = [...hosts, ...reviewers, ...(event === "cancel" ? managers : [])];
  return [...new Map(everybody.map((one) => [one.userId, one])).values()];
}
