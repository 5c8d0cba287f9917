import { answerGroup } from "~/forms/answers";

/** Which of a page's answers a control belongs to, by its name. */
export const keyOfControl = (name: string, keys: Iterable<string>): string | null =>
  [...keys].find((key) => name.startsWith(`${answerGroup(key)}.`)) ?? null;
