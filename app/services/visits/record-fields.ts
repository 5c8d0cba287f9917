import type { Finding } from "~/domain/visit/draft-record";
import { MOST_PRACTICES, MOST_SUGGESTIONS } from "~/domain/visit/record-limits";
import type { PracticeRow, RecordRow, SuggestionRow } from "~db/queries/visit-record-rows";

/** The parts of a record while it is written. */
export type RecordParts = {
  record: RecordRow;
  findings: readonly Finding[];
  suggestions: readonly SuggestionRow[];
  practices: readonly PracticeRow[];
};

/** Places for suggestions and for practice to share: 1, 2, 3. */
export const SUGGESTION_PLACES = placesUpTo(MOST_SUGGESTIONS);
export const PRACTICE_PLACES = placesUpTo(MOST_PRACTICES);

function placesUpTo(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1);
}

/**
 * What the reviewers write, by the names of its boxes: `whatWeDid`, `C3.view`, `C3.reason`, `C3.saw`, `C3.worksWell`,
 * `C3.wondered`, `s1.key`, `s1.text`, `s1.help`, `p1.key`, `p1.text`.
 */
export function recordBoxes(parts: RecordParts): Record<string, string> {
  const { record, findings, suggestions, practices } = parts;
  const boxes = [
    ["whatWeDid", record.whatWeDid],
    ...findings.flatMap(({ key, ...says }) =>
      FINDING_BOXES.map((box) => [`${key}.${box}`, says[box]]),
    ),
    ...SUGGESTION_PLACES.flatMap((place) => {
      const held = suggestions.find(({ position }) => position === place);
      return [
        [`s${place}.key`, held?.key ?? ""],
        [`s${place}.text`, held?.text ?? ""],
        [`s${place}.help`, held?.whoMightHelp ?? ""],
      ];
    }),
    ...PRACTICE_PLACES.flatMap((place) => {
      const held = practices[place - 1];
      return [
        [`p${place}.key`, held?.key ?? ""],
        [`p${place}.text`, held?.text ?? ""],
      ];
    }),
  ];
  return Object.fromEntries(boxes) as Record<string, string>;
}

export const FINDING_BOXES = ["view", "reason", "saw", "worksWell", "wondered"] as const;
