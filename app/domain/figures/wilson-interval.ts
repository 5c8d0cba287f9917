import { normalPoint, type Confidence, type Interval } from "./confidence";

export type Share = { successes: number; n: number };

/**
 * The score interval for a share (Wilson 1927; the third method of Newcombe 1998), as fractions of 1. Unlike the
 * textbook interval it stays within 0 and 1 and has a width even where none or all agree. Null where n is 0: there
 * is no share to speak of. Throws for counts that are not a share, a fault of the program.
 */
export function wilsonInterval(
  { successes, n }: Share,
  confidence: Confidence = 0.95,
): Interval | null {
  const isShare = Number.isInteger(successes) && Number.isInteger(n) && successes >= 0;
  if (!isShare || successes > n) throw new Error(`Not a share: ${successes} of ${n}`);
  if (n === 0) return null;
  const square = normalPoint(confidence) ** 2;
  const middle = (successes + square / 2) / (n + square);
  const spread = Math.sqrt((successes * (n - successes)) / n + square / 4);
  const half = (normalPoint(confidence) * spread) / (n + square);
  return {
    low: successes === 0 ? 0 : Math.max(0, middle - half),
    high: successes === n ? 1 : Math.min(1, middle + half),
  };
}
