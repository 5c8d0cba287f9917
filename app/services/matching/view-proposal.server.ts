import { mayVisitThisRound } from "~/domain/matching/availability";
import { checkLines, type CheckedLines } from "~/domain/matching/check-lines";
import {
  chooseSchools,
  type ChosenBecause,
  type ChoosingRules,
} from "~/domain/matching/choose-schools";
import { chosenWords, notChosenWords } from "~/domain/matching/choice-words";
import {
  windowOf,
  type MatchingChoices,
  type Window,
  type WindowProblem,
} from "~/domain/matching/choices";
import { visitsOnOffer } from "~/domain/matching/facts";
import { lineProblemWords } from "~/domain/matching/line-words";
import { leftWords } from "~/domain/matching/proposal-words";
import type { Proposal, ToPropose } from "~/domain/matching/propose-visits";
import { seededRandom } from "~/domain/matching/seeded-random";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { taskUrl } from "~/platform/worker-pool.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { loadMatchingData, type HostSchool, type MatchingData } from "./load-facts.server";
import { loadRounds, roundChoices, roundNeeded, type RoundChoice } from "./load-round.server";
import { byUserId, pairView, type PairView } from "./pair-view";
import { linesOf } from "./read-lines";

/** A visit of a proposal. `value` goes into its box; `because`: why this school. */
export type ProposedLineView = {
  urn: string;
  name: string;
  district: string | null;
  because: string;
  pair: PairView;
  /** Chosen by somebody, not worked out. */
  byHand: boolean;
};

export type LeftLineView = { urn: string; name: string; why: string };
export type BackLineView = { urn: string; name: string; whys: string[] };
export type PickView = { district: string; schools: { urn: string; name: string }[] };

export type ProposalView = {
  organisation: OrganisationView;
  rounds: RoundChoice[];
  round: { id: string; title: string; questionnaireTitle: string };
  window: Window;
  windowProblems: WindowProblem[];
  /** Visits reviewers of this round can still make between them, and how many people. */
  capacity: number;
  reviewers: number;
  /** Visits of the round that stand. */
  placed: number;
  asking: number;
  picks: PickView[];
  /** Null until the choice was sent. */
  proposal: { lines: ProposedLineView[]; left: LeftLineView[]; back: BackLineView[] } | null;
};

type Asked = { key: string; choices: MatchingChoices & { shown: boolean } };

const TASK = taskUrl("app/services/matching/propose.worker.ts");
const TIMEOUT_MS = 30_000;

/**
 * "120 visits can be offered: which schools?" and, once chosen, who could visit whom. Nothing is kept or sent.
 * Throws `not-found` or `forbidden`.
 */
export async function viewProposal(
  app: App,
  actor: Actor,
  { key, choices }: Asked,
): Promise<ProposalView> {
  const loaded = await loadRounds(app, actor, key);
  const round = roundNeeded(loaded.rounds, choices.roundId);
  const { window, problems } = windowOf(choices, loaded);
  const asked = { round, today: loaded.today, window };
  const data = await loadMatchingData(app.db.read, asked);
  const open = data.schools.filter((one) => !data.context.settledSchools.has(one.schoolId));
  const { id, title, questionnaireTitle } = round;
  return {
    organisation: loaded.view,
    rounds: roundChoices(loaded.rounds),
    round: { id, title, questionnaireTitle },
    window,
    windowProblems: problems,
    capacity: visitsOnOffer(data.mayVisit),
    reviewers: data.mayVisit.length,
    placed: data.context.settledSchools.size,
    asking: open.filter(({ askedForIt }) => askedForIt).length,
    picks: picksOf(open),
    proposal: choices.shown && problems.length === 0 ? await propose(app, data, choices) : null,
  };
}

function picksOf(open: readonly HostSchool[]): PickView[] {
  const districts = [...new Set(open.map(({ district }) => district ?? ""))].sort();
  return districts.map((name) => ({
    district: name,
    schools: open
      .filter(({ district }) => (district ?? "") === name)
      .map(({ urn, name: school }) => ({ urn, name: school })),
  }));
}

