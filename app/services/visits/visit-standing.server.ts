import { nextSteps, type NextStep } from "~/domain/visit/next-steps";
import { standingOf } from "~/domain/visit/standing-of";
import type { App } from "~/platform/app.server";
import { findFollowUp, listVisitPeople, type VisitPerson } from "~db/queries/visit-people";
import { listRecordSignatures } from "~db/queries/visits";
import type { LoadedVisit } from "./load-visit.server";

/** What is next in a visit, with the people it may wait for. */
export type StandingOfVisit = { people: VisitPerson[]; steps: NextStep[] };

/** Reads who has answered and what is next, by when (design.md section 4). */
export async function visitStanding(app: App, loaded: LoadedVisit): Promise<StandingOfVisit> {
  const { row, calendar, today } = loaded;
  const { read } = app.db;
  const scope = { visitId: row.id };
  const people = await listVisitPeople(read, scope);
  const signatures = await listRecordSignatures(read, scope);
  const followUp = await findFollowUp(read, scope);
  const standing = standingOf(row, {
    people,
    signatures: signatures.map(({ kind }) => kind),
    followedUp: (followUp?.givenAt ?? null) !== null,
  });
  return { people, steps: nextSteps(standing, { calendar, today }) };
}
