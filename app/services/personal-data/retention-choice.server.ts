import { londonDate } from "~/domain/calendar/format";
import { goesOn, noticeStep } from "~/domain/personal-data/retention-limits";
import {
  limitOfSchool,
  readSchoolChoice,
  type SchoolChoice,
  type TypedChoice,
} from "~/domain/personal-data/retention-settings";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { schoolOfTeam } from "~/services/people/school-of-team.server";
import { insertAudit } from "~db/queries/audit";
import { listUnsignedReviews } from "~db/queries/retention-reviews";
import { findChoice, listNotices, writeChoice } from "~db/queries/retention-settings";
import { reviewTitle } from "./retention-reviews.server";

export type ReviewGoing = {
  title: string;
  touchedAt: Date;
  /** The first day (YYYY-MM-DD) it may go; null: it is kept. */
  goesOn: string | null;
  /** Head and coordinator were told, so that it goes on that day unless something is done. */
  told: boolean;
};

export type ChoiceView = {
  school: { urn: string; name: string; role: string | null };
  schoolYears: number | null;
  version: number;
  /** Private and lapsed self-reviews nobody ever signed, with what the choice means for each. */
  reviews: ReviewGoing[];
};

type At = { urn: string };
const action = "school.choose-retention";

/** How long a school keeps its own self-reviews. Throws `not-found` or `forbidden`. */
export async function viewChoice(app: App, actor: Actor, { urn }: At): Promise<ChoiceView> {
  const { school } = await schoolOfTeam(app, actor, { urn, action });
  const row = await findChoice(app.db.read, school.id);
  const schoolYears = row?.schoolYears ?? null;
  return {
    school: { urn, name: school.name, role: null },
    schoolYears,
    version: row?.version ?? 0,
    reviews: await goingWith(app, { schoolId: school.id, choice: { schoolYears } }),
  };
}

type With = { schoolId: string; choice: SchoolChoice };

async function goingWith(app: App, { schoolId, choice }: With): Promise<ReviewGoing[]> {
  const today = londonDate(app.clock.now());
  const limit = limitOfSchool(choice);
  const reviews = await listUnsignedReviews(app.db.read, [schoolId]);
  const notices = await listNotices(app.db.read, "self-review");
  const views = reviews.map((review): ReviewGoing => {
    const { id, touchedAt } = review;
    const since = londonDate(touchedAt);
    const notice = notices.find((one) => one.subjectId === id && one.toldAt > touchedAt);
    const toldOn = notice === undefined ? null : londonDate(notice.toldAt);
    const told = notice !== undefined && noticeStep(limit, { since, today, toldOn }) !== "keep";
    const due = goesOn(limit, { since, toldOn: toldOn ?? today });
    // Those told of in one mail go together, on the last one's day.
    const day = told && due !== null && notice.goesOn > due ? notice.goesOn : due;
    return { title: reviewTitle(review), touchedAt, goesOn: day, told };
  });
  return views.sort((one, other) => one.touchedAt.getTime() - other.touchedAt.getTime());
}

type Change = At & { typed: TypedChoice; version: number; seen: string };
export type ChoicePreview = { choice: SchoolChoice; reviews: ReviewGoing[] };
type ChoiceProblem = { field: "keep" | "schoolYears"; message: string };

/** What of a choice a form carries to say that it was looked at. */
export const choiceSeen = ({ schoolYears }: SchoolChoice): string =>
  schoolYears === null ? "for-good" : String(schoolYears);

/**
 * Saves a headteacher's choice. One that lets something go is shown first and saved when it comes back as `seen`; to
 * keep everything is saved at once. Throws `conflict` when somebody chose meanwhile.
 */
export async function saveChoice(
  app: App,
  actor: Actor,
  { urn, typed, version, seen }: Change,
): Promise<Result<"saved" | ChoicePreview, ChoiceProblem>> {
  const { school } = await schoolOfTeam(app, actor, { urn, action });
  const read = readSchoolChoice(typed);
  if (!read.ok) return refused(read.problem);
  const choice = read.value;
  const schoolId = school.id;
  if (choice.schoolYears !== null && seen !== choiceSeen(choice)) {
    return ok({ choice, reviews: await goingWith(app, { schoolId, choice }) });
  }
  const at = app.clock.now();
  const wrote = await app.db.transact(async (tx) => {
    const { schoolYears } = choice;
    const by = { changedBy: actor.userId, changedAt: at };
    if (((await findChoice(tx, schoolId))?.version ?? 0) !== version) return false;
    if (!(await writeChoice(tx, { schoolId, schoolYears, ...by, version: version + 1 }))) {
      return false;
    }
    await insertAudit(tx, {
      id: app.newId(),
      at,
      actorId: actor.userId,
      event: "retention.chosen",
      schoolId,
      subjectKind: "school",
      subjectId: schoolId,
      data: { schoolYears },
    });
    return true;
  });
  if (!wrote) throw new AppError("conflict");
  return ok("saved");
}
