import type { LineProblem } from "./read-line";

/** Why a file was not taken. */
export type FileProblem =
  | { kind: "none" }
  | { kind: "too-large" }
  | { kind: "empty" }
  | { kind: "columns"; of: "schools" | "links"; missing: string[] }
  | { kind: "unreadable"; of: "schools" | "links"; line: number; column: string }
  | { kind: "lines"; of: "schools" | "links"; problems: LineProblem[]; more: number };

const CELL_WORDS: Record<LineProblem["problem"], string> = {
  urn: "is not a URN, which has six figures",
  authority: "is not the code of an authority, like 886",
  number: "is not a whole number",
  day: "is not a day, like 31-08-2026",
  empty: "is empty, and is needed",
  "too-many-cells": "stands beyond the last column: a comma in the line may want quotation marks",
  "said-twice": "says something else: which line is right?",
};

/** "Line 14, column OpenDate: “31-02-2020” is not a day, like 31-08-2026". */
export function lineProblemWords({ line, column, problem, cell }: LineProblem): string {
  const what = problem === "empty" ? "the cell" : `“${cell}”`;
  return `Line ${line}, column ${column}: ${what} ${CELL_WORDS[problem]}`;
}

const FILE_NAMES = { schools: "the file of schools", links: "the file of links" } as const;

/** What to do about a file that was not taken, one sentence each; nothing of it counts. */
export function fileProblemWords(problem: FileProblem): string[] {
  switch (problem.kind) {
    case "none":
      return ["Choose the file of schools"];
    case "too-large":
      return ["Choose files of 60 MB or less"];
    case "empty":
      return ["Choose a file with at least one school under its headings"];
    case "columns":
      return [
        `Choose a download of all establishment data: ${FILE_NAMES[problem.of]} has no column ${problem.missing.join(", ")}`,
      ];
    case "unreadable":
      return [
        `Line ${problem.line}, column ${problem.column} of ${FILE_NAMES[problem.of]} cannot be read: a quotation mark is open or out of place`,
      ];
    case "lines": {
      const more =
        problem.more === 0 ? [] : [`and ${problem.more} more in ${FILE_NAMES[problem.of]}`];
      return [...problem.problems.map(lineProblemWords), ...more];
    }
  }
}
