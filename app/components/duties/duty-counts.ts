import type { DutiesView } from "~/services/answering/views";

type Line = Pick<DutiesView["duties"][number], "asked" | "answer">;

/** "14 Yes, 1 Partly": how the duties that ask for an answer were answered. */
export function dutyCountLine(duties: readonly Line[]): string {
  const asked = duties.filter((line) => line.asked);
  if (asked.length === 0) return "No legal duty here asks for an answer of its own.";
  const count = (answer: Line["answer"]) => asked.filter((line) => line.answer === answer).length;
  const counts = [
    [count("yes"), "Yes"],
    [count("partly"), "Partly"],
    [count("no"), "No"],
    [count(null), "not answered"],
  ] as const;
  return counts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(", ");
}
