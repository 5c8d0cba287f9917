import { phaseWords } from "~/domain/matching/availability-words";
import { formatDate } from "~/domain/calendar/format";
import { conflictWords } from "~/domain/matching/availability-words";
import { availability } from "~/domain/matching/availability";
import { placesLeft, visitsOnOffer, type ReviewerForMatching } from "~/domain/matching/facts";
import { namedPairs, notAvailable } from "~/domain/matching/named-pairs";
import { partnersFor } from "~/domain/matching/partners";
import type { Actor } from "~/domain/policy/actor";
import { BEFORE_VISIT } from "~/domain/reviewer/visits-of-year";
import type { ReviewerPart, ReviewerStanding, VisitState } from "~/domain/visit/states";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import type { RegisteredReviewer, WishView } from "./load-facts.server";
import { loadSchoolForMatching, type LoadedSchool, type SchoolAsked } from "./load-school.server";
import { byUserId, pairView, personView, type PairView } from "./pair-view";

/** Somebody who could be chosen by hand. */
export type FreeView = { reviewerId: string; label: string };
/** A pair that is offered. `value` is what is sent: `urn.lead.second`, or one id where one place is free. */
export type OfferedPair = PairView & { value: string };
export type VisitPersonView = {
  rowId: string;
  name: string;
  from: string;
  part: ReviewerPart;
  standing: ReviewerStanding;
  left: string;
};

export type SchoolMatchingView = {
  organisation: OrganisationView;
  round: { id: string; title: string; questionnaireTitle: string };
  placed: number;
  capacity: number;
  school: { urn: string; name: string; about: string; askedForIt: boolean; wish: WishView | null };
  visit: {
    id: string;
    state: VisitState;
    /** Reviewers can still change, and it can be cancelled. */
    open: boolean;
    people: VisitPersonView[];
  } | null;
  /** Places to fill: both, one, or none. */
  places: 0 | 1 | 2;
  /** The row of the visit that gives its place up; null: places are free already. */
  leaving: { rowId: string; name: string } | null;
  stayingName: string | null;
  pairs: OfferedPair[];
  free: FreeView[];
  notAvailable: { name: string; why: string }[];
};

type Asked = SchoolAsked & { replace: string | null };

const MOST_SHOWN = 3;

/** Who could visit one school: three named pairs with reasons, and everybody who cannot with why (look/15). */
export async function viewSchoolMatching(
  app: App,
  actor: Actor,
  { replace, ...asked }: Asked,
): Promise<SchoolMatchingView> {
  const of = await loadSchoolForMatching(app, actor, asked);
  const { loaded, school, data, visit } = of;
  const { id, title, questionnaireTitle } = data.round;
  const people = peopleOf(of);
  const open = visit !== undefined && BEFORE_VISIT.includes(visit.state);
  const leaving = open ? (people.find(({ rowId }) => rowId === replace) ?? null) : null;
  const staying = people.filter(({ rowId }) => rowId !== leaving?.rowId);
  const places = visit !== undefined && !open ? 0 : placesTo(staying.length);
  const offers = places === 0 ? NOTHING : offersOf(of, { staying, places });
  return {
    organisation: loaded.view,
    round: { id, title, questionnaireTitle },
    placed: data.context.settledSchools.size,
    capacity: visitsOnOffer(data.mayVisit) + data.context.settledSchools.size,
    school: {
      urn: school.urn,
      name: school.name,
      about: aboutSchool(of),
      askedForIt: school.askedForIt,
      wish: school.wish,
    },
    visit: visit === undefined ? null : { id: visit.id, state: visit.state, open, people },
    places,
    leaving: leaving === null ? null : { rowId: leaving.rowId, name: leaving.name },
    stayingName: places === 1 ? (staying[0]?.name ?? null) : null,
    ...offers,
  };
}

const NOTHING = { pairs: [], free: [], notAvailable: [] };

function placesTo(staying: number): 0 | 1 | 2 {
  if (staying >= 2) return 0;
  return staying === 1 ? 1 : 2;
}

