import { termWords } from "~/domain/action/action-words";
import type { Choice } from "../form/choice";

/** Terms to choose from. The one an action already has stays in the list, also when it has ended. */
export function termChoices(terms: readonly string[], current: string): Choice[] {
  const isKnown = current === "" || terms.includes(current) || termWords(current) === current;
  const all = isKnown ? terms : [current, ...terms];
  const none = { value: "", label: "Choose a term" };
  return [none, ...all.map((term) => ({ value: term, label: termWords(term) }))];
}
