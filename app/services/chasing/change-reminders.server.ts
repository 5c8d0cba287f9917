import { readNote, type NoteProblem } from "~/domain/chasing/reminder-note";
import { askedAboutNames } from "~/domain/people/asked-about-names";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { loadRoundAt } from "~/services/rounds/load-round.server";
import { insertAudit } from "~db/queries/audit";
import { findRoundReminders, saveRoundReminders } from "~db/queries/reminders";

type Change = {
  key: string;
  roundId: string;
  on: boolean;
  note: string;
  /** The version the page showed. */
  version: number;
  namesConfirmed?: boolean;
};

/**
 * Turns the reminders of a round on or off, with a manager's own words in each. Throws `not-found`, `forbidden`,
 * `closed` for a round that is, and `conflict` where somebody else was first.
 */
export async function changeReminders(
  app: App,
  actor: Actor,
  { key, roundId, on, note: typed, version, namesConfirmed = false }: Change,
): Promise<Result<null, NoteProblem[]>> {
  const { round, organisation } = await loadRoundAt(app, actor, { key, roundId });
  if (round.rolling) throw new AppError("not-found");
  if (round.closedAt !== null) throw new AppError("closed");
  const read = readNote(typed);
  if (!read.ok) return read;
  const note = read.value;
  const before = (await findRoundReminders(app.db.read, { roundId }))?.note ?? "";
  const asked = askedAboutNames({ field: "note", text: note, before, confirmed: namesConfirmed });
  if (asked.length > 0) return refused(asked);
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    const set = { roundId, on, note, version, updatedAt: at };
    if (!(await saveRoundReminders(tx, set))) throw new AppError("conflict");
    await insertAudit(tx, {
      ...{ id: app.newId(), at, actorId: actor.userId, event: "reminders.changed" },
      ...{ organisationId: organisation.id, subjectKind: "round", subjectId: roundId },
      data: { on: on ? "on" : "off" },
    });
  });
  return ok(null);
}
