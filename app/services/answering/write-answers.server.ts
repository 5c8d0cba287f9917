import type { Actor } from "~/domain/policy/actor";
import { itemsThatApply, type Applicability } from "~/domain/questionnaire/applicability";
import type { Definition } from "~/domain/questionnaire/definition";
import { parseAnswerKey, type Answer } from "~/domain/response/answer";
import { contentOf } from "~/domain/response/answer-content";
import { decideSave, type SaveProblem } from "~/domain/response/save-answer";
import type { App } from "~/platform/app.server";
import { listSaves, listStanding } from "~db/queries/answers";
import { findUser } from "~db/queries/people";
import type { Writer } from "~db/types";
import { recordSave, recordStart, stateAfterFirstSave } from "./record-save.server";
import type { AnswerToSave, SaveOutcome } from "./saves";
import { takeStanding, type SavePlace, type Standing } from "./take-standing.server";

/**
 * `unchanged`: what was sent is what stands, so no save was made; it says which save stands. Its save id is not
 * kept: sent again after somebody else's save it is told as a conflict with both texts, and nothing is lost.
 */
export type WrittenOutcome =
  SaveOutcome | { kind: "unchanged"; key: string; revision: number; savedAt: Date };

/** Ids are made before the transaction, since on PostgreSQL it may run again. */
type Ids = { save: string; answer: string; audit: string };
type ToWrite = { answer: AnswerToSave; ids: Ids };

type Input = {
  place: SavePlace;
  /** The questionnaire that the answers are decided by, and the version it is of. */
  definition: Definition;
  versionId: string;
  answers: readonly AnswerToSave[];
};

type Batch = {
  actor: Actor;
  place: SavePlace;
  definition: Definition;
  at: Date;
  standing: Standing;
  saves: Map<string, Awaited<ReturnType<typeof listSaves>>[number]>;
  current: Map<string, Answer>;
};

/**
 * Writes answers in one transaction. The facts that gate are those of the row the transaction has taken
 * (design.md decision 4): a signature or a closing goes wholly before or wholly after. Whatever cannot be
 * written is given back beside what was. Null, and nothing written, where the response is on another version by now:
 * the answers are to be decided by its questionnaire.
 */
export async function writeAnswers(
  app: App,
  actor: Actor,
  input: Input,
): Promise<WrittenOutcome[] | null> {
  const at = app.clock.now();
  const startId = app.newId();
  const all: ToWrite[] = input.answers.map((answer) => ({
    answer,
    ids: { save: app.newId(), answer: app.newId(), audit: app.newId() },
  }));
  return app.db.transact(async (tx) => {
    const batch = await openBatch(tx, { actor, at, ...input });
    const { versionId } = batch.standing;
    if (versionId !== null && versionId !== input.versionId) return null;
    const from = batch.standing.state;
    const outcomes: WrittenOutcome[] = [];
    for (const one of all) outcomes.push(await writeOne(tx, batch, one));
    const to = batch.standing.state;
    const { schoolId, responseId } = input.place;
    if (from !== to) {
      const actorId = actor.userId;
      await recordStart(tx, { id: startId, schoolId, responseId, from, to, actorId, at });
    }
    return outcomes;
  });
}

/** The response is taken first: what is read after it can no longer change under this transaction. */
async function openBatch(
  tx: Writer,
  { answers, ...opening }: Omit<Input, "versionId"> & { actor: Actor; at: Date },
): Promise<Batch> {
  const { actor, at, place } = opening;
  const { responseId } = place;
  const standing = await takeStanding(tx, { ...place, at });
  const saveIds = answers.map((answer) => answer.saveId);
  const saves = await listSaves(tx, { responseId, saveIds });
  const keys = answers.map((answer) => answer.key);
  const rows = await listStanding(tx, { responseId, keys });
  return {
    ...opening,
    standing,
    saves: new Map(saves.map((save) => [save.saveId, save])),
    current: new Map(rows.map((row) => [row.key, toAnswer(row, actor)])),
  };
}

