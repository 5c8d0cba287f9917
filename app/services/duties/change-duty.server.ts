import type { Day } from "~/domain/calendar/day";
import type { Actor } from "~/domain/policy/actor";
import type { Duty } from "~/domain/questionnaire/duties";
import { asksOn, dutyWords } from "~/domain/questionnaire/duty-change";
import { judgeDuty, type DutyProblem, type TypedDuty } from "~/domain/questionnaire/typed-duty";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { insertDuties, updateDuty } from "~db/queries/duties";
import { askAboutDuty } from "~db/queries/duty-asks";
import type { Writer } from "~db/types";
import { typedOf } from "./typed-of";
import { touchedNow } from "./touched-now.server";
import { loadDutyDesk, type AtQuestionnaire, type DutyDesk } from "./load-duty-desk.server";

/** `dutyId` null: a new one. `version`: the one the change was made from. `typo`: nothing of what is meant changes. */
export type DutyEdit = AtQuestionnaire & {
  dutyId: string | null;
  version: number;
  typed: TypedDuty;
  typo: boolean;
};

/**
 * What a change would do: the words before and after, how many schools are asked to look again, and on which day; null:
 * at once.
 */
export type DutyPreview = { before: string; after: string; schools: number; on: Day | null };

export type DutyRefusal =
  | { kind: "problems"; problems: DutyProblem[] }
  /** Somebody else changed it; what stands now. */
  | { kind: "conflict"; stands: TypedDuty; version: number };

/** What a change of a duty would do. Writes nothing. Throws `not-found` or `forbidden`. */
export async function previewDuty(
  app: App,
  actor: Actor,
  edit: DutyEdit,
): Promise<Result<DutyPreview, DutyRefusal>> {
  const desk = await loadDutyDesk(app, actor, edit);
  const judged = judge(desk, { edit, newId: app.newId });
  if (!judged.ok) return judged;
  const { before, after } = judged.value;
  const { id: questionnaireId } = desk.questionnaire;
  const touching = { questionnaireId, before, after };
  const touched = edit.typo ? [] : await touchedNow(app, app.db.read, touching);
  return ok({
    on: asksOn({ before, after }, desk.today),
    before: before === null ? "" : dutyWords(before),
    after: dutyWords(after),
    // That a school has a private self-review is nobody's to know (design.md section 3).
    schools: new Set(touched.filter(({ roundId }) => roundId !== null).map((one) => one.schoolId))
      .size,
  });
}

/**
 * Adds or changes a duty, keeps what it said before, and asks the self-reviews it touches to look again, on its first
 * day where that is to come (ask-first-days.server.ts); a mended typing error asks nobody. What is signed keeps what it froze. All of it or nothing. Throws `not-found` or `forbidden`.
 */
export async function applyDuty(
  app: App,
  actor: Actor,
  edit: DutyEdit,
): Promise<Result<{ dutyId: string }, DutyRefusal>> {
  const desk = await loadDutyDesk(app, actor, edit);
  const judged = judge(desk, { edit, newId: app.newId });
  if (!judged.ok) return judged;
  const { before, after } = judged.value;
  const at = app.clock.now();
  const isDone = await app.db.transact(async (tx) => {
    if (!(await write(tx, app, { actor, desk, edit, after, at }))) return false;
    const { id: questionnaireId } = desk.questionnaire;
    const isLater = asksOn({ before, after }, desk.today) !== null;
    const touching = { questionnaireId, before, after };
    const touched = edit.typo || isLater ? [] : await touchedNow(app, tx, touching);
    for (const { id: responseId } of touched) {
      await askAboutDuty(tx, {
        id: app.newId(),
        responseId,
        dutyId: after.id,
        itemKey: after.itemKey,
        before: before === null ? "" : dutyWords(before),
        after: dutyWords(after),
        askedAt: at,
      });
    }
    await record(tx, app, { actor, desk, before, after, at });
    return true;
  });
  if (isDone) return ok({ dutyId: after.id });
  const now = await loadDutyDesk(app, actor, edit);
  return conflict(now, edit);
}

type Judged = { before: Duty | null; after: Duty };

function judge(
  desk: DutyDesk,
  { edit, newId }: { edit: DutyEdit; newId: () => string },
): Result<Judged, DutyRefusal> {
  const before = desk.duties.find(({ id }) => id === edit.dutyId) ?? null;
  if (before === null && edit.dutyId !== null) throw new AppError("not-found");
  if (before !== null && desk.versions.get(before.id) !== edit.version) return conflict(desk, edit);
  const itemKeys = desk.questionnaire.statements.map(({ key }) => key);
  const typed = before === null ? edit.typed : { ...edit.typed, statement: before.itemKey };
  const judged = judgeDuty(typed, { itemKeys });
  if (!judged.ok) return refused({ kind: "problems", problems: judged.problem });
  return ok({ before, after: { ...judged.value, id: before?.id ?? newId() } });
}

function conflict(desk: DutyDesk, { dutyId }: DutyEdit): Result<never, DutyRefusal> {
  const stands = desk.duties.find(({ id }) => id === dutyId);
  if (stands === undefined) throw new AppError("not-found");
  const version = desk.versions.get(stands.id) ?? 0;
  return refused({ kind: "conflict", stands: typedOf(stands), version });
}

type Writing = { actor: Actor; desk: DutyDesk; edit: DutyEdit; after: Duty; at: Date };

/** False where somebody was quicker. */
async function write(tx: Writer, app: App, { actor, desk, edit, after, at }: Writing) {
  const { id, itemKey, kind, source, validFrom, validTo, checked } = after;
  const questionnaireId = desk.questionnaire.id;
  const to = { kind, source, validFrom, validTo, types: JSON.stringify(after.types), checked };
  if (edit.dutyId === null) {
    await insertDuties(tx, [{ id, questionnaireId, itemKey, ...to, version: 1, createdAt: at }]);
    return true;
  }
  const change = { questionnaireId, dutyId: id, version: edit.version, to };
  return updateDuty(tx, { ...change, historyId: app.newId(), changedBy: actor.userId, at });
}

type Recorded = Judged & { actor: Actor; desk: DutyDesk; at: Date };

async function record(tx: Writer, app: App, { actor, desk, before, after, at }: Recorded) {
  await insertAudit(tx, {
    id: app.newId(),
    at,
    actorId: actor.userId,
    event: before === null ? "duty.added" : "duty.changed",
    organisationId: desk.organisationId,
    subjectKind: "duty",
    subjectId: after.id,
    data: { key: after.itemKey },
  });
}
