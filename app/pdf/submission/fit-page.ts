import { breakLines } from "../engine/break-lines";
import { heightOf } from "../engine/flow";
import type { Block } from "../engine/flow";
import { STYLE } from "../engine/paper";
import { note } from "./headings";

/**
 * The fullest version of a page that fits in `room` points. `budgets` go from generous to tight. Were even the
 * tightest too long, its last blocks give way to a line saying where they stand: the summary never runs over.
 */
export function fitPage<B>(
  budgets: readonly B[],
  room: number,
  build: (budget: B) => Block[],
): Block[] {
  let blocks: Block[] = [];
  for (const budget of budgets) {
    blocks = build(budget);
    if (heightOf(blocks) <= room) return blocks;
  }
  const rest = note("The rest stands in the full part, from page 3.");
  while (blocks.length > 0 && heightOf([...blocks, rest]) > room) blocks.pop();
  return [...blocks, rest];
}

/** As many of the sentences as go on `lines` lines of body text, then how many more there are. */
export function sentencesThatFit(
  sentences: readonly string[],
  { width, lines, one, many }: { width: number; lines: number; one: string; many: string },
): string {
  for (let count = sentences.length; count > 0; count -= 1) {
    const rest = sentences.length - count;
    const more = rest === 0 ? [] : [`${rest} more ${rest === 1 ? one : many} in the full part.`];
    const text = [...sentences.slice(0, count), ...more].join(" ");
    if (breakLines([{ text, style: STYLE.body }], width).length <= lines) return text;
  }
  return `${sentences.length} ${sentences.length === 1 ? one : many}, in the full part from page 3.`;
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
