import { MAX_TRIES } from "~/domain/work/outbox";

/** Seconds before the second try; each later wait is four times as long, to about twenty minutes. */
const FIRST_WAIT_S = 5;

/**
 * When a job that has failed `tries` times is tried again, or null: it is parked for a manager to look at
 * (design.md decision 7).
 */
export function nextTry({ tries, now }: { tries: number; now: Date }): Date | null {
  if (tries >= MAX_TRIES) return null;
  return new Date(now.getTime() + FIRST_WAIT_S * 1000 * 4 ** (tries - 1));
}
