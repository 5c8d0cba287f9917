import { eq } from "drizzle-orm";
import { run } from "~/services/documents/make-record-pdf.worker";
import type { MakeRecordPdfTask } from "~/services/documents/make-record-pdf.worker";
import { makeDocument } from "~/services/documents/make-document.server";
import { removeDetails, type RemoveInput } from "~/services/personal-data/remove-details.server";
import type { Actor } from "~/domain/policy/actor";
import { answerRecord } from "~/services/visits/record-answer.server";
import { findDocumentBytes } from "~db/queries/documents";
import {
  sessionTombstones,
  visitActivities,
  visitFindings,
  visitJottings,
  visitNotes,
  visitPractices,
  visitRecords,
  visits,
  visitSuggestions,
  visitViews,
} from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import type { Visit } from "~tests/support/factories/visits";
import { aModeratedSchool, now } from "../visits/a-moderated-school";
import { NAME } from "./a-named-child";

/** A drafted visit in which a child is named in everything that anybody wrote. */
export async function aNamedVisit(over: Partial<Visit> = {}) {
  const world = await aModeratedSchool(over);
  const { app, visitId, organisation, notes, lead, head, second } = world;
  await world.toDrafted(notes);
  await nameAChild(world);
  const manager = await anActor(app, {
    user: { name: "Ravi Menon" },
    grants: [{ role: "manager", organisationId: organisation.id }],
  });
  const at = { urn: "", visitId, responseId: null, answerKey: null, actionId: null };
  const words = { target: "words", words: NAME, scope: "visit" } as const;
  const search = { ...at, ...words };
  const agree = async () => {
    await world.write(lead.actor, {}, true);
    const sent = new Map([["schoolWords", now(`We thank ${NAME}.`)]]);
    // Who is asked whether that names a child says that it does not.
    const agreeing = { visitId, act: "agree", sent, namesConfirmed: true } as const;
    await answerRecord(app, head, agreeing);
  };
  const close = async () => {
    await agree();
    for (const actor of [second.actor, lead.actor, head]) await world.sign(actor);
  };
  return {
    ...world,
    manager,
    search,
    agree,
    close,
    remove: (as: Actor, with_: Partial<RemoveInput> = {}) =>
      removeDetails(app, as, { ...search, reason: "child", note: "", ...with_ }),
  };
}

export type NamedVisit = Awaited<ReturnType<typeof aNamedVisit>>;

async function nameAChild({ app, visitId, lead, school }: World): Promise<void> {
  const said = `With ${NAME} in the room.`;
  await app.db.transact(async (tx) => {
    await tx
      .update(visits)
      .set({ focusReason: said, context: said, practicalNotes: said })
      .where(eq(visits.id, visitId));
    const day = { title: `Reading with ${NAME}`, withWhom: NAME, place: `Room of ${NAME}` };
    await tx.update(visitActivities).set(day).where(eq(visitActivities.visitId, visitId));
    await tx.update(visitNotes).set({ text: said }).where(eq(visitNotes.visitId, visitId));
    await tx.update(visitViews).set({ reason: said }).where(eq(visitViews.visitId, visitId));
    await tx.update(visitJottings).set({ text: said }).where(eq(visitJottings.visitId, visitId));
    const found = { reason: said, saw: said, worksWell: said, wondered: said };
    await tx.update(visitFindings).set(found).where(eq(visitFindings.visitId, visitId));
    await tx.update(visitRecords).set({ whatWeDid: said }).where(eq(visitRecords.visitId, visitId));
    const part = { id: app.newId(), visitId, key: "C1", text: said, version: 1 };
    await tx.insert(visitSuggestions).values({ ...part, position: 0, whoMightHelp: NAME });
    await tx
      .insert(visitPractices)
      .values({ ...part, schoolId: school.id, consent: null, consentBy: null });
    const path = `/visits/${visitId}/record`;
    await tx.insert(sessionTombstones).values({
      id: "ended",
      userId: lead.actor.userId,
      endedAt: new Date(app.clock.now().getTime() - 1000),
      expiresAt: app.clock.now(),
      keptPath: path,
      keptForm: JSON.stringify([{ path, page: path, fields: [["whatWeDid", said]] }]),
    });
  });
}

type World = Awaited<ReturnType<typeof aModeratedSchool>>;

/** Makes the PDF that a closed record asks for, in this thread, and gives its bytes. */
export async function sealedRecord({ app, visitId }: Pick<NamedVisit, "app" | "visitId">) {
  const runTask = <T>(_: URL, task: unknown) => run(task as MakeRecordPdfTask) as Promise<T>;
  await makeDocument({ app, payload: { visitId }, runTask, postpone: () => undefined });
  const bytes = await findDocumentBytes(app.db.read, { visitId });
  if (bytes === undefined) throw new Error("There is no PDF");
  return new Uint8Array(bytes);
}
