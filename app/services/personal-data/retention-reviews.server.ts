import { londonDate } from "~/domain/calendar/format";
import type { Day } from "~/domain/calendar/day";
import { goesOn, NOTICE_DAYS, noticeStep } from "~/domain/personal-data/retention-limits";
import { limitOfSchool } from "~/domain/personal-data/retention-settings";
import type { App } from "~/platform/app.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { insertAudit } from "~db/queries/audit";
import { listSchoolTeam, type TeamMember } from "~db/queries/people";
import {
  deleteReview,
  listUnsignedReviews,
  type UnsignedReview,
} from "~db/queries/retention-reviews";
import {
  endNotice,
  findChoice,
  insertNotice,
  listChoices,
  listNotices,
  type ChoiceRow,
  type NoticeRow,
} from "~db/queries/retention-settings";
import { findSchool } from "~db/queries/schools";
import type { Writer } from "~db/types";

const NOTICE_MS = NOTICE_DAYS * 86_400_000;

/**
 * Private and lapsed self-reviews of schools that chose to let them go: head and coordinator are told by mail 30 days
 * before, and what is touched meanwhile stays. A school that chose nothing keeps everything.
 */
export async function keepReviews(app: App, { today }: { today: Day }): Promise<void> {
  const notices = await listNotices(app.db.read, "self-review");
  const choices = await listChoices(app.db.read);
  const choosing = choices.filter(({ schoolYears }) => schoolYears !== null);
  const reviews = await listUnsignedReviews(
    app.db.read,
    choosing.map(({ schoolId }) => schoolId),
  );
  const standing = new Set<string>();
  for (const choice of choosing) {
    const own = reviews.filter(({ schoolId }) => schoolId === choice.schoolId);
    const kept = await keepSchool(app, { choice, reviews: own, notices, today });
    for (const id of kept) standing.add(id);
  }
  const at = app.clock.now();
  for (const { id } of notices.filter((notice) => !standing.has(notice.id))) {
    await app.db.transact((tx) => endNotice(tx, { id, outcome: "kept", at }));
  }
}

type OfSchool = {
  choice: ChoiceRow;
  reviews: readonly UnsignedReview[];
  notices: readonly NoticeRow[];
  today: Day;
};

/** Tells and deletes for one school; answers the notices that still stand or were carried out. */
async function keepSchool(app: App, of: OfSchool): Promise<string[]> {
  const { choice, reviews, notices, today } = of;
  const limit = limitOfSchool(choice);
  const standing: string[] = [];
  const telling: UnsignedReview[] = [];
  for (const review of reviews) {
    const notice = notices.find(({ subjectId }) => subjectId === review.id);
    const since = londonDate(review.touchedAt);
    // What was touched after it was told of starts anew.
    const isFresh = notice !== undefined && notice.toldAt > review.touchedAt;
    const toldOn = isFresh ? londonDate(notice.toldAt) : null;
    const step = noticeStep(limit, { since, today, toldOn });
    if (step === "tell") telling.push(review);
    if (!isFresh || step === "keep") continue;
    standing.push(notice.id);
    if (step === "remove") await remove(app, { review, notice, choice });
  }
  if (telling.length > 0) await tell(app, { ...of, reviews: telling });
  return standing;
}

/** "Inclusion Toolkit, private". */
export const reviewTitle = ({ title, roundTitle }: UnsignedReview): string =>
  `${title}, ${roundTitle ?? "private"}`;

/** One mail a school to each head and coordinator. Where there is neither, nothing is told and nothing goes. */
async function tell(app: App, { choice, reviews, today }: OfSchool): Promise<void> {
  const { schoolId } = choice;
  const school = await findSchool(app.db.read, schoolId);
  const readers = await leadsOf(app, { schoolId, today });
  if (school === undefined || readers.length === 0) return;
  const limit = limitOfSchool(choice);
  const toldAt = app.clock.now();
  const days = reviews.map(({ touchedAt }) =>
    goesOn(limit, { since: londonDate(touchedAt), toldOn: today }),
  );
  const last = days
    .flatMap((day) => (day === null ? [] : [day]))
    .sort()
    .at(-1);
  if (last === undefined) return;
  await app.db.transact(async (tx) => {
    for (const { id: subjectId } of reviews) {
      const notice = { id: app.newId(), kind: "self-review", subjectId, schoolId } as const;
      await insertNotice(tx, { ...notice, toldAt, goesOn: last });
    }
    for (const { userId, email, name } of readers) {
      await queueMail(tx, {
        id: app.newId(),
        template: "self-reviews-going",
        data: {
          schoolName: school.name,
          titles: reviews.map(reviewTitle),
          goesOn: last,
          path: `/schools/${school.urn}/retention`,
        },
        to: { userId, email, name },
        at: toldAt,
        about: { schoolId },
      });
    }
    await auditSchool(tx, app, { schoolId, event: "retention.told", count: reviews.length });
  });
  app.wakeWorker();
}

async function leadsOf(app: App, scope: { schoolId: string; today: Day }): Promise<TeamMember[]> {
  const team = await listSchoolTeam(app.db.read, scope);
  const leads = team.filter(({ role }) => role === "head" || role === "coordinator");
  return [...new Map(leads.map((one) => [one.userId, one])).values()];
}

type Removing = { review: UnsignedReview; notice: NoticeRow; choice: ChoiceRow };

/** One self-review a transaction. What cannot go is left for the next night, and told in the log. */
async function remove(app: App, { review, notice, choice }: Removing): Promise<void> {
  const at = app.clock.now();
  // The mail left in the night, so the thirtieth night may come minutes too early.
  if (at.getTime() - notice.toldAt.getTime() < NOTICE_MS || londonDate(at) < notice.goesOn) return;
  const { id, schoolId } = review;
  try {
    await app.db.transact(async (tx) => {
      const [now] = (await listUnsignedReviews(tx, [schoolId])).filter((one) => one.id === id);
      const isUntouched = now?.touchedAt.getTime() === review.touchedAt.getTime();
      const isStillChosen = (await findChoice(tx, schoolId))?.version === choice.version;
      if (!isUntouched || !isStillChosen) return;
      if (!(await endNotice(tx, { id: notice.id, outcome: "removed", at }))) return;
      await deleteReview(tx, id);
      await auditSchool(tx, app, { schoolId, event: "retention.removed", subjectId: id });
    });
  } catch (error) {
    app.log.error({ err: error, responseId: id }, "a self-review whose time was over stays");
  }
}

type SchoolEvent = {
  schoolId: string;
  event: "retention.told" | "retention.removed";
  subjectId?: string;
  count?: number;
};

async function auditSchool(tx: Writer, app: App, { schoolId, event, ...of }: SchoolEvent) {
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId: null,
    event,
    schoolId,
    subjectKind: of.subjectId === undefined ? "school" : "response",
    subjectId: of.subjectId ?? schoolId,
    data: of.count === undefined ? {} : { count: of.count },
  });
}
