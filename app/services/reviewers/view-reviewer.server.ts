import type { Actor } from "~/domain/policy/actor";
import { accreditationOn, accreditationWords } from "~/domain/reviewer/accreditation";
import { BEFORE_VISIT } from "~/domain/reviewer/visits-of-year";
import type { App } from "~/platform/app.server";
import { findUser } from "~db/queries/people";
import { listReviewerGrants, type AskedVisit, type ReviewerRow } from "~db/queries/reviewers";
import { interestsView } from "./interests.server";
import { loadReviewer, visitsAsked } from "./load-reviewer.server";
import { storedTexts } from "./stored-lists";
import { typedOf } from "./typed-entry";
import { entryForm } from "./view-register.server";
import type { ReviewerView, ReviewerVisitView } from "./views";

type Asked = { key: string; reviewerId: string; query: string };

/** One reviewer of the register with everything a manager keeps about them. Throws `not-found` or `forbidden`. */
export async function viewReviewer(
  app: App,
  actor: Actor,
  { query, ...at }: Asked,
): Promise<ReviewerView> {
  const { row, organisation, view, today } = await loadReviewer(app, actor, at);
  const organisationId = organisation.id;
  const { asked, taken } = await visitsAsked(app, { row, today });
  const grants = await listReviewerGrants(app.db.read, { organisationId, today });
  const visits = asked.map(visitView);
  const kept = storedTexts(row.districts);
  return {
    organisation: view,
    ...(await entryForm(app, { organisationId, kept })),
    id: row.id,
    name: row.name,
    email: row.email,
    version: row.version,
    active: grants.some(({ userId }) => userId === row.userId),
    typed: typedOf(row),
    accreditation: accreditationOn(row.accreditedUntil, today),
    accreditationWords: accreditationWords(row.accreditedUntil, today),
    offered: row.visitsOffered,
    taken,
    assured: await assuranceOf(app, row),
    interests: await interestsView(app, row, query),
    visits,
    open: visits.filter(({ standing, state }) => isAssigned(standing) && isToCome(state)),
  };
}

const isAssigned = (standing: string): boolean => standing === "asked" || standing === "accepted";
const isToCome = (state: AskedVisit["state"]): boolean => BEFORE_VISIT.includes(state);

function visitView(one: AskedVisit): ReviewerVisitView {
  const { visitId, urn, roundId, schoolName, roundTitle, state, standing, visitOn } = one;
  return { visitId, urn, roundId, schoolName, roundTitle, state, standing, visitOn };
}

/** Who saw identity and DBS check, and when. */
export async function assuranceOf(
  app: App,
  { assuredOn, assuredBy }: Pick<ReviewerRow, "assuredOn" | "assuredBy">,
): Promise<{ on: string; by: string } | null> {
  if (assuredOn === null) return null;
  const user = assuredBy === null ? undefined : await findUser(app.db.read, assuredBy);
  return { on: assuredOn, by: user?.name ?? "" };
}
