import type { Role } from "~/domain/policy/actor";
import type { ResponseState } from "~/domain/response/states";
import type { RingReasonKind } from "./ring-reasons";

/** Somebody with a role in a school today. */
export type InSchool = { name: string; role: Role; signingTitle: string | null };

/** Who acts next, by state: the first of these who is there. */
const NEXT: Partial<Record<ResponseState, readonly Role[]>> = {
  "not-started": ["head", "coordinator"],
  "in-progress": ["coordinator", "head"],
  "ready-to-sign": ["head", "coordinator"],
  "awaiting-governor": ["governor", "head", "coordinator"],
};

/** Whom to ask for; null: the school office, as nobody has joined or the person's address does not work. */
export function whoToRing<T extends InSchool>(
  people: readonly T[],
  { state, reason }: { state: ResponseState; reason: RingReasonKind },
): T | null {
  if (reason === "came-back" || reason === "nobody-joined") return null;
  return nextToAct(people, state);
}

/** Who acts next in a school; null: nobody who could has joined, or nothing is left to do there. */
export function nextToAct<T extends InSchool>(
  people: readonly T[],
  state: ResponseState,
): T | null {
  const order = NEXT[state] ?? [];
  return order.flatMap((role) => people.find((one) => one.role === role) ?? [])[0] ?? null;
}

/** People in charge: those who are written to about a deadline. */
export function inCharge<T extends InSchool>(people: readonly T[]): T[] {
  return people.filter(({ role }) => role === "head" || role === "coordinator");
}
