import { heightOf } from "../engine/flow";
import type { Block } from "../engine/flow";

/**
 * The fullest version of a page that fits in `room` points. `budgets` go from generous to tight; the last
 * one is taken when none fits. What a tight version leaves out stands in the full part.
 */
export function fitPage<B>(
  budgets: readonly B[],
  room: number,
  build: (budget: B) => Block[],
): Block[] {
  let blocks: Block[] = [];
  for (const budget of budgets) {
    blocks = build(budget);
    if (heightOf(blocks) <= room) break;
  }
  return blocks;
}

/** Words cut between words to at most `most` characters. For the summary only: the full part has them whole. */
export function shortened(text: string, most: number): string {
  const plain = text.trim().replace(/\s+/g, " ");
  const characters = Array.from(plain);
  if (characters.length <= most) return plain;
  const cut = characters.slice(0, most).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}
