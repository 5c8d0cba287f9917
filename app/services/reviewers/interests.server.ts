import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { listWords } from "~/domain/reviewer/interests";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { searchSchools } from "~/services/people/claim-school.server";
import { insertAudit } from "~db/queries/audit";
import {
  deleteInterest,
  insertInterest,
  listReviewerInterests,
  updateReviewer,
  type ReviewerRow,
} from "~db/queries/reviewers";
import { findSchoolByUrn } from "~db/queries/schools";
import type { InterestsView } from "./views";

/** A change of a list of interests, as its form asks for it. */
export type InterestChange =
  { kind: "add"; urn: string } | { kind: "remove"; urn: string } | { kind: "declare" };

/** A reviewer's list of interests, with the schools a search finds. */
export async function interestsView(
  app: App,
  row: ReviewerRow,
  query: string,
): Promise<InterestsView> {
  const listed = await listReviewerInterests(app.db.read, { reviewerIds: [row.id] });
  const declaredOn = row.interestsDeclaredAt === null ? null : londonDate(row.interestsDeclaredAt);
  const asked = query.trim().slice(0, 80);
  return {
    interests: listed.map(({ schoolId, urn, name, town, declaredOn: on }) => ({
      schoolId,
      urn,
      name,
      town,
      declaredOn: on,
    })),
    declaredOn,
    words: listWords({
      listDeclaredOn: declaredOn,
      interests: listed.map(({ schoolId, declaredOn: on }) => ({ schoolId, on })),
    }),
    query: asked,
    found: asked === "" ? null : await searchSchools(app, asked),
  };
}

/**
 * Adds a school to the list, takes one off, or says that the list is whole. Saying a thing twice changes nothing. The
 * record says that it was done, never why. Throws `not-found` for a school there is not.
 */
export async function changeInterests(
  app: App,
  actor: Actor,
  { row, change }: { row: ReviewerRow; change: InterestChange },
): Promise<void> {
  const at = app.clock.now();
  const school = change.kind === "declare" ? undefined : await schoolOf(app, change.urn);
  await app.db.transact(async (tx) => {
    const reviewerId = row.id;
    if (change.kind === "declare") {
      const set = { interestsDeclaredAt: at };
      const done = await updateReviewer(tx, { reviewerId, version: row.version, set });
      if (!done) throw new AppError("conflict");
    } else {
      const schoolId = school?.id ?? "";
      const done =
        change.kind === "add"
          ? await insertInterest(tx, { reviewerId, schoolId, declaredOn: londonDate(at) })
          : await deleteInterest(tx, { reviewerId, schoolId });
      if (!done) return;
    }
    await insertAudit(tx, {
      id: app.newId(),
      at,
      actorId: actor.userId,
      event: `reviewer.interests-${ENDINGS[change.kind]}`,
      organisationId: row.organisationId,
      subjectKind: "reviewer",
      subjectId: row.id,
      data: {},
    });
  });
}

const ENDINGS = { add: "added", remove: "removed", declare: "declared" } as const;

async function schoolOf(app: App, urn: string) {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  return school;
}
