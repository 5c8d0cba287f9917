import type { SaveOutcome } from "~/services/answering/saves";
import { momentWords } from "../answering/moment-words";
import { refusalOf } from "../answering/refusal-words";

/** Why an earlier version was not put back. */
export type RestoreTold =
  | { kind: "conflict"; byName: string; when: string }
  | { kind: "refused"; summary: string; final: boolean };

/** What to tell of a version that was to be put back; null when it was. */
export function restoreTold(outcome: SaveOutcome, now: Date): RestoreTold | null {
  switch (outcome.kind) {
    case "saved":
      return null;
    case "conflict": {
      const { by, at } = outcome.theirs;
      return { kind: "conflict", byName: by.name, when: momentWords(at, now) };
    }
    case "refused": {
      const { summary, final } = refusalOf(outcome.key, outcome.problem);
      return { kind: "refused", summary, final };
    }
  }
}

/** 409 for someone else's save or locked answers, 422 for words that cannot be saved. */
export const restoreStatus = (told: RestoreTold): number =>
  told.kind === "refused" && !told.final ? 422 : 409;
