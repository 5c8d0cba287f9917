import { USUAL_SETTINGS, type RetentionSettings } from "~/domain/personal-data/retention-settings";
import { keepRetention } from "~/services/personal-data/retention-night.server";
import { writeChoice, writeSchedule } from "~db/queries/retention-settings";
import { mails, responses, retentionNotices, retentionReports } from "~db/schema";
import { aResponse } from "~tests/support/factories/rounds";
import { aSave } from "~tests/support/factories/worlds";
import { aSigningSchool } from "../../signing/signing-school";

/** A school whose nights can be lived through. */
export async function aSchoolAtNight() {
  const place = await aSigningSchool();
  const { app, owner, head, school, version } = place;
  const runTask = () => Promise.reject(new Error("no pool"));
  const postpone = () => undefined;
  const night = async (now: string) => {
    app.clock.set(`${now}T00:05:00Z`);
    await keepRetention({ app, payload: { day: now }, runTask, postpone });
  };
  const start = async (settings: Partial<RetentionSettings> = {}) => {
    const row = {
      organisationId: owner.id,
      settings: JSON.stringify({ ...USUAL_SETTINGS, ...settings }),
      startedAt: app.clock.now(),
      changedBy: head.userId,
      changedAt: app.clock.now(),
      version: 1,
    };
    await app.db.transact((tx) => writeSchedule(tx, row));
  };
  const aMail = async (at: string, over: Partial<typeof mails.$inferInsert> = {}) => {
    const id = app.newId();
    await app.db.transact(async (tx) => {
      await tx.insert(mails).values({
        id,
        template: "digest",
        email: "someone@oakfold.example",
        name: "Someone",
        state: "sent",
        schoolId: school.id,
        queuedAt: new Date(at),
        settledAt: new Date(at),
        ...over,
      });
    });
    return id;
  };
  const mailIds = async () => (await app.db.read.select().from(mails)).map(({ id }) => id).sort();
  const reports = () => app.db.read.select().from(retentionReports);
  const choose = (schoolYears: number | null, number = 1) =>
    app.db.transact((tx) =>
      writeChoice(tx, {
        schoolId: school.id,
        schoolYears,
        changedBy: head.userId,
        changedAt: app.clock.now(),
        version: number,
      }),
    );
  /** A private self-review with one answer, touched now. */
  const aPrivateReview = async () => {
    const review = await aResponse(app, { schoolId: school.id, versionId: version.id });
    await aSave(app, { responseId: review.id, userId: head.userId, key: "A1", commentary: "Ours" });
    return review;
  };
  const reviewIds = async () => (await app.db.read.select().from(responses)).map(({ id }) => id);
  const templates = async () =>
    (await app.db.read.select().from(mails)).map(({ template }) => template);
  const notices = () => app.db.read.select().from(retentionNotices);
  const tools = { night, start, aMail, mailIds, reports, choose, aPrivateReview, reviewIds };
  return { ...place, ...tools, templates, notices };
}
