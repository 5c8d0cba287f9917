import type { MovedView } from "~/services/over-time/views";

/** "In the copy signed last, 3 statements are further on than before, 1 is back, 20 are the same. 2 cannot be compared." */
export function movedWords({ furtherOn, back, same, broken }: MovedView): string {
  if (furtherOn + back + same === 0) {
    return "Nothing in the copy signed last can be compared with before. Each line says why.";
  }
  const statements = furtherOn === 1 ? "statement is" : "statements are";
  const moved = `In the copy signed last, ${furtherOn} ${statements} further on than before, ${counted(back)} back, ${counted(same)} the same.`;
  if (broken === 0) return moved;
  const why = broken === 1 ? "its line says why" : "their lines say why";
  return `${moved} ${broken} cannot be compared: ${why}.`;
}

const counted = (count: number): string => `${count} ${count === 1 ? "is" : "are"}`;
