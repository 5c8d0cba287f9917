import type { Actor } from "~/domain/policy/actor";
import { insertVisit } from "~db/queries/visits";
import { visitActivities, visitFocus } from "~db/schema";
import { reviewers } from "~db/schema";
import { aReviewer } from "~tests/support/factories/visits";
import type { TestApp } from "~tests/support/test-app";
import { fillRecord } from "./crawl-record";
import type { Planted } from "./crawl-world";

/** Visits of the crawl: by step, and closed ones by the rule that the host accepted. */
export const VISIT_KINDS = [
  "planned",
  "drafted",
  "answered",
  "agreed",
  "closed",
  "bothViews",
  "whole",
  "figures",
] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** Where each stands, and the kind of word that its record holds. */
export const STEPS = {
  planned: { state: "planned", rule: "themes", record: "writing" },
  drafted: { state: "drafted", rule: "themes", record: "writing" },
  answered: { state: "with-school", rule: "themes", record: "answered" },
  agreed: { state: "agreed", rule: "themes", record: "answered" },
  closed: { state: "closed", rule: "themes", record: "record" },
  bothViews: { state: "closed-with-both-views", rule: "themes", record: "record" },
  whole: { state: "closed", rule: "whole-record", record: "whole" },
  figures: { state: "closed", rule: "figures-only", record: "figures" },
} as const satisfies Record<VisitKind, { state: string; rule: string; record: Planted }>;

type Half = { actor: Actor; id: string };
export type Pair = { lead: Half; second: Half };

type ACrawledVisit = {
  schoolId: string;
  organisationId: string;
  roundId: string;
  responseId: string;
  submissionId: string;
  head: Actor;
  kind: VisitKind;
  pair: Pair;
  /** The word of each kind of thing of this school. */
  words: (planted: Planted) => string;
};

/** The day after tomorrow at the clock of the tests, so that the signed copy is open to its reviewers. */
const DAY = { visitOn: "2026-11-26", startsAt: "09:00", endsAt: "15:30" };

/** A visit full of a school's and its reviewers' own words; answers its id. */
export async function aCrawledVisit(app: TestApp, of: ACrawledVisit): Promise<string> {
  const { schoolId, roundId, responseId, submissionId, head, kind, pair, words } = of;
  const id = app.newId();
  const at = app.clock.now();
  const word = words("visit");
  const accepted = { visitId: id, standing: "accepted", askedAt: at, answeredAt: at } as const;
  const row = {
    ...{ id, roundId, schoolId, responseId, submissionId },
    state: STEPS[kind].state,
    ownershipRule: STEPS[kind].rule,
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
  const line = app.newId();
  const reviewer = (part: "lead" | "second") => ({
    ...{ id: app.newId(), reviewerId: pair[part].id, userId: pair[part].actor.userId },
    ...{ part, ...accepted },
  });
  await app.db.transact(async (tx) => {
    await insertVisit(tx, row, [reviewer("lead"), reviewer("second")]);
    await tx.insert(visitFocus).values({ visitId: id, key: "A", kind: "section", position: 0 });
    await tx.insert(visitActivities).values({
      ...{ id: line, visitId: id, kind: "meeting", title: `Meeting ${word}`, version: 1 },
      ...{ withWhom: "headteacher", place: "Library", startsAt: "09:10", endsAt: "09:40" },
      addedBy: head.userId,
    });
  });
  const { state, record } = STEPS[kind];
  await fillRecord(app, {
    ...{ visitId: id, schoolId, line, head, state, at },
    ...{ lead: pair.lead.actor, second: pair.second.actor },
    notes: words("notes"),
    record: words(record),
    // Only by the usual rule do officers read a part and not the whole.
    themes: words(record === "record" ? "themes" : record),
  });
  return id;
}

type APair = { organisationId: string; lead?: { id: string; reviewer: Actor } };

/** Two reviewers; the lead is somebody of the crawl where one is given. */
export async function aPair(app: TestApp, { organisationId, lead }: APair): Promise<Pair> {
  const made = async (name: string): Promise<Half> => {
    const { actor, reviewer } = await aReviewer(app, { organisationId, name });
    return { actor, id: reviewer.id };
  };
  return {
    lead: lead === undefined ? await made("Ruth Adeyemi") : { actor: lead.reviewer, id: lead.id },
    second: await made("Łukasz Nowak"),
  };
}

type Registered = { actor: Actor; organisationId: string };

/** Puts somebody who has the role into the register, with papers to give. */
export async function aRegistered(app: TestApp, { actor, organisationId }: Registered) {
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
      assuredOn: "2026-09-10",
      version: 1,
      createdAt: app.clock.now(),
    }),
  );
  return { id };
}
