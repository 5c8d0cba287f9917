import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { REMOVAL_REASONS, REMOVAL_SCOPES, REMOVER_ROLES } from "~/domain/personal-data/removal";
import type { Cleaner } from "~/domain/personal-data/removal-words";
import { z } from "~/domain/zod";
import type { App } from "~/platform/app.server";
import { listRemovals } from "~db/queries/removals";

/** What a restore replays, one removal a line. It holds texts as they were left, never what was taken out. */
export const REMOVALS_FILE = "removals.jsonl";

const MomentSchema = z.iso.datetime().transform((text) => new Date(text));

const KeptRemovalSchema = z.object({
  format: z.literal(1),
  removal: z.object({
    id: z.string(),
    schoolId: z.string(),
    responseId: z.string().nullable(),
    // Left out by lines that were written before visits were reached.
    visitId: z.string().nullable().default(null),
    scope: z.enum(REMOVAL_SCOPES),
    reason: z.enum(REMOVAL_REASONS),
    note: z.string(),
    removedBy: z.string(),
    role: z.enum(REMOVER_ROLES),
    removedAt: MomentSchema,
    counts: z.string(),
  }),
  texts: z.array(
    z.object({
      tableName: z.string(),
      rowId: z.string(),
      field: z.string(),
      removalId: z.string(),
      text: z.string(),
    }),
  ),
  copies: z.array(
    z.object({
      removalId: z.string(),
      submissionId: z.string(),
      beforeSha256: z.string(),
      afterSha256: z.string(),
    }),
  ),
  records: z
    .array(
      z.object({
        removalId: z.string(),
        visitId: z.string(),
        beforeSha256: z.string(),
        afterSha256: z.string(),
      }),
    )
    .default([]),
  documents: z.array(
    z.object({
      sha256: z.string(),
      submissionId: z.string().nullable(),
      visitId: z.string().nullable().default(null),
      removalId: z.string(),
      askedAt: MomentSchema,
      sealedAt: MomentSchema,
      withdrawnAt: MomentSchema,
    }),
  ),
});
export type KeptRemoval = z.infer<typeof KeptRemovalSchema>;

type Place = { db: App["db"]; config: Pick<App["config"], "dataDir"> };

/** The removals that were written down beside the database, oldest first. Throws when the file is not ours. */
export function readRemovalsFile(dataDir: string): KeptRemoval[] {
  const file = path.join(dataDir, REMOVALS_FILE);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  try {
    return lines.map((line) => KeptRemovalSchema.parse(JSON.parse(line)));
  } catch {
    // Without the cause, which quotes what it could not read.
    throw new Error(`${file} cannot be read. Put back the file as it was, from beside a backup`);
  }
}

/**
 * Writes down beside the database what removals keep in it. Lines of another state of the database stay: a backup
 * put back later may need them. `cleaning`: words of the removal just made, taken out of those lines too. It is
 * done after the commit and again at every start, so that a stop in between loses nothing.
 */
export async function keepRemovalsFile(
  { db, config }: Place,
  cleaning?: { schoolId: string; clean: Cleaner },
): Promise<void> {
  const kept = await removalsInDatabase(db);
  const ids = new Set(kept.map(({ removal }) => removal.id));
  const others = readRemovalsFile(config.dataDir)
    .filter(({ removal }) => !ids.has(removal.id))
    .map((line) => (cleaning === undefined ? line : cleanedLine(line, cleaning)));
  const lines = [...others, ...kept].sort(byTime).map((line) => JSON.stringify(line));
  if (lines.length === 0) return;
  mkdirSync(config.dataDir, { recursive: true });
  const file = path.join(config.dataDir, REMOVALS_FILE);
  writeFileSync(`${file}.unfinished`, `${lines.join("\n")}\n`, { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
}

async function removalsInDatabase(db: App["db"]): Promise<KeptRemoval[]> {
  const { removals, texts, copies, records, documents } = await listRemovals(db.read);
  return removals.map((removal) => {
    const isOfIt = ({ removalId }: { removalId: string }) => removalId === removal.id;
    return {
      format: 1,
      removal,
      texts: texts.filter(isOfIt),
      copies: copies.filter(isOfIt),
      records: records.filter(isOfIt),
      documents: documents.filter(isOfIt),
    };
  });
}

function cleanedLine(
  line: KeptRemoval,
  { schoolId, clean }: { schoolId: string; clean: Cleaner },
): KeptRemoval {
  if (line.removal.schoolId !== schoolId) return line;
  return {
    ...line,
    removal: { ...line.removal, note: clean(line.removal.note).text },
    texts: line.texts.map((text) => ({ ...text, text: clean(text.text).text })),
  };
}

function byTime(one: KeptRemoval, other: KeptRemoval): number {
  const time = one.removal.removedAt.getTime() - other.removal.removedAt.getTime();
  return time === 0 ? one.removal.id.localeCompare(other.removal.id) : time;
}
