import { academicYear } from "~/domain/calendar/working-days";
import type { Actor } from "~/domain/policy/actor";
import { accreditationOn } from "~/domain/reviewer/accreditation";
import { filterRegister, type RegisterFilter } from "~/domain/reviewer/filter-register";
import { countsInYear } from "~/domain/reviewer/visits-of-year";
import type { App } from "~/platform/app.server";
import { questionnaireChoices } from "~/services/people/school-of-team.server";
import { loadOrganisation } from "~/services/returns/load-organisation.server";
import {
  listAskedVisits,
  listReviewerGrants,
  listReviewers,
  type AskedVisit,
  type ReviewerRow,
} from "~db/queries/reviewers";
import { listSchoolsCovered } from "~db/queries/schools";
import { REGISTER_ACTION } from "./load-reviewer.server";
import { storedPhases, storedTexts } from "./stored-lists";
import type { EntryFormView, NewReviewerView, RegisterRowView, RegisterView } from "./views";

/** The register of an organisation's reviewers as a filter asks for it. Throws `not-found` or `forbidden`. */
export async function viewRegister(
  app: App,
  actor: Actor,
  { key, filter }: { key: string; filter: RegisterFilter },
): Promise<RegisterView> {
  const loaded = await loadOrganisation(app, actor, { key, action: REGISTER_ACTION });
  const { organisation, view, today } = loaded;
  const organisationId = organisation.id;
  const rows = await listReviewers(app.db.read, { organisationId });
  const grants = await listReviewerGrants(app.db.read, { organisationId, today });
  const asked = await listAskedVisits(app.db.read, { organisationId });
  const holders = new Set(grants.map(({ userId }) => userId));
  const isActive = (row: ReviewerRow) => holders.has(row.userId) && row.disabledAt === null;
  const listed = rows.filter(isActive).map((row) => rowView(row, { asked, today }));
  const entered = new Set(rows.map(({ userId }) => userId));
  const without = grants.filter(({ userId }) => !entered.has(userId));
  return {
    organisation: view,
    today,
    filter,
    districts: [...new Set(listed.flatMap(({ districts }) => districts))].sort(),
    all: listed.length,
    rows: filterRegister(listed, filter, today),
    ended: rows.filter((row) => !isActive(row)).map(({ id, name }) => ({ id, name })),
    withoutEntry: unique(without).map(({ userId, name }) => ({ userId, name })),
  };
}

const unique = <T extends { userId: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.userId, one])).values(),
];

type With = { asked: readonly AskedVisit[]; today: string };

function rowView(row: ReviewerRow, { asked, today }: With): RegisterRowView {
  const { id, name, post, homeSchoolName, homeAuthority, accreditedUntil, assuredOn } = row;
  const year = academicYear(today);
  return {
    id,
    name,
    post,
    homeSchoolName,
    homeAuthority,
    phases: storedPhases(row.phases),
    districts: storedTexts(row.districts),
    accreditedUntil,
    accreditation: accreditationOn(accreditedUntil, today),
    offered: row.visitsOffered,
    taken: asked.filter((one) => one.reviewerId === id && countsInYear(one, year)).length,
    assuredOn,
    interestsDeclared: row.interestsDeclaredAt !== null,
  };
}

/** What an entry's form offers: the organisation's questionnaires and the districts of schools it covers. */
export async function entryForm(
  app: App,
  { organisationId, kept }: { organisationId: string; kept: readonly string[] },
): Promise<EntryFormView> {
  const choices = await questionnaireChoices(app, [organisationId]);
  const covered = await listSchoolsCovered(app.db.read, { organisationId });
  const districts = covered.map(({ district, laName }) => district ?? laName);
  return {
    questionnaires: choices.map(({ value, label }) => ({ value, label })),
    districts: [...new Set([...districts, ...kept])].sort(),
  };
}

/** The form for a new entry: whoever has the role and stands in no entry yet. */
export async function viewNewReviewer(
  app: App,
  actor: Actor,
  key: string,
): Promise<NewReviewerView> {
  const loaded = await loadOrganisation(app, actor, { key, action: REGISTER_ACTION });
  const { organisation, view, today } = loaded;
  const organisationId = organisation.id;
  const rows = await listReviewers(app.db.read, { organisationId });
  const grants = await listReviewerGrants(app.db.read, { organisationId, today });
  const entered = new Set(rows.map(({ userId }) => userId));
  const people = unique(grants.filter(({ userId }) => !entered.has(userId)));
  return {
    organisation: view,
    ...(await entryForm(app, { organisationId, kept: [] })),
    people: people.map(({ userId, name, email }) => ({
      value: userId,
      label: `${name}, ${email}`,
    })),
  };
}
