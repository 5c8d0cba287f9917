import type { VersionsView, VersionView } from "~/services/answering/views";

/** A version with the one it is compared with; null for the first of all. */
export type Compared = { version: VersionView; before: VersionView | null };

/**
 * A sitting as it is shown: what it came to, compared with where it began; then its other saves, newest first,
 * each compared with the save before it.
 */
export type ComparedSitting = {
  by: string;
  from: Date;
  to: Date;
  last: Compared;
  others: Compared[];
};

export function comparedSittings(sittings: VersionsView["sittings"]): ComparedSitting[] {
  return sittings.flatMap(({ by, from, to, saves }, index) => {
    const earlier = sittings[index + 1]?.saves[0] ?? null;
    const [last, ...others] = saves;
    if (last === undefined) return [];
    return [
      {
        by: by.name,
        from,
        to,
        last: { version: last, before: earlier },
        others: others.map((version, place) => ({
          version,
          before: others[place + 1] ?? earlier,
        })),
      },
    ];
  });
}
