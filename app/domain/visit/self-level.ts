import type { Snapshot } from "~/domain/submission/snapshot";
import type { FocusKind } from "./states";

/** The level's code that the school signed for a focus section or statement; null where it chose none. */
export function selfLevelOf(
  { sections }: Snapshot,
  { key, kind }: { key: string; kind: FocusKind },
): string | null {
  if (kind === "section") return sections.find((one) => one.key === key)?.headline ?? null;
  return sections.flatMap(({ items }) => items).find((one) => one.key === key)?.level ?? null;
}
