import type { Cleaner } from "~/domain/personal-data/removal-words";
import type { RemovalScope } from "~/domain/personal-data/removal";
import { mapSnapshotTexts } from "~/domain/personal-data/removal-snapshot";
import { canonicalSnapshot, parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { holderOf, listHeldRows, type HeldRow } from "~db/queries/free-text";
import { listAnswersToClean, listCopiesToClean, type CopyToClean } from "~db/queries/removals";
import type { Reader } from "~db/types";

/** What to look for, and where. */
export type Search = {
  schoolId: string;
  responseId: string | null;
  scope: RemovalScope;
  answerKey: string | null;
  actionId: string | null;
  clean: Cleaner;
  /** For earlier versions. */
  cleanVersion: Cleaner;
};

/** A row with the texts that change, as they will read. */
export type CleanedRow = HeldRow & { found: number; shown: boolean };

/** A signed copy whose snapshot changes. `texts`: the cleaned ones by path; `keys`: of the answers they belong to. */
export type CleanedCopy = {
  copy: CopyToClean;
  snapshot: string;
  texts: Map<string, string>;
  keys: Map<string | null, number>;
};

export type CleanedAnswer = {
  answer: Awaited<ReturnType<typeof listAnswersToClean>>[number];
  texts: { commentary: string; whereSeen: string; dutyNote: string; value: string };
};

export type Found = { rows: CleanedRow[]; copies: CleanedCopy[]; answers: CleanedAnswer[] };

/** Looks everything in scope through, changing nothing. Inside a transaction it sees every save before it. */
export async function findWords(read: Reader, search: Search): Promise<Found> {
  const { schoolId, scope } = search;
  const within = { schoolId, responseId: scope === "school" ? null : search.responseId };
  // The plan's own lines belong to no self-review.
  const isLine = scope === "here" && search.responseId === null;
  const copies = isLine ? [] : await listCopiesToClean(read, within);
  const answers = isLine ? [] : await listAnswersToClean(read, within);
  const held = await listHeldRows(read, within);
  return {
    rows: held.filter((row) => isWanted(search, row)).flatMap((row) => cleanedRow(search, row)),
    copies: copies.flatMap((copy) => cleanedCopy(search, copy)),
    answers: answers
      .filter(({ key }) => scope !== "here" || key === search.answerKey)
      .flatMap((answer) => cleanedAnswer(search, answer)),
  };
}

function isWanted({ scope, answerKey, actionId }: Search, row: HeldRow): boolean {
  if (scope !== "here") return true;
  if (actionId !== null) return row.actionId === actionId;
  return row.table === "answer_revisions" && row.answerKey === answerKey;
}

function cleanedRow(search: Search, row: HeldRow): CleanedRow[] {
  const clean = row.table === "answer_revisions" ? search.cleanVersion : search.clean;
  const changed = Object.entries(row.texts)
    .map(([field, text]) => ({ field, ...clean(text) }))
    .filter(({ found }) => found > 0);
  if (changed.length === 0) return [];
  return [
    {
      ...row,
      texts: Object.fromEntries(changed.map(({ field, text }) => [field, text])),
      found: changed.reduce((sum, { found }) => sum + found, 0),
      shown: holderOf(row.table)?.shown ?? false,
    },
  ];
}

function cleanedCopy(search: Search, copy: CopyToClean): CleanedCopy[] {
  const texts = new Map<string, string>();
  const keys = new Map<string | null, number>();
  const snapshot = mapSnapshotTexts(parseSnapshot(copy.snapshot), ({ path, answerKey, text }) => {
    if (!isWantedText(search, { path, answerKey })) return text;
    const cleaned = search.clean(text);
    if (cleaned.found === 0) return text;
    texts.set(path, cleaned.text);
    keys.set(answerKey, (keys.get(answerKey) ?? 0) + cleaned.found);
    return cleaned.text;
  });
  return texts.size === 0 ? [] : [{ copy, snapshot: canonicalSnapshot(snapshot), texts, keys }];
}

type TextAt = { path: string; answerKey: string | null };

function isWantedText({ scope, answerKey, actionId }: Search, text: TextAt): boolean {
  if (scope !== "here") return true;
  return actionId === null ? text.answerKey === answerKey : text.path.startsWith("actions/");
}

function cleanedAnswer({ clean }: Search, answer: CleanedAnswer["answer"]): CleanedAnswer[] {
  const [commentary, whereSeen, dutyNote, value] = [
    clean(answer.commentary),
    clean(answer.whereSeen),
    clean(answer.dutyNote),
    clean(answer.value),
  ];
  if ([commentary, whereSeen, dutyNote, value].every(({ found }) => found === 0)) return [];
  const texts = {
    commentary: commentary.text,
    whereSeen: whereSeen.text,
    dutyNote: dutyNote.text,
    value: value.text,
  };
  return [{ answer, texts }];
}
