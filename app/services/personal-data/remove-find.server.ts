import type { Cleaner } from "~/domain/personal-data/removal-words";
import type { RemovalScope } from "~/domain/personal-data/removal";
import { mapSnapshotTexts } from "~/domain/personal-data/removal-snapshot";
import { canonicalSnapshot, parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { holderOf, listHeldRows, type HeldRow, type TextScope } from "~db/queries/free-text";
import { listAnswersToClean, listCopiesToClean, type CopyToClean } from "~db/queries/removals";
import { listVisitsOf } from "~db/queries/removed-records";
import type { Reader } from "~db/types";
import { findInRecords, type CleanedRecord } from "./remove-find-records.server";

/** What to look for, and where. */
export type Search = {
  schoolId: string;
  responseId: string | null;
  visitId: string | null;
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

export type Found = {
  rows: CleanedRow[];
  copies: CleanedCopy[];
  answers: CleanedAnswer[];
  records: CleanedRecord[];
};

/** What a search covers. */
export function withinOf({ schoolId, responseId, visitId, scope }: Search): TextScope {
  if (scope === "school") return { schoolId, responseId: null, visitId: null };
  if (scope === "visit") return { schoolId, responseId: null, visitId };
  return { schoolId, responseId, visitId: null };
}

/** Looks everything in scope through, changing nothing. Inside a transaction it sees every save before it. */
export async function findWords(read: Reader, search: Search): Promise<Found> {
  const { scope } = search;
  const within = withinOf(search);
  // The plan's own lines belong to no self-review, and a visit holds no answers.
  const isLine = scope === "here" && search.responseId === null;
  const none = isLine || scope === "visit";
  const copies = none ? [] : await listCopiesToClean(read, within);
  const answers = none ? [] : await listAnswersToClean(read, within);
  const records = scope === "here" ? [] : await findInRecords(read, search, within);
  const held = await listHeldRows(read, within);
  const isTold = await tellsOf(read, within);
  return {
    rows: held
      .filter((row) => isWanted(search, row))
      .flatMap((row) => cleanedRow(search, row, isTold(row))),
    copies: copies.flatMap((copy) => cleanedCopy(search, copy)),
    answers: answers
      .filter(({ key }) => scope !== "here" || key === search.answerKey)
      .flatMap((answer) => cleanedAnswer(search, answer)),
    records,
  };
}

/** Whether the school is told of a row. Of a record being written it is while the school answers it; later it is frozen. */
async function tellsOf(read: Reader, within: TextScope): Promise<(row: HeldRow) => boolean> {
  const visits = await listVisitsOf(read, within);
  const answered = new Set(
    visits.filter(({ state }) => state === "with-school").map(({ id }) => id),
  );
  return ({ table, visitId }) => {
    const told = holderOf(table)?.told ?? "nobody";
    return told === "school" || (told === "with-record" && answered.has(visitId ?? ""));
  };
}

function isWanted({ scope, answerKey, actionId }: Search, row: HeldRow): boolean {
  if (scope !== "here") return true;
  if (actionId !== null) return row.actionId === actionId;
  return row.table === "answer_revisions" && row.answerKey === answerKey;
}

function cleanedRow(search: Search, row: HeldRow, shown: boolean): CleanedRow[] {
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
      shown,
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
