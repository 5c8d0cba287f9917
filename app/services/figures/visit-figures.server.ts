import type { Actor } from "~/domain/policy/actor";
import { agreementBySection, type AgreementBySection } from "~/domain/figures/agreement-by-section";
import { kappaSentence } from "~/domain/figures/figure-words";
import { reviewerAgreement, type IndependentViews } from "~/domain/figures/reviewer-agreement";
import { sameViews } from "~/domain/figures/same-views";
import { ratingFigure, type RatingFigure } from "~/domain/figures/visit-ratings";
import type { Definition } from "~/domain/questionnaire/definition";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import { roundAsked, roundChoices, type RoundChoice } from "~/services/matching/load-round.server";
import {
  loadOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import {
  listClosedFindings,
  listClosedVisits,
  listIndependentViews,
  listVisitRatings,
} from "~db/queries/visit-figures";
import { listVisitRounds, type VisitRound } from "~db/queries/visit-matching";
import { findVersion } from "~db/queries/versions";

/** How two who looked independently agree. `same` null: held back, or nobody looked twice. */
export type AgreementOfTwo = { sentence: string; same: { same: number; of: number } | null };

export type RoundFigures = {
  /** Closed visits, and those of them that closed with both views. Officers see the state of each anyway. */
  closed: number;
  bothViews: number;
  titles: Record<string, string>;
  agreement: AgreementBySection;
  reviewers: AgreementOfTwo;
  rating: RatingFigure;
};

export type VisitFiguresView = {
  organisation: OrganisationView;
  today: string;
  rounds: RoundChoice[];
  /** Null where the organisation has no round. */
  round: { id: string; title: string; questionnaireTitle: string } | null;
  figures: RoundFigures | null;
};

type Asked = { key: string; roundId: string | null };

/**
 * What the closed visits of a round come to, for officers and managers. Every closed record counts, whatever its
 * school chose for others to read of it: figures are the least of the ownership rules (design.md section 3). Throws
 * `not-found` for a round that is not theirs.
 */
export async function viewVisitFigures(
  app: App,
  actor: Actor,
  { key, roundId }: Asked,
): Promise<VisitFiguresView> {
  const action = "organisation.view-visit-figures";
  const loaded = await loadOrganisation(app, actor, { key, action });
  const { organisation, questionnaires, view, today } = loaded;
  const all = await listVisitRounds(app.db.read, { organisationId: organisation.id });
  const rounds = all.filter(
    ({ questionnaireKey }) => questionnaires === null || questionnaires.includes(questionnaireKey),
  );
  if (roundId !== null && !rounds.some(({ id }) => id === roundId)) throw new AppError("not-found");
  const round = roundId === null ? await latestVisited(app, rounds) : roundAsked(rounds, roundId);
  return {
    organisation: view,
    today,
    rounds: roundChoices(rounds),
    round:
      round === undefined
        ? null
        : { id: round.id, title: round.title, questionnaireTitle: round.questionnaireTitle },
    figures: round === undefined ? null : await figuresOf(app, round),
  };
}

/** The round that opened last of those with a closed visit; else as elsewhere. */
async function latestVisited(app: App, rounds: readonly VisitRound[]) {
  for (const round of rounds.toReversed()) {
    if ((await listClosedVisits(app.db.read, { roundId: round.id })).length > 0) return round;
  }
  return roundAsked(rounds, null);
}

async function figuresOf(app: App, round: VisitRound): Promise<RoundFigures> {
  const { read } = app.db;
  const scope = { roundId: round.id };
  const definition = await definitionOf(app, round);
  const { sections } = definition;
  const closed = await listClosedVisits(read, scope);
  const findings = await listClosedFindings(read, scope);
  const areas = findings.map(({ key, ...area }) => ({
    ...area,
    section: sectionOf(definition, key),
  }));
  return {
    closed: closed.length,
    bothViews: closed.filter(({ state }) => state === "closed-with-both-views").length,
    titles: Object.fromEntries(sections.map(({ key, title }) => [key, title])),
    agreement: agreementBySection(
      areas,
      sections.map(({ key }) => key),
    ),
    reviewers: agreementOfTwo(pairsOf(await listIndependentViews(read, scope))),
    rating: ratingFigure(await listVisitRatings(read, scope)),
  };
}

async function definitionOf(app: App, { versionId }: VisitRound): Promise<Definition> {
  const version = await findVersion(app.db.read, { versionId });
  if (version === undefined) throw new Error("A round names a version that is not there");
  return publishedDefinition(app, { versionId, sha256: version.sha256 });
}

/** The section a focus key is of: `C` of `C` and of `C3`. */
function sectionOf({ sections }: Definition, key: string): string {
  const found = sections.find(
    (section) => section.key === key || section.items.some((item) => item.key === key),
  );
  return found?.key ?? "";
}

type GivenView = Awaited<ReturnType<typeof listIndependentViews>>[number];

/** Both views of each area, lead first; areas only one of them gave a view of are left out. */
function pairsOf(views: readonly GivenView[]): IndependentViews[] {
  const leads = views.filter(({ part }) => part === "lead");
  return leads.flatMap(({ visitId, schoolId, key, view }) => {
    const other = views.find(
      (one) => one.visitId === visitId && one.key === key && one.part === "second",
    );
    return other === undefined ? [] : [{ schoolId, pairs: [[view, other.view] as const] }];
  });
}

function agreementOfTwo(views: readonly IndependentViews[]): AgreementOfTwo {
  const kappa = reviewerAgreement(views);
  const isShown = kappa.ok || kappa.problem.code === "one-category";
  return { sentence: kappaSentence(kappa), same: isShown ? sameViews(views) : null };
}
