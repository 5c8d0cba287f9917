import type { Day } from "~/domain/calendar/day";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { findVisit, type VisitRow } from "~db/queries/visits";

export type VisitPeople = { manager: Actor; head: Actor; lead: Actor; second: Actor };

/** A visit of the demonstration while it is made. */
export type VisitMaking = {
  visitId: string;
  people: VisitPeople;
  /** The day of the visit, and the working day after it. */
  day: Day;
  next: Day;
  /** The service as it was so many working days from the visit's day, at an hour of universal time. */
  on: (offset: number, hour?: string) => App;
};

/** The visit as it stands. */
export async function standing(app: App, { visitId }: { visitId: string }): Promise<VisitRow> {
  const row = await findVisit(app.db.read, { visitId });
  if (row === undefined) throw new Error(`There is no visit ${visitId}`);
  return row;
}

/** Stops the loading with what a service said where it did not do as asked. */
export function mustBeDone(done: boolean, outcome: unknown): void {
  if (!done) throw new Error(`A visit of the demonstration: ${JSON.stringify(outcome)}`);
}