function peopleOf({ data, visit, reviewers }: LoadedSchool): (VisitPersonView & Person)[] {
  const registered = byUserId(reviewers);
  return data.asked
    .filter((one) => one.visitId === visit?.id)
    .filter(({ standing }) => standing === "asked" || standing === "accepted")
    .map((one) => {
      const found = registered.get(one.userId);
      const shown = found === undefined ? GONE : personView(found, registered);
      const { rowId, part, standing, userId } = one;
      return {
        rowId,
        part,
        standing,
        userId,
        name: shown.name,
        from: shown.from,
        left: shown.left,
      };
    });
}

type Person = { userId: string };
/** Their role has ended since. */
const GONE = { name: "Somebody who has left", from: "", left: "" };

type Offering = { staying: readonly Person[]; places: 1 | 2 };

function offersOf(of: LoadedSchool, { staying, places }: Offering) {
  const { school, data, reviewers, context, visit } = of;
  const before = askedBefore(of, staying);
  const candidates = reviewers.filter(({ userId }) => !before.has(userId));
  const may = candidates.filter(
    (reviewer) => availability({ reviewer, school, context }).available,
  );
  const registered = byUserId(reviewers);
  const { questionnaireTitle } = data.round;
  const words = { registered, questionnaireTitle };
  const stays = reviewers.find(({ userId }) => userId === staying[0]?.userId);
  const cannot = notAvailable({ school, reviewers: candidates, context }).map(
    ({ reviewer, conflicts }) => ({
      name: reviewer.name,
      why: conflicts.map((one) => conflictWords(one, questionnaireTitle)).join(". "),
    }),
  );
  const gone = reviewers
    .filter(({ userId }) => before.has(userId) && !staying.some((one) => one.userId === userId))
    .map(({ name }) => ({ name, why: "Was asked for this visit before" }));
  const pairs =
    places === 1 && stays !== undefined && visit !== undefined
      ? partnersFor({ staying: stays, school, reviewers: may, context })
          .slice(0, MOST_SHOWN)
          .map(({ reviewer, pair }) => ({
            ...pairView(pair, words),
            value: registered.get(reviewer.userId)?.reviewerId ?? "",
          }))
      : namedPairs({ school, reviewers: may, context }, MOST_SHOWN).map((pair) => {
          const shown = pairView(pair, words);
          const [lead, second] = shown.people;
          return { ...shown, value: `${school.urn}.${lead.reviewerId}.${second.reviewerId}` };
        });
  return {
    pairs,
    free: may.map((one) => freeView(one)),
    notAvailable: [...cannot, ...gone].sort((a, b) => a.name.localeCompare(b.name, "en-GB")),
  };
}

/** Everybody who has had a place in the visit, and those who have one. */
function askedBefore({ data, visit }: LoadedSchool, staying: readonly Person[]): Set<string> {
  const rows = data.asked.filter(({ visitId }) => visitId === visit?.id);
  return new Set([...rows, ...staying].map(({ userId }) => userId));
}

function freeView(one: RegisteredReviewer): FreeView {
  const { reviewerId, name, homeSchoolName } = one;
  const left = leftWordsOf(one);
  return { reviewerId, label: `${name}, ${homeSchoolName}, ${left}` };
}

const leftWordsOf = (one: ReviewerForMatching): string =>
  `${placesLeft(one)} of ${one.visitsOffered} visits left`;

/** "Primary, Eastmarsh, Tideway Trust. Asked for a visit, and has had none since 4 March 2023". */
function aboutSchool({ school }: LoadedSchool): string {
  const { phases, district, trust, askedForIt, lastVisitedOn } = school;
  const kind = phaseWords(phases);
  const facts = [
    kind.charAt(0).toUpperCase() + kind.slice(1),
    district ?? "",
    trust.standing === "in-trust" ? trust.name : TRUST_WORDS[trust.standing],
  ].filter((part) => part !== "");
  const since =
    lastVisitedOn === null ? "has had none" : `has had none since ${formatDate(lastVisitedOn)}`;
  const asked = askedForIt ? "Asked for a visit" : "Did not ask for a visit";
  return `${facts.join(", ")}. ${asked}, and ${since}.`;
}

const TRUST_WORDS = { "no-trust": "", "not-recorded": "trust not recorded" };
