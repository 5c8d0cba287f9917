import type { ActionState } from "./states";

type Round = { responseId: string; questionnaireId: string; inRound: boolean; since: Date };
type Held = { responseId: string | null; state: ActionState; carriedOn: boolean };

/** Whether something is still to be done here: not done, not dropped, and not carried on to a later round. */
export const isStillOpen = ({ state, carriedOn }: Omit<Held, "responseId">): boolean =>
  !carriedOn && (state === "open" || state === "in-progress");

/**
 * The actions a new round's self-review may take over (issue 4): those still open of earlier rounds of the same
 * questionnaire. What a private self-review led to stays with it, so that nothing private leaves with a signed copy.
 */
export function actionsToCarry<Action extends Held>(
  to: Round,
  { earlier, actions }: { earlier: readonly Round[]; actions: readonly Action[] },
): Action[] {
  if (!to.inRound) return [];
  const from = new Set(
    earlier
      .filter(
        ({ responseId, questionnaireId, inRound, since }) =>
          inRound &&
          responseId !== to.responseId &&
          questionnaireId === to.questionnaireId &&
          since < to.since,
      )
      .map(({ responseId }) => responseId),
  );
  return actions.filter(
    (action) => action.responseId !== null && from.has(action.responseId) && isStillOpen(action),
  );
}

/** The term a carried action is due by: its own, or where that has ended the first of those to choose, in order. */
export function carriedTerm(term: string, toChoose: readonly string[]): string {
  const [first] = toChoose;
  return first === undefined || first <= term ? term : first;
}
