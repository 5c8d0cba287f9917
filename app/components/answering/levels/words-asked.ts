import type { Level } from "~/domain/questionnaire/definition";
import { DUTY_QUESTION } from "~/domain/questionnaire/duties";
import type { AnswerContent } from "~/domain/response/answer";
import { useAnswer, useAnswering } from "../answering-context";
import { dutyAsksWords } from "../duty-words";

/** Words that the choices of one statement ask for, each with its box. */
export type Asked = { box: "commentary" | "dutyNote"; question: string; written: boolean };

type Asking = { asksDuty: boolean; levels: readonly Level[] };

/** The same rule as the service's `needsWords`, on what is chosen now. */
export function wordsAsked(content: AnswerContent, { asksDuty, levels }: Asking): Asked[] {
  const level = levels.find(({ code }) => code === content.level);
  const asked: Asked[] = [];
  if (level?.asks) {
    const written = content.commentary.trim() !== "";
    asked.push({ box: "commentary", question: level.asks, written });
  }
  // Outside the count there is no duty to answer for.
  const isDutyAsked = asksDuty && level?.counts !== false;
  if (isDutyAsked && dutyAsksWords(content.duty)) {
    const written = content.dutyNote.trim() !== "";
    asked.push({ box: "dutyNote", question: DUTY_QUESTION, written });
  }
  return asked;
}

type AskedOf = { key: string; asksDuty: boolean };

/**
 * What one statement asks for now. `asked` leaves out words that were written before the page opened and are
 * still asked by the same choice: there is nothing to do there. Those are `written`.
 */
export function useWordsAsked(
  { key, asksDuty }: AskedOf,
  levels: readonly Level[],
): { asked: Asked[]; written: Asked[]; missing: boolean } {
  const { queue, open } = useAnswering();
  const { opened } = useAnswer(key);
  const saved = open.get(key)?.saved ?? opened;
  const now = wordsAsked(queue.contentOf(key), { asksDuty, levels });
  const before = wordsAsked(saved, { asksDuty, levels });
  const isDone = (one: Asked) =>
    before.some(({ box, question, written }) => {
      return written && one.written && box === one.box && question === one.question;
    });
  return {
    asked: now.filter((one) => !isDone(one)),
    written: now.filter(isDone),
    missing: now.some((one) => !one.written),
  };
}
