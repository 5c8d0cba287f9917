/** Once that a removal of personal details put another text in the place of a record's. */
export type RecordReissue = { removedAt: Date; beforeSha256: string; afterSha256: string };

/**
 * The check code that stands today for what was signed under an earlier one: removals change a record and nobody signs
 * again. `reissues`: the first first.
 */
export function standsFor(sha256: string, reissues: readonly RecordReissue[]): string {
  return reissues.reduce(
    (now, { beforeSha256, afterSha256 }) => (now === beforeSha256 ? afterSha256 : now),
    sha256,
  );
}

/** What is printed where words were removed after agreeing: when last, and the check code of what stood first. */
export type RecordRemoval = { at: Date; signedSha256: string };

/** Null where nothing was removed. `reissues`: the first first. */
export function removalOf(reissues: readonly RecordReissue[]): RecordRemoval | null {
  const [first, last] = [reissues[0], reissues.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { at: last.removedAt, signedSha256: first.beforeSha256 };
}
