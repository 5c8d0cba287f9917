import type { LikelyName } from "~/domain/people/names-guard";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { whoSeesRecord } from "~/domain/policy/who-sees-visit";
import { ok, refused, type Result } from "~/domain/result";
import { namesProblems } from "~/domain/visit/asked-names";
import { checkText } from "~/domain/visit/record-limits";
import { FOLLOW_UP_LIMITS, isRating } from "~/domain/visit/follow-up";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { findOrganisation } from "~db/queries/organisations";
import { findFollowUp } from "~db/queries/visit-people";
import { putFollowUp } from "~db/queries/visit-record-rows";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { mailVisit, visitReaders } from "./mail-visit.server";
import { visitHeading, type VisitHeadingView } from "./visit-heading";

export type FollowUpView = {
  heading: VisitHeadingView;
  visitId: string;
  schoolName: string;
  /** Heads and coordinators write; the reviewers read what the school did. */
  may: "write" | "read";
  closed: boolean;
  /** From and by when the school says what it did; null without a day. */
  from: string | null;
  by: string | null;
  opened: boolean;
  whatWeDid: string;
  givenAt: Date | null;
  /** Of the school's people alone. */
  rating: number | null;
  ratingWords: string;
  version: number;
  whoCanSee: string[];
};

/** After the visit: how it was for the school, and what came of it. Throws `not-found` or `forbidden`. */
export async function viewFollowUp(
  app: App,
  actor: Actor,
  { visitId }: { visitId: string },
): Promise<FollowUpView> {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.read-record" });
  const { row, facts, clocks, today } = loaded;
  const isLead = can(actor, "visit.follow-up", facts).allowed;
  const mayRead = isLead || facts.reviewers.some(({ userId }) => userId === actor.userId);
  if (!mayRead) stopUnless(can(actor, "visit.follow-up", facts));
  const found = await findFollowUp(app.db.read, { visitId });
  const organisation = await findOrganisation(app.db.read, row.organisationId);
  const names = { schoolName: row.schoolName, organisation: organisation?.name ?? "" };
  return {
    heading: visitHeading(actor, loaded),
    visitId,
    schoolName: row.schoolName,
    may: isLead ? "write" : "read",
    closed: isClosed(loaded),
    from: clocks?.followUpFrom ?? null,
    by: clocks?.followUpBy ?? null,
    opened: clocks !== null && clocks.followUpFrom <= today,
    whatWeDid: found?.whatWeDid ?? "",
    givenAt: found?.givenAt ?? null,
    rating: isLead ? (found?.rating ?? null) : null,
    ratingWords: isLead ? (found?.ratingWords ?? "") : "",
    version: found?.version ?? 0,
    whoCanSee: [
      "What you did: your school and the two reviewers.",
      `How the visit was: your school, and ${names.organisation} as a figure over all visits, never by reviewer.`,
      ...whoSeesRecord(facts, names).slice(-1),
    ],
  };
}

const isClosed = ({ row }: LoadedVisit): boolean =>
  row.state === "closed" || row.state === "closed-with-both-views";

type FollowUpField = "rating" | "ratingWords" | "whatWeDid";
export type FollowUpProblem =
  | { field: FollowUpField; code: "empty" | "too-long" | "upn" | "changed-since" }
  | { field: FollowUpField; code: "names"; names: readonly LikelyName[] };

/** `namesConfirmed`: the writer has said that the words name no child. */
export type FollowUpInput = { visitId: string; version: number; namesConfirmed?: boolean } & (
  { says: "rating"; rating: number; words: string } | { says: "what-we-did"; text: string }
);

/** Keeps the school's rating, or what it did, which the reviewers are told once. Throws `forbidden` or `conflict`. */
export async function saveFollowUp(
  app: App,
  actor: Actor,
  input: FollowUpInput,
): Promise<Result<{ said: FollowUpInput["says"] }, FollowUpProblem[]>> {
  const { visitId, version } = input;
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.follow-up" });
  if (!isClosed(loaded)) throw new AppError("conflict", { problem: "not-closed" });
  const isEarly = (loaded.clocks?.followUpFrom ?? "9999") > loaded.today;
  if (input.says === "what-we-did" && isEarly)
    throw new AppError("conflict", { problem: "too-early" });
  const problems = problemsOf(input);
  if (problems.length > 0) return refused(problems);
  const before = await findFollowUp(app.db.read, { visitId });
  const names = namesIn(input, before);
  if (names.length > 0) return refused(names);
  const { reviewers } = await visitReaders(app, loaded.row);
  const at = app.clock.now();
  const kept = await app.db.transact(async (tx) => {
    const change =
      input.says === "rating"
        ? {
            rating: input.rating,
            ratingWords: input.words.trim(),
            ratedBy: actor.userId,
            ratedAt: at,
          }
        : { whatWeDid: input.text.trim(), givenBy: actor.userId, givenAt: before?.givenAt ?? at };
    if (!(await putFollowUp(tx, { visitId, version }, change))) return false;
    const isNews = input.says === "what-we-did" && (before?.givenAt ?? null) === null;
    const path = `/visits/${visitId}/follow-up`;
    if (isNews)
      await mailVisit(tx, app, { row: loaded.row, what: "follow-up-told", to: reviewers, path });
    return true;
  });
  app.wakeWorker();
  const field = input.says === "rating" ? "ratingWords" : "whatWeDid";
  return kept ? ok({ said: input.says }) : refused([{ field, code: "changed-since" }]);
}

function namesIn(
  input: FollowUpInput,
  before: { whatWeDid: string; ratingWords: string } | undefined,
): FollowUpProblem[] {
  const isRating = input.says === "rating";
  const field = isRating ? "ratingWords" : "whatWeDid";
  const texts = { [field]: isRating ? input.words : input.text };
  const standing = { [field]: before?.[field] ?? "" };
  const asking = { before: standing, namesConfirmed: input.namesConfirmed === true };
  return namesProblems(texts, asking).map((problem) => ({ ...problem, field }));
}

function problemsOf(input: FollowUpInput): FollowUpProblem[] {
  if (input.says === "rating") {
    const { rating, words } = input;
    return [
      ...(isRating(rating) ? [] : [{ field: "rating" as const, code: "empty" as const }]),
      ...textProblems("ratingWords", words),
    ];
  }
  const empty = input.text.trim() === "";
  return empty ? [{ field: "whatWeDid", code: "empty" }] : textProblems("whatWeDid", input.text);
}

function textProblems(field: "ratingWords" | "whatWeDid", text: string): FollowUpProblem[] {
  return checkText(field, text, FOLLOW_UP_LIMITS[field]).map(({ code }) => ({ field, code }));
}
