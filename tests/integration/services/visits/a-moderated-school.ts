import { createHash } from "node:crypto";
import type { Actor } from "~/domain/policy/actor";
import { canonicalSnapshot } from "~/domain/submission/canonical-snapshot";
import type { NoteKind } from "~/domain/visit/states";
import type { Sent } from "~/domain/visit/three-way";
import { answerRecord, type AnswerAct } from "~/services/visits/record-answer.server";
import { saveCombine } from "~/services/visits/combine-save.server";
import type { CombineAct } from "~/services/visits/combine-refusal.server";
import { saveRecord } from "~/services/visits/record-save.server";
import { signRecord } from "~/services/visits/sign-record.server";
import { viewRecord, type RecordView } from "~/services/visits/record-view.server";
import { saveViews } from "~/services/visits/views-save.server";
import { insertSubmission } from "~db/queries/submissions";
import { insertActivityOnce, insertNote } from "~db/queries/visit-notes";
import { listPoints } from "~db/queries/visit-views";
import { users, visitFocus, visitJottings, visits } from "~db/schema";
import { eq } from "drizzle-orm";
import { aSnapshot } from "~tests/support/a-snapshot";
import { aVisit, type Visit } from "~tests/support/factories/visits";
import { aTestApp, type TestApp } from "~tests/support/test-app";

export const FOCUS = ["C", "C1", "C3"];
export const TODAY = "2026-11-24";
/** Any password is right that equals its hash. */
const passwords = {
  hash: (password: string) => Promise.resolve(password),
  verify: (hash: string, password: string) => Promise.resolve(hash === password),
};
const PASSWORD = "slow green kettle";
export const PROOF = { password: PASSWORD, address: "192.0.2.1", passwords };

/** A box that nobody filled before. */
export const now = (text: string, was = ""): Sent => ({ was, now: text });

/** A school on the day of its visit, with a copy pinned, a focus, a line of the day and two filed notes. */
export async function aModeratedSchool(over: Partial<Visit> = {}) {
  const app = await aTestApp();
  const world = await aVisit(app, { state: "planned", visitOn: TODAY, ...over });
  const visitId = world.visit.id;
  const submissionId = await pinCopy(app, world);
  const notes = await fillDay(app, world);
  await app.db.transact(async (tx) => {
    for (const { userId } of [world.head, world.lead.actor, world.second.actor])
      await tx.update(users).set({ passwordHash: PASSWORD }).where(eq(users.id, userId));
  });
  return { app, ...world, visitId, submissionId, notes, ...stepsOf(app, { ...world, visitId }) };
}

type World = Awaited<ReturnType<typeof aVisit>>;

async function pinCopy(app: TestApp, { visit, response }: World): Promise<string> {
  const submissionId = app.newId();
  const snapshot = canonicalSnapshot(aSnapshot());
  const sha256 = createHash("sha256").update(snapshot).digest("hex");
  const copy = { id: submissionId, responseId: response.id, number: 1, version: 1 };
  await app.db.transact(async (tx) => {
    await insertSubmission(tx, {
      ...copy,
      reference: `IT26-${visit.id.slice(-6)}-1-7KQD`,
      state: "standing",
      snapshot,
      sha256,
      signedAt: app.clock.now(),
    });
    await tx
      .update(visits)
      .set({ submissionId, focusReason: "Reviews slipped in Year 6." })
      .where(eq(visits.id, visit.id));
    const focus = FOCUS.map((key, position) => ({
      visitId: visit.id,
      key,
      kind: key.length === 1 ? ("section" as const) : ("statement" as const),
      position,
    }));
    await tx.insert(visitFocus).values(focus);
  });
  return submissionId;
}

async function fillDay(app: TestApp, { visit, head, lead, second }: World) {
  const at = app.clock.now();
  const activityId = app.newId();
  const note = (author: Actor, kind: NoteKind, text: string) => ({
    id: app.newId(),
    visitId: visit.id,
    activityId,
    authorId: author.userId,
    kind,
    text,
    notedAt: at,
    receivedAt: at,
    filedTo: "C3",
    removedAt: null,
    version: 1,
  });
  const notes = [
    note(lead.actor, "works-well", "Word mats are there for everyone."),
    note(second.actor, "wondered", "What happens when an assistant is out?"),
  ];
  await app.db.transact(async (tx) => {
    await insertActivityOnce(tx, {
      id: activityId,
      visitId: visit.id,
      kind: "lesson",
      title: "Year 4, number",
      withWhom: "class teacher",
      place: "Room 6",
      startsAt: "10:20",
      endsAt: "10:50",
      addedBy: head.userId,
      version: 1,
    });
    for (const one of notes) await insertNote(tx, one);
    const jotting = { visitId: visit.id, text: "Rough.", version: 1, updatedAt: at };
    await tx.insert(visitJottings).values({ ...jotting, authorId: lead.actor.userId });
  });
  return notes.map(({ id }) => id);
}

/** Each step as its person makes it. */
function stepsOf(app: TestApp, { visitId, ...world }: World & { visitId: string }) {
  const { lead, second, head } = world;
  const giveViews = (actor: Actor, view: "about-there" | "not-looked-at" = "about-there") =>
    saveViews(app, actor, {
      visitId,
      give: true,
      views: new Map(FOCUS.map((key) => [key, { view, reason: "" }])),
    });
  const combine = (actor: Actor, act: CombineAct, sent: Record<string, Sent> = {}) =>
    saveCombine(app, actor, { visitId, act, sent: new Map(Object.entries(sent)) });
  const shown = async () => (await listPoints(app.db.read, { visitId })).map(({ id }) => id);
  const agreeViews = () =>
    combine(
      lead.actor,
      { do: "save" },
      Object.fromEntries(FOCUS.map((key) => [`${key}.view`, now("about-there")])),
    );
  const draft = async (said = true) =>
    combine(lead.actor, { do: "draft", said, shown: await shown() });
  const write = (actor: Actor, sent: Record<string, Sent>, send = false) =>
    saveRecord(app, actor, { visitId, send, sent: new Map(Object.entries(sent)) });
  const answer = (actor: Actor, act: AnswerAct, sent: Record<string, Sent> = {}) =>
    answerRecord(app, actor, { visitId, act, sent: new Map(Object.entries(sent)) });
  const read = (actor: Actor) => viewRecord(app, actor, { visitId });
  const whole = async (actor: Actor): Promise<RecordView> => {
    const view = await read(actor);
    if (view.kind !== "record") throw new Error(`not the record: ${view.kind}`);
    return view;
  };
  const sign = async (actor: Actor, over: { seen?: string; declared?: boolean } = {}) => {
    const seen = over.seen ?? (await whole(actor)).agreed?.sha256 ?? "";
    const declared = over.declared ?? true;
    return signRecord(app, actor, { visitId, seen, declared, proof: PROOF });
  };
  const toDrafted = async (notes: readonly string[]) => {
    await giveViews(lead.actor);
    await giveViews(second.actor);
    for (const noteId of notes) await combine(lead.actor, { do: "add-note", noteId });
    await agreeViews();
    return draft();
  };
  const toAgreed = async (notes: readonly string[]) => {
    await toDrafted(notes);
    await write(lead.actor, {}, true);
    return answer(head, "agree", { schoolWords: now("We were glad of two pairs of eyes.") });
  };
  const steps = { giveViews, combine, shown, agreeViews, draft, write, answer };
  return { ...steps, read, whole, sign, toDrafted, toAgreed };
}
