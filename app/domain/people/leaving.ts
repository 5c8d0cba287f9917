import { addDays, type Day } from "~/domain/calendar/day";
import type { Role } from "~/domain/policy/actor";

/** A role in one place, as it is held now or later. */
export type HeldRole = {
  grantId: string;
  userId: string;
  role: Role;
  questionnaireKey: string | null;
  from: Day;
  to: Day | null;
};

/** Who a place cannot be without: a school its head, an organisation its manager. */
export type Keeper = Extract<Role, "head" | "manager">;

type Ending = {
  keeper: Keeper;
  held: readonly HeldRole[];
  ending: readonly string[];
  lastDay: Day;
};

/**
 * Whether somebody is still in charge when these roles (by grant) end after `lastDay`. Ends that touch no head or
 * manager always leave it as it was. A limited role is charge of nothing but its questionnaire.
 */
export function leavesSomeoneInCharge({ keeper, held, ending, lastDay }: Ending): boolean {
  const keepers = held.filter((one) => one.role === keeper && one.questionnaireKey === null);
  const isTouched = keepers.some(({ grantId }) => ending.includes(grantId));
  if (!isTouched) return true;
  const next = addDays(lastDay, 1);
  return keepers.some(
    ({ grantId, from, to }) =>
      !ending.includes(grantId) && from <= next && (to === null || next <= to),
  );
}

/** Whether a role counts on a day or will later. */
export function isCurrentOrComing({ to }: { to: Day | null }, today: Day): boolean {
  return to === null || today <= to;
}
