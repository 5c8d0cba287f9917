import { ok, refused, type Result } from "~/domain/result";

/** Visits a reviewer offers in an academic year unless they say otherwise (issue 4, 1). */
export const USUAL_VISITS = 2;

/** More than this is not a reviewer's year any more. */
export const MOST_VISITS = 12;

export type Offer = { offered: number; taken: number };

/**
 * The number of visits typed for a year: 0 to the most there can be, and never fewer than stand in the diary
 * already, since those have to be handed over first. Nothing typed is the usual two.
 */
export function readVisitsOffered(typed: string, taken: number): Result<number, string> {
  const words = typed.trim();
  if (words === "") return checkOffer({ offered: Math.max(USUAL_VISITS, taken), taken });
  if (!/^\d{1,3}$/.test(words)) {
    return refused(`Enter a number of visits from 0 to ${MOST_VISITS}`);
  }
  return checkOffer({ offered: Number(words), taken });
}

function checkOffer({ offered, taken }: Offer): Result<number, string> {
  if (offered > MOST_VISITS) return refused(`Enter a number of visits from 0 to ${MOST_VISITS}`);
  if (offered < taken) {
    const visits = taken === 1 ? "1 visit is" : `${taken} visits are`;
    return refused(`${visits} agreed already this year: enter at least ${taken}`);
  }
  return ok(offered);
}

/** Whether one more visit may be asked for. The cap is hard: nobody is asked beyond what they offer. */
export function mayBeAsked({ offered, taken }: Offer): boolean {
  return taken < offered;
}

/** "1 of 2 visits left this year". */
export function visitsLeftWords({ offered, taken }: Offer): string {
  if (offered === 0) return "Offers no visits this year";
  return `${Math.max(0, offered - taken)} of ${offered} visits left this year`;
}
