import { DaySchema } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import { fieldKey, sectionKey } from "~/domain/response/answer";
import type { Snapshot } from "~/domain/submission/snapshot";
import { shareKey } from "./links";
import type { Given, SignedRound } from "./over-time";

/** What a signed copy gives to each line: whatever was asked of the school then, answered or not. */
export function signedRound(snapshot: Snapshot): SignedRound {
  const { questionnaire, sections, fields, derived, levels } = snapshot;
  const level = (code: string | null): Given => ({ level: code, text: "" });
  const text = (words: string): Given => ({ level: null, text: words });
  return {
    version: questionnaire.version,
    levels,
    given: new Map([
      ...sections.flatMap(({ items }) =>
        items.map((item) => [item.key, level(item.level)] as const),
      ),
      ...(questionnaire.sectionSummary
        ? sections.map(({ key, headline }) => [sectionKey(key), level(headline)] as const)
        : []),
      ...fields.map(({ key, kind, value }) => [fieldKey(key), text(shown(kind, value))] as const),
      ...derived.map((share) => [shareKey(share.key), text(shareWords(share))] as const),
    ]),
  };
}

function shown(kind: Snapshot["fields"][number]["kind"], value: string): string {
  return kind === "date" && DaySchema.safeParse(value).success ? formatDate(value) : value;
}

/** "86%, 18 of 21"; empty where one of the numbers was not given. */
function shareWords({ part, whole, percent }: Snapshot["derived"][number]): string {
  if (part === null || whole === null) return "";
  return percent === null ? `${part} of ${whole}` : `${percent}%, ${part} of ${whole}`;
}