async function writeOne(
  tx: Writer,
  batch: Batch,
  { answer, ids }: ToWrite,
): Promise<WrittenOutcome> {
  const { key, content } = answer;
  const repeated = repeatOf(batch, answer);
  if (repeated !== null) return repeated;
  const decided = decide(batch, answer);
  if (decided === null) {
    return { kind: "refused", key, problem: { code: "confirm-first", content } };
  }
  if (!decided.ok) return notWritten(tx, key, decided.problem);
  const { changed, revision, event } = decided.value;
  if (!changed) {
    const savedAt = batch.current.get(key)?.updatedAt ?? batch.at;
    return { kind: "unchanged", key, revision, savedAt };
  }
  const written = { ...answer, content: decided.value.content };
  await write(tx, batch, { answer: written, ids, revision });
  if (event !== null) batch.standing.state = stateAfterFirstSave(batch.standing.state);
  return { kind: "saved", key, revision, savedAt: batch.at };
}

/** What a repeated save id answers: the first result, to the same writer for the same answer only. */
function repeatOf({ saves, actor }: Batch, answer: AnswerToSave): SaveOutcome | null {
  const { key, content } = answer;
  const earlier = saves.get(answer.saveId);
  if (earlier === undefined) return null;
  if (earlier.key === key && earlier.savedBy === actor.userId) {
    return { kind: "saved", key, revision: earlier.revision, savedAt: earlier.savedAt };
  }
  return { kind: "refused", key, problem: { code: "save-id-used", content } };
}

/** Null: the school has not yet said what applies, so nothing can be saved. */
function decide({ standing, definition, current }: Batch, answer: AnswerToSave) {
  const { state, roundOpen, applicability } = standing;
  const { key, content, base, namesConfirmed } = answer;
  const isWritable = state === "not-started" || state === "in-progress";
  if (applicability === null && isWritable && roundOpen) return null;
  return decideSave({
    definition,
    state,
    roundOpen,
    key,
    applies: applicability === null || applies(definition, { applicability, key }),
    current: current.get(key) ?? null,
    baseRevision: base,
    content,
    namesConfirmed,
  });
}

/** Whether what a key names is asked of this school. */
function applies(
  definition: Definition,
  { applicability, key }: { applicability: Applicability; key: string },
): boolean {
  const named = parseAnswerKey(key);
  if (named.kind === "field") return true;
  const sections = itemsThatApply(definition, applicability);
  return named.kind === "section"
    ? sections.some(({ section }) => section.key === named.section)
    : sections.some(({ items }) => items.some((item) => item.key === named.item));
}

async function notWritten(tx: Writer, key: string, problem: SaveProblem): Promise<SaveOutcome> {
  if (problem.code !== "conflict") return { kind: "refused", key, problem };
  const { theirs, content } = problem;
  const { updatedBy, updatedAt: at, revision } = theirs;
  const writer = await findUser(tx, updatedBy.id);
  const by = { id: updatedBy.id, name: writer?.name ?? updatedBy.name };
  const other = { content: contentOf(theirs), by, at, revision };
  return { kind: "conflict", key, mine: content, theirs: other };
}

async function write(
  tx: Writer,
  { actor, at, place, current, saves }: Batch,
  { answer, ids, revision }: ToWrite & { revision: number },
): Promise<void> {
  const { key, content, saveId, base } = answer;
  const save = {
    id: ids.save,
    answerId: ids.answer,
    responseId: place.responseId,
    key,
    standsAt: revision - 1,
    basedOn: base,
    saveId,
    content,
    savedBy: actor.userId,
    savedAt: at,
  };
  await recordSave(tx, { save, schoolId: place.schoolId, auditId: ids.audit });
  // The same answer or save id may stand twice in one form.
  const updatedBy = { id: actor.userId, name: actor.name };
  current.set(key, { key, ...content, revision, updatedAt: at, updatedBy });
  saves.set(saveId, { saveId, key, revision, savedAt: at, savedBy: actor.userId });
}

type StandingRow = Awaited<ReturnType<typeof listStanding>>[number];

/** The name is read only where a conflict has to be told; the reader's own is known. */
function toAnswer({ updatedById, ...row }: StandingRow, actor: Actor): Answer {
  const name = updatedById === actor.userId ? actor.name : "";
  return { ...row, updatedBy: { id: updatedById, name } };
}
