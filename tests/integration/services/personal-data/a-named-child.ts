import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { run } from "~/services/documents/make-pdf.worker";
import type { MakePdfTask } from "~/services/documents/make-pdf.worker";
import { makeDocument } from "~/services/documents/make-document.server";
import { removeDetails, type RemoveInput } from "~/services/personal-data/remove-details.server";
import type { Actor } from "~/domain/policy/actor";
import { EMPTY_ANSWER } from "~/domain/response/answer";
import { writeSave } from "~db/queries/answers";
import { findDocument, findDocumentBytes } from "~db/queries/documents";
import { actions, answers } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import type { TestApp } from "~tests/support/test-app";
import { aSigningSchool, COMPLETE } from "../../signing/signing-school";

/** Nobody's: it stands in no other test and in no questionnaire. */
export const NAME = "Jamie Quillfeather";
export const SAID = `We read daily with ${NAME}.\nJAMIE\n  QUILLFEATHER’s plan is good.`;
export const CLEAN =
  "We read daily with [personal details removed].\n[personal details removed]’s plan is good.";

/** A school where a child's name was typed in several places, saved three times and signed. */
export async function aNamedChild(options: Parameters<typeof aSigningSchool>[0] = {}) {
  const place = await aSigningSchool(options);
  const { app, response, senco, school } = place;
  const [standing] = await app.db.read
    .select()
    .from(answers)
    .where(and(eq(answers.responseId, response.id), eq(answers.key, "A1")));
  for (const [index, commentary] of [`${NAME} first`, SAID].entries()) {
    await app.db.transact((tx) =>
      writeSave(tx, {
        id: app.newId(),
        answerId: standing?.id ?? "",
        responseId: response.id,
        key: "A1",
        standsAt: index + 1,
        basedOn: index + 1,
        saveId: app.newId(),
        content: { ...EMPTY_ANSWER, ...COMPLETE["A1"], commentary },
        savedBy: senco.userId,
        savedAt: app.clock.now(),
      }),
    );
  }
  await app.db.transact(async (tx) => {
    await tx.insert(actions).values({
      id: app.newId(),
      schoolId: school.id,
      responseId: response.id,
      itemKey: "A1",
      title: `Help ${NAME} read`,
      leadRole: "SENCO",
      term: "2026-27 Term 3",
      priority: 1,
      howWeWillKnow: `${NAME} reads`,
      state: "open",
      progressNote: "",
      createdBy: senco.userId,
      createdAt: app.clock.now(),
      updatedAt: app.clock.now(),
      version: 1,
    });
  });
  const manager = await anActor(app, {
    user: { name: "Ravi Menon" },
    grants: [{ role: "manager", organisationId: place.owner.id }],
  });
  const input = {
    ...place.at,
    visitId: null,
    answerKey: null,
    actionId: null,
    target: "words",
    words: NAME,
    scope: "review",
    reason: "child",
    note: "",
  } as const;
  return {
    ...place,
    manager,
    remove: (as: Actor, over: Partial<RemoveInput> = {}) =>
      removeDetails(app, as, { ...input, ...over }),
  };
}

export type NamedChild = Awaited<ReturnType<typeof aNamedChild>>;

/** Makes the PDF that a copy asks for, in this thread, and gives its bytes. */
export async function sealedPdf(app: TestApp, submissionId: string): Promise<Uint8Array> {
  const runTask = <T>(_: URL, task: unknown) => run(task as MakePdfTask) as Promise<T>;
  await makeDocument({ app, payload: { submissionId }, runTask, postpone: () => undefined });
  const bytes = await findDocumentBytes(app.db.read, { submissionId });
  if (bytes === undefined) throw new Error("There is no PDF");
  return bytes;
}

export const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

export const documentOf = (app: TestApp, submissionId: string) =>
  findDocument(app.db.read, { submissionId });
