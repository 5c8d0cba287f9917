import type { ActionState } from "~/domain/action/states";
import type { Role } from "~/domain/policy/actor";
import type { ResponseState } from "~/domain/response/states";
import type { VisitState } from "~/domain/visit/states";

/** What a school holds that went before, and what the one after it has already. */
export type Estate = {
  today: string;
  responses: readonly {
    id: string;
    state: ResponseState;
    roundId: string | null;
    period: number;
    /** Whether any copy of it was ever signed. */
    signed: boolean;
  }[];
  actions: readonly { id: string; state: ActionState }[];
  visits: readonly { id: string; state: VisitState }[];
  grants: readonly { id: string; userId: string; role: Role; to: string | null }[];
  /** Of the school after. */
  itsResponses: readonly { roundId: string | null; period: number }[];
  itsGrants: readonly { userId: string; role: Role; to: string | null }[];
};

/** Ids of what goes along; everything else stays with the school before. */
export type GoesAlong = {
  responses: string[];
  actions: string[];
  visits: string[];
  grants: string[];
};

const OPEN_RESPONSES: readonly ResponseState[] = ["not-started", "in-progress", "ready-to-sign"];
const ENDED_VISITS: readonly VisitState[] = ["closed", "closed-with-both-views", "cancelled"];

/**
 * What goes along when a school takes another over (design.md section 2): open work and roles. Whatever was signed stays,
 * and is read through the link; so does work in a round that the school after is in itself, and a role that the person
 * has there already.
 */
export function goesAlong(estate: Estate): GoesAlong {
  const { today } = estate;
  const inRounds = new Set(estate.itsResponses.map(placeInRound));
  const held = new Set(
    estate.itsGrants
      .filter((grant) => lasts(grant, today))
      .map(({ userId, role }) => `${userId} ${role}`),
  );
  return {
    responses: estate.responses
      .filter(({ state, signed }) => !signed && OPEN_RESPONSES.includes(state))
      .filter((one) => one.roundId === null || !inRounds.has(placeInRound(one)))
      .map(({ id }) => id),
    actions: estate.actions
      .filter(({ state }) => state === "open" || state === "in-progress")
      .map(({ id }) => id),
    visits: estate.visits.filter(({ state }) => !ENDED_VISITS.includes(state)).map(({ id }) => id),
    grants: estate.grants
      .filter((grant) => lasts(grant, today) && !held.has(`${grant.userId} ${grant.role}`))
      .map(({ id }) => id),
  };
}

const placeInRound = (one: { roundId: string | null; period: number }): string =>
  `${one.roundId ?? ""} ${one.period}`;

const lasts = ({ to }: { to: string | null }, today: string): boolean => to === null || to >= today;
