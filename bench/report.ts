import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { ChainOutcome } from "./audit-chain";
import type { Case } from "./cases";
import type { ComparingOutcome } from "./comparing";
import type { CountryOutcome } from "./country-lists";
import type { MatchingOutcome } from "./matching";
import type { Measured } from "./measure";
import type { OverTimeOutcome } from "./over-time";
import type { ImportOutcome } from "./register-import";
import type { OpeningOutcome } from "./round-opening";

export type Outcome = {
  of: Pick<Case, "name" | "aim">;
  service: Measured;
  floor: Measured;
};

const COLUMNS = [
  "",
  "connections",
  "requests/s",
  "p50 ms",
  "p99 ms",
  "floor requests/s",
  "floor p50",
  "floor p99",
  "of the floor",
  "aim",
];

/** The outcomes as lines of a table. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const rows = [COLUMNS, ...outcomes.map(rowOf)];
  const widths = COLUMNS.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column === COLUMNS.length - 1
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function rowOf({ of, service, floor }: Outcome): string[] {
  const ratio = service.requestsPerSecond / floor.requestsPerSecond;
  const aim = of.aim && `${of.aim.words}: ${of.aim.met({ service, floor }) ? "met" : "missed"}`;
  return [
    of.name,
    String(service.connections),
    ...figures(service),
    ...figures(floor),
    ratio < 0.01 ? ratio.toFixed(4) : ratio.toFixed(2),
    aim ?? "",
  ];
}

const figures = ({ requestsPerSecond, p50, p99 }: Measured): string[] => [
  requestsPerSecond.toFixed(requestsPerSecond < 100 ? 1 : 0),
  p50.toFixed(1),
  p99.toFixed(1),
];

type Kept = {
  outcomes: readonly Outcome[];
  chain: ChainOutcome;
  proposal: MatchingOutcome;
  comparison: ComparingOutcome;
  years: OverTimeOutcome;
  imports: readonly ImportOutcome[];
  opening: OpeningOutcome;
  country: CountryOutcome | null;
  at: Date;
};

/** Keeps the figures of this run beside the build, for comparing with the next. Returns the file's name. */
export function keepOutcomes({ outcomes, at, ...others }: Kept): string {
  const file = "bench-results/latest.json";
  const [processor] = cpus();
  const machine = {
    node: process.version,
    cores: cpus().length,
    processor: processor?.model ?? "unknown",
  };
  const results = outcomes.map(({ of, service, floor }) => ({
    name: of.name,
    service,
    floor,
    aim: of.aim && { words: of.aim.words, met: of.aim.met({ service, floor }) },
  }));
  mkdirSync("bench-results", { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at, machine, results, ...others }, null, 2)}\n`);
  return file;
}
