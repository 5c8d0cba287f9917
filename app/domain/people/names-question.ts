import type { LikelyName } from "./names-guard";

/** The question at the field. */
export function namesQuestion(names: readonly LikelyName[]): string {
  const quoted = names.map(({ words }) => `“${words}”`).join(", ");
  return `${quoted}: does this name a child? Take it out, or say that it does not`;
}
