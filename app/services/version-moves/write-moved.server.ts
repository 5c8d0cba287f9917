import type { Actor } from "~/domain/policy/actor";
import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";
import { contentOf } from "~/domain/response/answer-content";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import type { Loaded } from "~/services/answering/load-response.server";
import { recordSave } from "~/services/answering/record-save.server";
import { listAnswers, type AnswerRow } from "~db/queries/answers";
import { takeForAnswers } from "~db/queries/response-moves";
import type { Writer } from "~db/types";

type Write = { key: string; content: AnswerContent };

/** The answers of a self-review that a transaction has taken. */
export type OpenAnswers = {
  /** As they stood when it was taken. */
  rows: readonly AnswerRow[];
  /** The save that each answer written here came to. */
  written: ReadonlyMap<string, number>;
  /** Saves answers, and those under `anew` once more as they stand where they are not among them. */
  write: (writes: readonly Write[], anew: readonly string[]) => Promise<void>;
};

type Opening = { actor: Actor; loaded: Loaded; at: Date };

/**
 * Takes a self-review for a move between versions: no save comes between what is read here and what is written. Throws
 * `conflict` when its answers can no longer be written.
 */
export async function openAnswers(
  tx: Writer,
  app: App,
  { actor, loaded: { row }, at }: Opening,
): Promise<OpenAnswers> {
  const place = { schoolId: row.schoolId, responseId: row.id };
  const taken = await takeForAnswers(tx, { ...place, at });
  if (taken === undefined) throw new AppError("conflict", { responseId: row.id });
  const rows = await listAnswers(tx, place);
  const standing = new Map(rows.map((one) => [one.key, one]));
  const written = new Map<string, number>();
  const writeOne = async ({ key, content }: Write) => {
    const standsAt = standing.get(key)?.revision ?? 0;
    const ids = { id: app.newId(), answerId: app.newId(), saveId: app.newId() };
    const by = { savedBy: actor.userId, savedAt: at };
    const save = { ...ids, ...by, responseId: row.id, key, standsAt, basedOn: standsAt, content };
    await recordSave(tx, { save, schoolId: row.schoolId, auditId: app.newId() });
    written.set(key, standsAt + 1);
  };
  const write = async (writes: readonly Write[], anew: readonly string[]) => {
    for (const one of writes) await writeOne(one);
    for (const key of anew.filter((one) => !written.has(one))) {
      await writeOne({ key, content: contentOf(standing.get(key) ?? EMPTY_ANSWER) });
    }
  };
  return { rows, written, write };
}
