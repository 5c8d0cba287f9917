/** A range a figure lies in, from low to high. */
export type Interval = { low: number; high: number };

/** How sure a range is; 0.95 unless said. */
export type Confidence = 0.9 | 0.95 | 0.99;

/** The two-sided points of the normal distribution, for instance 95 in 100 within 1.96 either side. */
const POINTS: Record<`${Confidence}`, number> = {
  "0.9": 1.6448536269514722,
  "0.95": 1.959963984540054,
  "0.99": 2.5758293035489004,
};

export function normalPoint(confidence: Confidence): number {
  return POINTS[`${confidence}`];
}
