import { z } from "~/domain/zod";
import { AnswerSaveSchema } from "~/forms/answers";
import type { Draft, Drafts } from "./queue-types";

const content = AnswerSaveSchema.shape.content;
const DraftSchema = z.object({
  content,
  base: z.number(),
  sending: z.object({ content, saveId: z.string(), namesConfirmed: z.boolean() }).nullable(),
}) satisfies z.ZodType<Draft>;

export type KeptDrafts = Drafts & { read: (key: string) => Draft | null };
type Place = { responseId: string; writer: string };

/**
 * Text not acknowledged by the server, in this tab's own storage: it outlives a reload, a restart of the server
 * and signing in again, and goes when the tab is closed. Only the same person is given it back.
 */
export function keptDrafts({ responseId, writer }: Place): KeptDrafts {
  const nameOf = (key: string) => `answer ${writer} ${responseId} ${key}`;
  return {
    keep: (key, draft) => quietly(() => sessionStorage.setItem(nameOf(key), JSON.stringify(draft))),
    drop: (key) => quietly(() => sessionStorage.removeItem(nameOf(key))),
    read: (key) => readDraft(quietly(() => sessionStorage.getItem(nameOf(key)))),
  };
}

function readDraft(stored: string | null | undefined): Draft | null {
  if (!stored) return null;
  const read = DraftSchema.safeParse(quietly((): unknown => JSON.parse(stored)));
  return read.success ? read.data : null;
}

/** Storage may be full or turned off; saving goes on without it. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
