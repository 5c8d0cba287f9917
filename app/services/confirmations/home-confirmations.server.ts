import type { Day } from "~/domain/calendar/day";
import { confirmationStanding } from "~/domain/confirmation/lifecycle";
import { renewalOf, type Renewal } from "~/domain/confirmation/renew-rules";
import type { ConfirmationStanding } from "~/domain/confirmation/states";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { App } from "~/platform/app.server";
import {
  findScheme,
  listConfirmationsOfSchool,
  listSchemeReviews,
  type ConfirmationRow,
} from "~db/queries/confirmations";
import { factsOf } from "./confirm.server";

/** A school's status in one rolling round, by its latest confirmation. */
export type HomeConfirmationView = {
  id: string;
  roundId: string;
  title: string;
  organisation: string;
  standing: ConfirmationStanding;
  endsOn: Day;
  /** Whether renewing is offered, and to this person. */
  renewal: Renewal;
  mayRenew: boolean;
};

type Place = { schoolId: string; today: Day };

/** The confirmations that the person may see on the school's home, one of each round. */
export async function homeConfirmations(
  app: App,
  actor: Actor,
  { schoolId, today }: Place,
): Promise<HomeConfirmationView[]> {
  const rows = await listConfirmationsOfSchool(app.db.read, { schoolId });
  const latest = new Map<string, ConfirmationRow>();
  for (const row of rows) if (!latest.has(row.roundId)) latest.set(row.roundId, row);
  const views = await Promise.all(
    [...latest.values()].map((row) => viewOf(app, actor, { row, today })),
  );
  return views.filter((view) => view !== null);
}

async function viewOf(
  app: App,
  actor: Actor,
  { row, today }: { row: ConfirmationRow; today: Day },
): Promise<HomeConfirmationView | null> {
  const { schoolId, roundId, endsOn } = row;
  const scheme = await findScheme(app.db.read, { roundId });
  if (scheme === undefined) return null;
  const facts = factsOf(scheme, { schoolId, today });
  if (!can(actor, "confirmation.view", facts).allowed) return null;
  const [newest] = await listSchemeReviews(app.db.read, { roundId, schoolIds: [schoolId] });
  const renewal = renewalOf({
    last: row,
    newestPeriod: newest?.period ?? 0,
    roundOpen: scheme.closedAt === null,
    today,
  });
  return {
    id: row.id,
    roundId,
    title: scheme.title,
    organisation: scheme.organisationName,
    standing: confirmationStanding(row, today),
    endsOn,
    renewal,
    mayRenew: can(actor, "confirmation.renew", facts).allowed,
  };
}
