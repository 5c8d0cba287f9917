import type { Actor } from "~/domain/policy/actor";
import { insertVisit } from "~db/queries/visits";
import { visitActivities, visitFocus } from "~db/schema";
import { aReviewer } from "~tests/support/factories/visits";
import { reviewers } from "~db/schema";
import type { TestApp } from "~tests/support/test-app";

type ACrawledVisit = {
  schoolId: string;
  organisationId: string;
  roundId: string;
  responseId: string;
  head: Actor;
  /** Stands in everything the host wrote. */
  word: string;
  /** Somebody of the crawl who leads it; nobody of the crawl otherwise. */
  lead?: Actor;
};

/** The day after tomorrow at the clock of the tests, so that the signed copy is open to its reviewers. */
const DAY = { visitOn: "2026-11-26", startsAt: "09:00", endsAt: "15:30" };

/** A planned visit full of a school's own words; answers its id. */
export async function aCrawledVisit(app: TestApp, of: ACrawledVisit): Promise<string> {
  const { schoolId, organisationId, roundId, responseId, head, word } = of;
  const lead = of.lead ?? (await aReviewer(app, { organisationId })).actor;
  const second = await aReviewer(app, { organisationId, name: "Łukasz Nowak" });
  const leadId = await reviewerOf(app, { actor: lead, organisationId, isMade: !of.lead });
  const id = app.newId();
  const at = app.clock.now();
  const accepted = { visitId: id, standing: "accepted", askedAt: at, answeredAt: at } as const;
  const row = {
    id,
    roundId,
    schoolId,
    responseId,
    submissionId: null,
    state: "planned" as const,
    ownershipRule: "themes" as const,
    viewsFirst: true,
    hostAcceptedAt: at,
    hostAcceptedBy: head.userId,
    ...DAY,
    focusReason: `Because of ${word}`,
    context: `Context ${word}`,
    practicalNotes: `Park at ${word}`,
    focusAgreedAt: at,
    calendarSequence: 1,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  await app.db.transact(async (tx) => {
    await insertVisit(tx, row, [
      { id: app.newId(), reviewerId: leadId, userId: lead.userId, part: "lead", ...accepted },
      {
        id: app.newId(),
        reviewerId: second.reviewer.id,
        userId: second.actor.userId,
        part: "second",
        ...accepted,
      },
    ]);
    await tx.insert(visitFocus).values({ visitId: id, key: "A", kind: "section", position: 0 });
    await tx.insert(visitActivities).values({
      id: app.newId(),
      visitId: id,
      kind: "meeting",
      title: `Meeting ${word}`,
      withWhom: "headteacher",
      place: "Library",
      startsAt: "09:10",
      endsAt: "09:40",
      addedBy: head.userId,
      version: 1,
    });
  });
  return id;
}

type Registered = { actor: Actor; organisationId: string; isMade: boolean };

/** The register's row of somebody; made for those who have the role only. */
async function reviewerOf(app: TestApp, { actor, organisationId, isMade }: Registered) {
  if (isMade) {
    const rows = await app.db.read.select().from(reviewers);
    return rows.find(({ userId }) => userId === actor.userId)?.id ?? "";
  }
  const id = app.newId();
  await app.db.transact((tx) =>
    tx.insert(reviewers).values({
      id,
      organisationId,
      userId: actor.userId,
      post: "headteacher",
      homeSchoolId: null,
      homeSchoolName: "A school elsewhere",
      homeAuthority: "Elsewhere",
      trustStanding: "no-trust",
      trustName: null,
      federationName: null,
      phases: '["P"]',
      questionnaireKeys: "[]",
      districts: "[]",
      accreditedUntil: "2028-07-31",
      visitsOffered: 2,
      mayLead: true,
      version: 1,
      createdAt: app.clock.now(),
    }),
  );
  return id;
}
