import type { Day } from "~/domain/calendar/day";

type Listed = { closed: boolean; finalDeadline: Day | null };

/**
 * The round a page opens on where none is chosen: the earliest that is open and whose final deadline is still to come
 * or that has none, else the last of the list. `rounds` stand in the order in which they opened. Undefined without any.
 */
export function currentRound<T extends Listed>(rounds: readonly T[], today: Day): T | undefined {
  const isRunning = ({ closed, finalDeadline }: Listed) =>
    !closed && (finalDeadline === null || finalDeadline >= today);
  return rounds.find(isRunning) ?? rounds.at(-1);
}
