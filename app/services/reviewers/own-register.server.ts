import { formatDate, londonDate } from "~/domain/calendar/format";
import { phaseWords } from "~/domain/matching/availability-words";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, refused, type Result } from "~/domain/result";
import { accreditationWords } from "~/domain/reviewer/accreditation";
import { MOST_VISITS, readVisitsOffered } from "~/domain/reviewer/visits-offered";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { questionnaireChoices } from "~/services/people/school-of-team.server";
import { findOrganisation } from "~db/queries/organisations";
import {
  findReviewer,
  listEntriesOf,
  updateReviewer,
  type ReviewerRow,
} from "~db/queries/reviewers";
import { record } from "./change-register.server";
import { changeInterests, interestsView, type InterestChange } from "./interests.server";
import { loadOwnEntry, visitsAsked } from "./load-reviewer.server";
import { storedPhases, storedTexts } from "./stored-lists";
import type { OwnEntryView } from "./views";

/** "What we hold about you as a reviewer", by organisation. Nobody else's is ever read. */
export async function viewOwnRegister(
  app: App,
  actor: Actor,
  query: string,
): Promise<OwnEntryView[]> {
  stopUnless(can(actor, "person.read-own-data", { userId: actor.userId }));
  const today = londonDate(app.clock.now());
  const entries = await listEntriesOf(app.db.read, { userId: actor.userId });
  const views: OwnEntryView[] = [];
  for (const { id } of entries) {
    const row = await findReviewer(app.db.read, { reviewerId: id });
    if (row !== undefined) views.push(await entryView(app, row, { today, query }));
  }
  return views;
}

type With = { today: string; query: string };

async function entryView(app: App, row: ReviewerRow, { today, query }: With) {
  const organisation = await findOrganisation(app.db.read, row.organisationId);
  const { taken } = await visitsAsked(app, { row, today });
  return {
    id: row.id,
    organisation: organisation?.name ?? "",
    organisationKey: organisation?.key ?? "",
    version: row.version,
    facts: await factsOf(app, row, today),
    offered: row.visitsOffered,
    taken,
    most: MOST_VISITS,
    assured: row.assuredOn !== null,
    interests: await interestsView(app, row, query),
  };
}

const TRUSTS = { "no-trust": "No trust", "not-recorded": "Not recorded" };

async function factsOf(app: App, row: ReviewerRow, today: string) {
  const choices = await questionnaireChoices(app, [row.organisationId]);
  const keys = storedTexts(row.questionnaireKeys);
  const titles = keys.map((key) => choices.find(({ value }) => value === key)?.label ?? key);
  const districts = storedTexts(row.districts);
  const trust =
    row.trustStanding === "in-trust" ? (row.trustName ?? "") : TRUSTS[row.trustStanding];
  return [
    { term: "Post", value: row.post },
    { term: "Home school", value: `${row.homeSchoolName}, ${row.homeAuthority}` },
    { term: "Trust", value: row.homeTrustName ?? trust },
    { term: "Federation", value: row.federationName ?? row.homeFederationName ?? "None" },
    { term: "Phases you know", value: phaseWords(storedPhases(row.phases)) },
    { term: "Questionnaires", value: titles.join(", ") },
    { term: "Districts", value: districts.length === 0 ? "Anywhere" : districts.join(", ") },
    { term: "Accreditation", value: accreditationWords(row.accreditedUntil, today) },
    { term: "Leads visits", value: row.mayLead ? "Yes" : "No" },
    {
      term: "Identity and DBS check",
      value: row.assuredOn === null ? "Not seen yet" : `Seen on ${formatDate(row.assuredOn)}`,
    },
  ];
}

type Own = { reviewerId: string };

/** Changes a reviewer's own list of interests. Throws `not-found` for anybody else's. */
export async function changeOwnInterests(
  app: App,
  actor: Actor,
  { reviewerId, change }: Own & { change: InterestChange },
): Promise<void> {
  const row = await loadOwnEntry(app, actor, { reviewerId });
  await changeInterests(app, actor, { row, change });
}

/** Changes how many visits somebody offers this year; never fewer than they have agreed to. */
export async function changeOwnOffer(
  app: App,
  actor: Actor,
  { reviewerId, typed }: Own & { typed: string },
): Promise<Result<null, string>> {
  const row = await loadOwnEntry(app, actor, { reviewerId });
  const today = londonDate(app.clock.now());
  const { taken } = await visitsAsked(app, { row, today });
  const offered = readVisitsOffered(typed, taken);
  if (!offered.ok) return refused(offered.problem);
  if (offered.value === row.visitsOffered) return ok(null);
  await app.db.transact(async (tx) => {
    const set = { visitsOffered: offered.value };
    const { version } = row;
    if (!(await updateReviewer(tx, { reviewerId, version, set }))) throw new AppError("conflict");
    const data = { fields: "visitsOffered" };
    await record(tx, app, { actor, row, event: "reviewer.changed", data });
  });
  return ok(null);
}
