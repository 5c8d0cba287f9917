import type { Actor } from "~/domain/policy/actor";
import { itemsThatApply } from "~/domain/questionnaire/applicability";
import { parseAnswerKey, type Answer } from "~/domain/response/answer";
import { contentOf } from "~/domain/response/answer-content";
import { decideSave, type SaveProblem } from "~/domain/response/save-answer";
import type { App } from "~/platform/app.server";
import { listAnswersUnder, listSaves, type AnswerRow } from "~db/queries/answers";
import type { Writer } from "~db/types";
import type { Loaded } from "./load-response.server";
import { recordSave, recordStart, stateAfterFirstSave } from "./record-save.server";
import type { AnswerToSave, SaveOutcome } from "./saves";
import { takeStanding, type Standing } from "./take-standing.server";

/** `unchanged`: what was sent is what stands, so no save was made; it says which save stands. */
export type WrittenOutcome =
  SaveOutcome | { kind: "unchanged"; key: string; revision: number; savedAt: Date };

/** Ids are made before the transaction, since on PostgreSQL it may run again. */
type Ids = { save: string; answer: string; audit: string };
type ToWrite = { answer: AnswerToSave; ids: Ids };

type Batch = {
  actor: Actor;
  loaded: Loaded;
  at: Date;
  standing: Standing;
  saves: Map<string, Awaited<ReturnType<typeof listSaves>>[number]>;
  current: Map<string, Answer>;
};

/**
 * Writes answers in one transaction. The facts that gate are those of the row the transaction has taken
 * (design.md decision 4): a signature or a closing goes wholly before or wholly after. Whatever cannot be
 * written is given back beside what was.
 */
export async function writeAnswers(
  app: App,
  actor: Actor,
  { loaded, answers }: { loaded: Loaded; answers: readonly AnswerToSave[] },
): Promise<WrittenOutcome[]> {
  const at = app.clock.now();
  const startId = app.newId();
  const all: ToWrite[] = answers.map((answer) => ({
    answer,
    ids: { save: app.newId(), answer: app.newId(), audit: app.newId() },
  }));
  return app.db.transact(async (tx) => {
    const batch = await openBatch(tx, { actor, loaded, at, answers });
    const from = batch.standing.state;
    const outcomes: WrittenOutcome[] = [];
    for (const one of all) outcomes.push(await writeOne(tx, batch, one));
    const to = batch.standing.state;
    const { schoolId, id: responseId } = loaded.row;
    if (from !== to) {
      const actorId = actor.userId;
      await recordStart(tx, { id: startId, schoolId, responseId, from, to, actorId, at });
    }
    return outcomes;
  });
}

type Opening = { actor: Actor; loaded: Loaded; at: Date; answers: readonly AnswerToSave[] };

/** The response is taken first: what is read after it can no longer change under this transaction. */
async function openBatch(tx: Writer, opening: Opening): Promise<Batch> {
  const { actor, loaded, at, answers } = opening;
  const { schoolId, id: responseId } = loaded.row;
  const standing = await takeStanding(tx, { loaded, at });
  const saveIds = answers.map((answer) => answer.saveId);
  const saves = await listSaves(tx, { responseId, saveIds });
  const keys = answers.map((answer) => answer.key);
  const rows = await listAnswersUnder(tx, { schoolId, responseId, keys });
  return {
    actor,
    loaded,
    at,
    standing,
    saves: new Map(saves.map((save) => [save.saveId, save])),
    current: new Map(rows.map((row) => [row.key, toAnswer(row)])),
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
  if (!batch.standing.confirmed) {
    return { kind: "refused", key, problem: { code: "confirm-first", content } };
  }
  const decided = decide(batch, answer);
  if (!decided.ok) return notWritten(key, decided.problem);
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

function decide({ standing, loaded, current }: Batch, answer: AnswerToSave) {
  const { key, content, base, namesConfirmed } = answer;
  return decideSave({
    definition: loaded.definition,
    state: standing.state,
    roundOpen: standing.roundOpen,
    key,
    applies: applies({ standing, loaded }, key),
    current: current.get(key) ?? null,
    baseRevision: base,
    content,
    namesConfirmed,
  });
}

/** Whether what a key names is asked of this school. */
function applies(
  { standing, loaded }: { standing: Standing; loaded: Loaded },
  key: string,
): boolean {
  const named = parseAnswerKey(key);
  if (named.kind === "field") return true;
  const sections = itemsThatApply(loaded.definition, standing.applicability);
  return named.kind === "section"
    ? sections.some(({ section }) => section.key === named.section)
    : sections.some(({ items }) => items.some((item) => item.key === named.item));
}

function notWritten(key: string, problem: SaveProblem): SaveOutcome {
  if (problem.code !== "conflict") return { kind: "refused", key, problem };
  const { theirs, content } = problem;
  const { updatedBy: by, updatedAt: at, revision } = theirs;
  const other = { content: contentOf(theirs), by, at, revision };
  return { kind: "conflict", key, mine: content, theirs: other };
}

async function write(
  tx: Writer,
  { actor, at, loaded, current, saves }: Batch,
  { answer, ids, revision }: ToWrite & { revision: number },
): Promise<void> {
  const { key, content, saveId, base } = answer;
  const save = {
    id: ids.save,
    answerId: ids.answer,
    responseId: loaded.row.id,
    key,
    standsAt: revision - 1,
    basedOn: base,
    saveId,
    content,
    savedBy: actor.userId,
    savedAt: at,
  };
  await recordSave(tx, { save, schoolId: loaded.school.id, auditId: ids.audit });
  // The same answer or save id may stand twice in one form.
  const updatedBy = { id: actor.userId, name: actor.name };
  current.set(key, { key, ...content, revision, updatedAt: at, updatedBy });
  saves.set(saveId, { saveId, key, revision, savedAt: at, savedBy: actor.userId });
}

function toAnswer(row: AnswerRow): Answer {
  const { updatedById, updatedByName, ...answer } = row;
  return { ...answer, updatedBy: { id: updatedById, name: updatedByName } };
}