async function propose(app: App, data: MatchingData, choices: MatchingChoices) {
  const chosen = checkLines(linesOf(choices.pairs, data), data);
  const { settledSchools } = chosen.context;
  const open = data.schools.filter(({ schoolId }) => !settledSchools.has(schoolId));
  const mayVisit = chosen.reviewers.filter((one) => mayVisitThisRound(one, chosen.context));
  const capacity = visitsOnOffer(mayVisit);
  const choice = chooseSchools(open, { capacity, rules: rulesOf(choices, open) });
  // Those in line come after: a place that the first cannot fill is theirs.
  const inLine = choice.left.filter(({ because }) => because.code === "no-visit-left");
  const schools = [...choice.chosen, ...inLine].map(({ school }) => school);
  const { context } = chosen;
  const proposal = await perform(app, { schools, reviewers: mayVisit, context });
  const because = new Map(choice.chosen.map((one) => [one.school.schoolId, one.because]));
  const left = [
    ...proposal.left.map(({ school, reason }) => ({ school, why: leftWords(reason) })),
    ...choice.left
      .filter((one) => one.because.code === "no-rule-chose-it")
      .map(({ school, because: why }) => ({ school, why: notChosenWords(why) })),
  ];
  return {
    lines: linesFrom({ data, chosen, proposal, because }),
    left: left.map(({ school, why }) => ({ ...placeOf(data, school.schoolId), why })),
    back: backFrom(data, chosen),
  };
}

function rulesOf(choices: MatchingChoices, open: readonly HostSchool[]): ChoosingRules {
  const ids = new Map(open.map(({ urn, schoolId }) => [urn, schoolId]));
  const { askedForIt, longestWithout, sampleByDistrict, sampleMost, seed } = choices;
  return {
    handPicked: choices.picked.flatMap((urn) => ids.get(urn) ?? []),
    askedForIt,
    longestWithout: longestWithout ? { most: null } : null,
    sampleByDistrict: sampleByDistrict ? { most: sampleMost, random: seededRandom(seed) } : null,
  };
}

/** In a worker thread where there is one, so that no request waits behind it. */
async function perform(app: App, task: ToPropose): Promise<Proposal> {
  if (app.runTask) return app.runTask<Proposal>(TASK, task, { timeoutMs: TIMEOUT_MS });
  const { run } = await import("./propose.worker");
  return run(task);
}

type From = {
  data: MatchingData;
  chosen: CheckedLines;
  proposal: Proposal;
  because: ReadonlyMap<string, ChosenBecause>;
};

function linesFrom({ data, chosen, proposal, because }: From): ProposedLineView[] {
  const registered = byUserId(data.reviewers);
  const words = { registered, questionnaireTitle: data.round.questionnaireTitle };
  const byHand = chosen.held.map(({ school, pair, reviewers }) => ({
    ...placeOf(data, school.schoolId),
    because: "Chosen by hand",
    pair: pairView(pair, words, reviewers),
    byHand: true,
  }));
  const workedOut = proposal.visits.map(({ school, pair }) => {
    const why = because.get(school.schoolId);
    return {
      ...placeOf(data, school.schoolId),
      because: why === undefined ? "Next in line" : chosenWords(why),
      pair: pairView(pair, words),
      byHand: false,
    };
  });
  return [...byHand, ...workedOut];
}

function placeOf({ schools }: MatchingData, schoolId: string) {
  const school = schools.find((one) => one.schoolId === schoolId);
  const { urn = "", name = "", district = null } = school ?? {};
  return { urn, name, district };
}

/** Chosen pairs that do not hold, as they are shown. A school that is in no round is named by what was sent. */
export function backFrom(data: MatchingData, { back }: CheckedLines): BackLineView[] {
  const { questionnaireTitle } = data.round;
  return back.map(({ line, school, problems }) => ({
    urn: school === null ? line.schoolId : placeOf(data, school.schoolId).urn,
    name: school?.name ?? `URN ${line.schoolId}`,
    whys: problems.map((one) => lineProblemWords(one, questionnaireTitle)),
  }));
}
