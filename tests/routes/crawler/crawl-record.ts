import { createHash } from "node:crypto";
import type { Actor } from "~/domain/policy/actor";
import { canonicalRecord } from "~/domain/visit/record-snapshot";
import type { VisitState } from "~/domain/visit/states";
import {
  documents,
  recordSignatures,
  visitFindings,
  visitFollowUps,
  visitJottings,
  visitNotes,
  visitPoints,
  visitPractices,
  visitRecords,
  visitSuggestions,
  visitViews,
} from "~db/schema";
import type { Writer } from "~db/types";
import { aRecordSnapshot } from "~tests/support/a-record";
import type { TestApp } from "~tests/support/test-app";

type OfVisit = {
  visitId: string;
  schoolId: string;
  line: string;
  head: Actor;
  lead: Actor;
  second: Actor;
  state: VisitState;
  at: Date;
  /** Words of notes and views, of the record, and of what officers read of it. */
  notes: string;
  record: string;
  themes: string;
};

const FROZEN: readonly VisitState[] = ["agreed", "closed", "closed-with-both-views"];

/** Notes, views and jottings of a visit, and its record as far as its step has come, in marked words. */
export async function fillRecord(app: TestApp, of: OfVisit): Promise<void> {
  await app.db.transact(async (tx) => {
    await writeNotes(tx, app, of);
    if (of.state === "planned") return;
    await writeRecord(tx, app, of);
    if (FROZEN.includes(of.state)) await sign(tx, app, of);
    if (of.state.startsWith("closed")) await seal(tx, app, of);
  });
}

async function writeNotes(tx: Writer, app: TestApp, of: OfVisit): Promise<void> {
  const { visitId, line, lead, second, state, at, notes: text } = of;
  for (const { userId } of [lead, second]) {
    const noted = { visitId, activityId: line, authorId: userId, kind: "saw", text } as const;
    const moments = { notedAt: at, receivedAt: at, removedAt: null };
    const row = { id: app.newId(), ...noted, ...moments, version: 1 };
    await tx.insert(visitNotes).values({ ...row, filedTo: "A" });
    const jotting = { visitId, authorId: userId, text, version: 1, updatedAt: at };
    if (!state.startsWith("closed")) await tx.insert(visitJottings).values(jotting);
    const view = { visitId, reviewerId: userId, key: "A", view: "further-on" } as const;
    await tx.insert(visitViews).values({ ...view, reason: text, givenAt: at, version: 1 });
  }
  const point = { id: app.newId(), visitId, position: 1, kind: "saw", key: "A", text } as const;
  await tx.insert(visitPoints).values({ ...point, saidAt: at, version: 1 });
}

async function writeRecord(tx: Writer, app: TestApp, of: OfVisit): Promise<void> {
  const { visitId, schoolId, state, at, record, themes } = of;
  const isBoth = state === "closed-with-both-views";
  const side = isBoth ? record : "";
  await tx.insert(visitRecords).values({
    ...{ visitId, whatWeDid: record, corrections: record, schoolWords: record },
    ...{ reviewersView: side, schoolView: side, thirdPerson: side },
    ...(FROZEN.includes(state) ? frozen(of) : {}),
    ...{ version: 1, updatedAt: at },
  });
  const finding = { visitId, key: "A", view: "further-on", reason: record, saw: record } as const;
  await tx.insert(visitFindings).values({
    ...{ ...finding, worksWell: themes, wondered: record, version: 1 },
  });
  const part = { id: app.newId(), visitId, key: "A", version: 1 };
  await tx
    .insert(visitSuggestions)
    .values({ ...part, position: 1, text: record, whoMightHelp: themes });
  await tx
    .insert(visitPractices)
    .values({ ...part, schoolId, text: themes, consent: true, consentBy: null });
}

/** The text of a record as it was agreed, with its words in every part. */
function frozen({ visitId, state, at, record, themes }: OfVisit) {
  const reference = `VR26-${visitId.slice(-8)}`;
  const both = { reviewersView: record, schoolView: record, thirdPerson: record };
  const snapshot = canonicalRecord(
    aRecordSnapshot({
      reference,
      ...{ whatWeDid: record, corrections: record, schoolWords: record },
      findings: [
        {
          ...{ key: "A", kind: "section", title: "Section A", selfLevel: null },
          ...{ view: "further-on", reason: record, saw: record, worksWell: themes },
          wondered: record,
        },
      ],
      suggestions: [{ key: "A", text: record, whoMightHelp: themes }],
      practices: [{ key: "A", text: themes, consent: true }],
      bothViews: state === "closed-with-both-views" ? both : null,
    }),
  );
  return { reference, snapshot, sha256: hashOf(snapshot), agreedAt: at };
}

async function sign(tx: Writer, app: TestApp, of: OfVisit): Promise<void> {
  const { visitId, second, at } = of;
  await tx.insert(recordSignatures).values({
    ...{ id: app.newId(), visitId, kind: "second-reviewer", userId: second.userId },
    ...{ name: second.name, title: "second reviewer", declaration: "Said on the day." },
    ...{ sha256: frozen(of).sha256, signedAt: at },
  });
}

async function seal(tx: Writer, app: TestApp, of: OfVisit): Promise<void> {
  const { visitId, head, at, record } = of;
  const bytes = Buffer.from(`sealed ${record}`);
  await tx.insert(documents).values({
    ...{ id: app.newId(), visitId, state: "ready", bytes, sha256: hashOf(`${visitId} sealed`) },
    ...{ pages: 2, size: bytes.length, certificateId: "crawl", problem: null },
    ...{ createdAt: at, readyAt: at, version: 1 },
  });
  await tx.insert(visitFollowUps).values({
    ...{ visitId, whatWeDid: record, givenBy: head.userId, givenAt: at, rating: 3 },
    ...{ ratingWords: record, ratedBy: head.userId, ratedAt: at, version: 1 },
  });
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
