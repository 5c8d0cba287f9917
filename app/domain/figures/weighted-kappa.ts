import { ok, refused, type Result } from "~/domain/result";
import { normalPoint, type Confidence, type Interval } from "./confidence";

/** A square table of counts: rows the first view, columns the second, both from the lowest category up. */
export type CountTable = readonly (readonly number[])[];

/** `linear`: two steps apart weigh twice as much as one. `quadratic`: four times. */
export type KappaWeights = "linear" | "quadratic";

export type Kappa = {
  kappa: number;
  /** How many were judged twice. */
  n: number;
  /** Of large samples, not under chance alone (Fleiss, Cohen and Everitt 1969). */
  standardError: number;
  /** Null where every pair agrees: the formula then gives no width, and none would be true. */
  interval: Interval | null;
  /** Weighted agreement, as seen and as chance alone would give. */
  observed: number;
  expected: number;
};

/** Why there is no kappa. `one-category`: both used one category alone, so chance explains everything. */
export type NoKappa = { code: "nothing-judged-twice" } | { code: "one-category" };

export type KappaOptions = { weights: KappaWeights; confidence?: Confidence };

/**
 * Agreement of two views of the same things beyond chance (Cohen 1968), with the large-sample standard error and
 * a normal interval kept within -1 and 1. Throws where the table is not square or holds what is not a count.
 */
export function weightedKappa(
  counts: CountTable,
  { weights, confidence = 0.95 }: KappaOptions,
): Result<Kappa, NoKappa> {
  checkTable(counts);
  const n = sum(counts.map(sum));
  if (n === 0) return refused({ code: "nothing-judged-twice" });
  const table = cellsOf(counts, { n, weights });
  const observed = sum(table.map(({ share, weight }) => share * weight));
  const expected = sum(table.map(({ row, column, weight }) => row * column * weight));
  const room = 1 - expected;
  if (room < 1e-12) return refused({ code: "one-category" });
  const kappa = (observed - expected) / room;
  const standardError = errorOf(table, { kappa, expected, n });
  const interval = standardError === 0 ? null : around(kappa, standardError, confidence);
  return ok({ kappa, n, standardError, interval, observed, expected });
}

/** The table of pairs of categories, each given by its place from 0 up. */
export function tableOfPairs(
  pairs: readonly (readonly [number, number])[],
  categories: number,
): CountTable {
  const table = Array.from({ length: categories }, () => Array<number>(categories).fill(0));
  for (const [first, second] of pairs) {
    const row = table[first];
    if (row?.[second] === undefined) throw new Error(`Not a category: ${first}, ${second}`);
    row[second] += 1;
  }
  return table;
}

/** A cell with the shares of its whole row and column, and the mean weights along that row and column. */
type Cell = {
  share: number;
  weight: number;
  row: number;
  column: number;
  rowWeight: number;
  columnWeight: number;
};

function cellsOf(counts: CountTable, { n, weights }: { n: number; weights: KappaWeights }): Cell[] {
  const size = counts.length;
  const places = counts.map((_, place) => place);
  const rows = counts.map((row) => sum(row) / n);
  const columns = places.map((place) => sum(counts.map((row) => row[place] ?? 0)) / n);
  const weight = (i: number, j: number) => {
    const apart = size === 1 ? 0 : Math.abs(i - j) / (size - 1);
    return 1 - (weights === "linear" ? apart : apart ** 2);
  };
  const rowWeights = places.map((i) => sum(columns.map((share, j) => share * weight(i, j))));
  const columnWeights = places.map((j) => sum(rows.map((share, i) => share * weight(i, j))));
  return counts.flatMap((line, i) =>
    line.map((count, j) => ({
      share: count / n,
      weight: weight(i, j),
      row: rows[i] ?? 0,
      column: columns[j] ?? 0,
      rowWeight: rowWeights[i] ?? 0,
      columnWeight: columnWeights[j] ?? 0,
    })),
  );
}

function errorOf(
  cells: readonly Cell[],
  { kappa, expected, n }: { kappa: number; expected: number; n: number },
): number {
  const rest = 1 - kappa;
  const squares = cells.map(
    ({ share, weight, rowWeight, columnWeight }) =>
      share * (weight - (rowWeight + columnWeight) * rest) ** 2,
  );
  const variance = sum(squares) - (kappa - expected * rest) ** 2;
  // What rounding leaves of nothing is nothing.
  return variance < 1e-15 ? 0 : Math.sqrt(variance / n) / (1 - expected);
}

function around(middle: number, error: number, confidence: Confidence): Interval {
  const half = normalPoint(confidence) * error;
  return { low: Math.max(-1, middle - half), high: Math.min(1, middle + half) };
}

function checkTable(counts: CountTable): void {
  const isSquare = counts.length > 0 && counts.every((row) => row.length === counts.length);
  const isCounted = counts.flat().every((count) => Number.isInteger(count) && count >= 0);
  if (!isSquare || !isCounted) throw new Error("Not a square table of counts");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
