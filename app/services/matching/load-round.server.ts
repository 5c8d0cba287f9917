import type { Calendar } from "~/domain/calendar/calendar";
import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { listBankHolidays, listTerms } from "~db/queries/calendar";
import { listVisitRounds, type VisitRound } from "~db/queries/visit-matching";

export type RoundChoice = { id: string; title: string; closed: boolean };

/** Rounds whose visits a manager looks after. */
export type LoadedRounds = {
  organisation: LoadedOrganisation["organisation"];
  view: OrganisationView;
  today: string;
  rounds: VisitRound[];
  calendar: Calendar;
};

/** Loads an organisation's own rounds for whoever manages them. Throws `not-found` or `forbidden`. */
export async function loadRounds(app: App, actor: Actor, key: string): Promise<LoadedRounds> {
  const loaded = await loadOrganisation(app, actor, { key, action: "round.manage" });
  const { organisation, view, today, questionnaires } = loaded;
  const organisationId = organisation.id;
  const all = await listVisitRounds(app.db.read, { organisationId });
  const rounds = all.filter(
    ({ questionnaireKey }) => questionnaires === null || questionnaires.includes(questionnaireKey),
  );
  const terms = await listTerms(app.db.read, { organisationId });
  const bankHolidays = await listBankHolidays(app.db.read);
  return { organisation, view, today, rounds, calendar: { terms, bankHolidays } };
}

/** The round asked for; else the open one that began last, else the last. Undefined where there is none. */
export function roundAsked(
  rounds: readonly VisitRound[],
  roundId: string | null,
): VisitRound | undefined {
  const open = rounds.filter(({ closedAt }) => closedAt === null);
  return rounds.find(({ id }) => id === roundId) ?? open.at(-1) ?? rounds.at(-1);
}

/** The same, for pages that are nothing without a round. Throws `not-found`. */
export function roundNeeded(rounds: readonly VisitRound[], roundId: string | null): VisitRound {
  if (roundId !== null && !rounds.some(({ id }) => id === roundId)) throw new AppError("not-found");
  const round = roundAsked(rounds, roundId);
  if (round === undefined) throw new AppError("not-found");
  return round;
}

export const roundChoices = (rounds: readonly VisitRound[]): RoundChoice[] =>
  rounds.map(({ id, title, closedAt }) => ({ id, title, closed: closedAt !== null }));
