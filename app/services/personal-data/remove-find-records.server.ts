import type { Cleaner } from "~/domain/personal-data/removal-words";
import { mapRecordTexts } from "~/domain/personal-data/removal-record";
import { canonicalRecord, parseRecord } from "~/domain/visit/record-snapshot";
import type { TextScope } from "~db/queries/free-text";
import { listRecordsToClean, type RecordToClean } from "~db/queries/removed-records";
import type { Reader } from "~db/types";

/** An agreed record whose frozen text changes. `texts`: the cleaned ones by path. */
export type CleanedRecord = {
  record: RecordToClean;
  snapshot: string;
  texts: Map<string, string>;
  found: number;
};

/** Looks the agreed records of a scope through, changing nothing. */
export async function findInRecords(
  read: Reader,
  { clean }: { clean: Cleaner },
  within: TextScope,
): Promise<CleanedRecord[]> {
  const records = await listRecordsToClean(read, within);
  return records.flatMap((record) => cleanedRecord(record, clean));
}

function cleanedRecord(record: RecordToClean, clean: Cleaner): CleanedRecord[] {
  const texts = new Map<string, string>();
  let found = 0;
  const snapshot = mapRecordTexts(parseRecord(record.snapshot), ({ path, text }) => {
    const cleaned = clean(text);
    if (cleaned.found === 0) return text;
    texts.set(path, cleaned.text);
    found += cleaned.found;
    return cleaned.text;
  });
  return found === 0 ? [] : [{ record, snapshot: canonicalRecord(snapshot), texts, found }];
}

/** Closed, so that it has its sealed PDF. */
export const isSealed = ({ state }: Pick<RecordToClean, "state">): boolean =>
  state === "closed" || state === "closed-with-both-views";

/** Whether officers of its round read it whole, by the rule that the host accepted. */
export const isReadWhole = (record: Pick<RecordToClean, "state" | "ownershipRule">): boolean =>
  isSealed(record) && record.ownershipRule === "whole-record";
