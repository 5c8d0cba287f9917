/** An answer that somebody read: its key, and the save that was on screen. */
type ReadAgain = { key: string; revision: number };

/** "C2 3": the key and the number of its save. What is not of that shape is no field of ours and is left out. */
export function readReadAgain(values: readonly FormDataEntryValue[]): ReadAgain[] {
  return values.flatMap((value) => {
    const found = typeof value === "string" ? /^(\S{1,40}) (\d{1,9})$/.exec(value) : null;
    const [, key, revision] = found ?? [];
    return key === undefined ? [] : [{ key, revision: Number(revision) }];
  });
}
