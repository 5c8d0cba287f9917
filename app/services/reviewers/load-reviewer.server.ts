import { academicYear } from "~/domain/calendar/working-days";
import type { Day } from "~/domain/calendar/day";
import type { Actor } from "~/domain/policy/actor";
import { countsInYear } from "~/domain/reviewer/visits-of-year";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
} from "~/services/returns/load-organisation.server";
import {
  findReviewer,
  listAskedVisits,
  type AskedVisit,
  type ReviewerRow,
} from "~db/queries/reviewers";

/** The right that a register asks for: it is about people. */
export const REGISTER_ACTION = "organisation.manage-people";

export type LoadedReviewer = LoadedOrganisation & { row: ReviewerRow };

/** An entry of an organisation's register, for those who manage it. Throws `not-found` or `forbidden`. */
export async function loadReviewer(
  app: App,
  actor: Actor,
  { key, reviewerId }: { key: string; reviewerId: string },
): Promise<LoadedReviewer> {
  const loaded = await loadOrganisation(app, actor, { key, action: REGISTER_ACTION });
  const row = await findReviewer(app.db.read, { reviewerId });
  if (row?.organisationId !== loaded.organisation.id) throw new AppError("not-found");
  return { ...loaded, row };
}

/** A person's own entry in any register. Throws `not-found` for everybody else's. */
export async function loadOwnEntry(
  app: App,
  actor: Actor,
  { reviewerId }: { reviewerId: string },
): Promise<ReviewerRow> {
  const row = await findReviewer(app.db.read, { reviewerId });
  if (row?.userId !== actor.userId) throw new AppError("not-found");
  return row;
}

/** What somebody was asked for in an organisation's rounds, and how much of it counts this year. */
export async function visitsAsked(
  app: App,
  { row, today }: { row: ReviewerRow; today: Day },
): Promise<{ asked: AskedVisit[]; taken: number }> {
  const { organisationId, id: reviewerId } = row;
  const asked = await listAskedVisits(app.db.read, { organisationId, reviewerId });
  const year = academicYear(today);
  return { asked, taken: asked.filter((one) => countsInYear(one, year)).length };
}
