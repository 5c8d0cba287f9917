import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { REMOVED_MARK as MARK } from "~/domain/personal-data/removal";
import { verifyAudit } from "~/services/audit/verify-audit.server";
import { REMOVALS_FILE } from "~/services/personal-data/remove-file.server";
import { previewRemoval } from "~/services/personal-data/remove-preview.server";
import { openReturn } from "~/services/returns/open-return.server";
import { amendResponse } from "~/services/signing/change-signed.server";
import { declineToSign, noteMinute } from "~/services/signing/governor.server";
import { viewConfirmation } from "~/services/signing/view-confirmation.server";
import { checkFile } from "~/services/verify/check-file.server";
import { checkReference } from "~/services/verify/check-reference.server";
import {
  actions,
  answerRevisions,
  answers,
  auditEntries,
  caughtMails,
  documents,
  mails,
  outbox,
  removals,
  responses,
  sessionTombstones,
  signOffs,
  submissions,
} from "~db/schema";
import { aNamedChild, CLEAN, hashOf, NAME, sealedPdf, type NamedChild } from "./a-named-child";

const SURNAME = "quillfeather";

/** Everything that tests look through for the name, as one text. */
async function everything({ app }: NamedChild): Promise<string> {
  const tables = [answers, answerRevisions, actions, submissions, signOffs, responses, removals];
  const more = [auditEntries, outbox, mails, sessionTombstones];
  const rows: unknown[] = [app.logged];
  for (const table of [...tables, ...more]) rows.push(await app.db.read.select().from(table));
  const file = path.join(app.config.dataDir, REMOVALS_FILE);
  if (existsSync(file)) rows.push(readFileSync(file, "utf8"));
  return JSON.stringify(rows).toLowerCase();
}

const copyOf = async (place: NamedChild) => {
  const [copy] = await place.copies();
  if (copy === undefined) throw new Error("Nothing was signed");
  return copy;
};

const toldOfRemoval = ({ app }: NamedChild) =>
  app.db.read.select().from(mails).where(eq(mails.template, "details-removed"));

describe("removing a name from a draft", () => {
  test("takes it out of every version, the answer, the action and what sessions left", async () => {
    const place = await aNamedChild();
    const { app, senco, at } = place;
    const posted = `/schools/${at.urn}/self-reviews/${at.responseId}/answers`;
    const form = { path: posted, page: posted, fields: [["A1.commentary", `${NAME} again`]] };
    await app.db.transact(async (tx) => {
      await tx.insert(sessionTombstones).values({
        id: "t",
        userId: senco.userId,
        endedAt: app.clock.now(),
        expiresAt: app.clock.now(),
        keptPath: posted,
        keptForm: JSON.stringify([form]),
      });
    });
    expect(await everything(place)).toContain(SURNAME);
    expect(await place.remove(senco)).toMatchObject({ ok: true });
    expect(await everything(place)).not.toContain(SURNAME);
    const rows = await app.db.read.select().from(answers).where(eq(answers.key, "A1"));
    expect(rows).toMatchObject([{ commentary: CLEAN, revision: 4, level: "3", duty: "yes" }]);
    const lines = await app.db.read.select().from(actions);
    expect(lines).toMatchObject([
      { title: `Help ${MARK} read`, howWeWillKnow: `${MARK} reads`, version: 2 },
    ]);
  });

  test("cleans mails about the school that have not left, and those caught, and no others", async () => {
    const place = await aNamedChild();
    const { app, school, otherSchool, head } = place;
    const at = app.clock.now();
    const mail = (id: string, schoolId: string) => ({
      id,
      template: "digest" as const,
      email: "someone@demo.test",
      name: "Someone",
      state: "queued" as const,
      queuedAt: at,
      schoolId,
      data: JSON.stringify({ places: [{ lines: [{ text: NAME, path: "/jamie quillfeather" }] }] }),
    });
    const about = (urn: string) => `Content-Type: text/plain\n\nRead /schools/${urn} of ${NAME}`;
    await app.db.transact(async (tx) => {
      await tx.insert(mails).values([mail("ours", school.id), mail("theirs", otherSchool.id)]);
      await tx.insert(caughtMails).values([
        { id: "ours", source: about(school.urn), caughtAt: at },
        { id: "theirs", source: about(otherSchool.urn), caughtAt: at },
      ]);
    });
    await place.remove(head);
    const left = await app.db.read.select().from(mails).orderBy(mails.id);
    expect(left.map(({ id, data }) => [id, data?.includes(NAME)])).toEqual([
      ["ours", false],
      ["theirs", true],
    ]);
    expect(left[0]?.data).toContain("/jamie quillfeather");
    const caught = await app.db.read.select().from(caughtMails);
    expect(caught.map(({ id }) => id)).toEqual(["theirs"]);
  });

  test("saves the answer once more, so that a page opened before finds it changed", async () => {
    const place = await aNamedChild();
    await place.remove(place.head);
    const saves = await place.app.db.read
      .select()
      .from(answerRevisions)
      .where(eq(answerRevisions.key, "A1"))
      .orderBy(answerRevisions.revision);
    expect(saves.map(({ commentary }) => commentary)).toEqual([
      "Plans read each half term.",
      `${MARK} first`,
      CLEAN,
      CLEAN,
    ]);
    expect(saves.at(-1)).toMatchObject({ savedBy: place.head.userId, basedOn: 3 });
  });

  test("is recorded: who, why and how much, and never what", async () => {
    const place = await aNamedChild();
    const { app, head } = place;
    const done = await place.remove(head, { note: "A pupil was named." });
    const entries = await app.db.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.event, "details.removed"));
    expect(entries).toMatchObject([{ actorId: head.userId, subjectId: place.response.id }]);
    expect(JSON.parse(entries[0]?.data ?? "")).toEqual({
      removalId: done.ok ? done.value.removalId : "",
      reason: "child",
      scope: "review",
      versions: 2,
      answers: 1,
      actions: 1,
      copies: 0,
      documents: 0,
      others: 0,
    });
    expect(await verifyAudit(app)).toMatchObject({ fault: null });
  });

  test("takes one answer, one action, or the whole text of an answer", async () => {
    const place = await aNamedChild();
    const { app, senco } = place;
    const [line] = await app.db.read.select().from(actions);
    await place.remove(senco, { scope: "here", actionId: line?.id ?? "" });
    expect(await everything(place)).toContain(SURNAME);
    expect(await app.db.read.select().from(actions)).toMatchObject([
      { title: `Help ${MARK} read` },
    ]);
    await place.remove(senco, { target: "whole", words: "", scope: "here", answerKey: "A1" });
    expect(await everything(place)).not.toContain(SURNAME);
    const saves = await app.db.read.select().from(answerRevisions);
    const of = (key: string) => saves.filter((save) => save.key === key);
    expect(new Set(of("A1").map(({ commentary }) => commentary))).toEqual(new Set([MARK]));
    expect(of("A2")[0]?.whereSeen).toBe("Staff room");
  });

  test("refuses words that are nowhere, too short, or in the note, and changes nothing", async () => {
    const place = await aNamedChild();
    const before = await everything(place);
    const problems = [
      await place.remove(place.head, { words: "Nobody Here" }),
      await place.remove(place.head, { words: "J" }),
      await place.remove(place.head, { note: `It was jamie\u00A0QUILLFEATHER` }),
      await place.remove(place.head, { reason: "" }),
      await place.remove(place.senco, { scope: "school" }),
    ];
    expect(problems.map((result) => (result.ok ? "" : result.problem.code))).toEqual([
      "nothing-found",
      "words-short",
      "note-holds-words",
      "reason-missing",
      "scope-missing",
    ]);
    expect(await everything(place)).toBe(before);
  });

  test("is for the head and the coordinator; a manager never reaches a draft", async () => {
    const place = await aNamedChild();
    for (const person of [place.colleague, place.governor, place.officer, place.manager]) {
      await expect(place.remove(person)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(place.remove(place.outsider)).rejects.toMatchObject({ code: "not-found" });
  });

  test("takes a later removal's words out of what an earlier one noted", async () => {
    const place = await aNamedChild();
    await place.remove(place.head, { words: "Jamie" });
    expect(await everything(place)).toContain(SURNAME);
    await place.remove(place.head, { words: "Quillfeather" });
    expect(await everything(place)).not.toContain(SURNAME);
  });
});

describe("removing a name from a signed copy", () => {
  test("withdraws the PDF and seals another that verifies, with no new signature", async () => {
    const place = await aNamedChild();
    const { app, head, at } = place;
    await place.readyAndSign();
    const before = await copyOf(place);
    const old = await sealedPdf(app, before.id);
    app.clock.advance({ days: 2 });
    expect(await place.remove(head)).toMatchObject({ ok: true });
    const after = await copyOf(place);
    expect(after).toMatchObject({ id: before.id, reference: before.reference, state: "standing" });
    expect(hashOf(Buffer.from(after.snapshot))).toBe(after.sha256);
    expect(await everything(place)).not.toContain(SURNAME);

    expect(await checkFile(app, old)).toMatchObject({
      value: { kind: "withdrawn", copy: { checkCode: before.sha256, reference: before.reference } },
    });
    expect(await checkReference(app, after.reference)).toMatchObject({
      value: { kind: "signed-not-yet-sealed" },
    });
    const made = await sealedPdf(app, before.id);
    expect(await checkFile(app, made)).toMatchObject({
      value: { kind: "genuine", copy: { detailsRemovedAt: app.clock.now() } },
    });
    expect(await checkReference(app, after.reference)).toMatchObject({
      value: { kind: "genuine" },
    });
    const [signed] = await app.db.read.select().from(signOffs);
    expect(signed?.sha256).toBe(before.sha256);
    const view = await viewConfirmation(app, head, { ...at, number: 1 });
    expect(view.removed).toEqual({ at: app.clock.now(), signedSha256: before.sha256 });
  });

  test("needs the head or a manager once it is signed for a round", async () => {
    const place = await aNamedChild();
    await place.readyAndSign();
    const refused = { code: "forbidden", details: { reason: "needs-head" } };
    await expect(place.remove(place.senco)).rejects.toMatchObject(refused);
    await expect(place.remove(place.officer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await place.remove(place.manager)).toMatchObject({ ok: true });
    expect(await everything(place)).not.toContain(SURNAME);
  });

  test("tells the head when a manager did it", async () => {
    const place = await aNamedChild();
    await place.readyAndSign();
    await place.remove(place.manager);
    const told = await toldOfRemoval(place);
    expect(told).toMatchObject([{ userId: place.head.userId }]);
    expect(told[0]?.data).toContain("a manager at");
  });

  test("tells managers when the school did it, once an officer has opened the return", async () => {
    const unread = await aNamedChild();
    await unread.readyAndSign();
    await unread.remove(unread.head);
    expect(await toldOfRemoval(unread)).toEqual([]);
    const read = await aNamedChild();
    await read.readyAndSign();
    await openReturn(read.app, read.officer, {
      key: read.owner.key,
      responseId: read.response.id,
    });
    await read.remove(read.head);
    expect(await toldOfRemoval(read)).toMatchObject([{ userId: read.manager.userId }]);
  });

  test("tells a manager nothing of a draft: words that stand there only are not found", async () => {
    const place = await aNamedChild();
    const { app, manager, head, at } = place;
    await place.readyAndSign();
    await amendResponse(app, head, { ...at, reason: "To say more." });
    const [a2] = await app.db.read.select().from(answers).where(eq(answers.key, "A2"));
    await app.db.transact((tx) =>
      tx
        .update(answers)
        .set({ commentary: "Only Drafted Here" })
        .where(eq(answers.id, a2?.id ?? "")),
    );
    const draft = await place.remove(manager, { words: "Only Drafted Here" });
    expect(draft).toEqual({ ok: false, problem: { code: "nothing-found" } });
    const seen = await previewRemoval(app, manager, {
      ...at,
      visitId: null,
      answerKey: null,
      actionId: null,
      target: "words",
      words: NAME,
      scope: "review",
    });
    expect(seen).toMatchObject({
      value: { elsewhere: null, copies: [{ number: 1 }] },
    });
    expect(seen.ok && seen.value.places.map(({ versions }) => versions)).toEqual([0, 0]);
  });

  test("cleans copies that a later one superseded, and those set aside, which get no new PDF", async () => {
    const place = await aNamedChild();
    const { app, head, at } = place;
    await place.readyAndSign();
    const [first] = await place.copies();
    await sealedPdf(app, first?.id ?? "");
    await amendResponse(app, head, { ...at, reason: `More of ${NAME}.` });
    await place.readyAndSign();
    await place.remove(head);
    expect(await everything(place)).not.toContain(SURNAME);
    const asked = await app.db.read.select().from(documents);
    expect(asked.map(({ state }) => state)).toEqual(["pending", "pending"]);
    const [one, two] = await place.copies();
    expect([one?.supersededById, two?.supersededById]).toEqual([two?.id, null]);
  });

  test("cleans a minute and a governor's reason, and leaves who signed what", async () => {
    const awaiting = { round: { governorSigns: true } };
    const minuted = await aNamedChild(awaiting);
    await minuted.readyAndSign();
    await noteMinute(minuted.app, minuted.head, { ...minuted.at, minute: `Talked of ${NAME}` });
    await minuted.remove(minuted.head);
    expect(await everything(minuted)).not.toContain(SURNAME);
    const signed = await minuted.app.db.read.select().from(signOffs);
    expect(signed.map(({ kind }) => kind)).toEqual(["signed", "minute-noted"]);
    expect(signed[1]?.declaration).toBe(`Agreed by the governors: Talked of ${MARK}`);

    const declined = await aNamedChild(awaiting);
    await declined.readyAndSign();
    await declineToSign(declined.app, declined.governor, {
      ...declined.at,
      reason: `${NAME} is named`,
    });
    await declined.remove(declined.head);
    expect(await everything(declined)).not.toContain(SURNAME);
    expect(await declined.app.db.read.select().from(documents)).toEqual([]);
  });

  test("takes no bytes that were made from the words and come back late", async () => {
    const place = await aNamedChild();
    const { app, head } = place;
    await place.readyAndSign();
    const { id } = await copyOf(place);
    const late = await sealedPdfLate(place, id);
    await place.remove(head);
    await late.arrive();
    expect(await app.db.read.select().from(documents)).toMatchObject([
      { state: "pending", bytes: null },
    ]);
  });
});

/** A PDF that is composed before the removal and arrives after it. */
async function sealedPdfLate({ app }: NamedChild, submissionId: string) {
  const { makeDocument } = await import("~/services/documents/make-document.server");
  const { run } = await import("~/services/documents/make-pdf.worker");
  let go: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const started = new Promise<void>((resolve) => (begun = resolve));
  const gate = new Promise<void>((resolve) => (go = resolve));
  const runTask = async <T>(_: URL, task: unknown): Promise<T> => {
    const made = await run(task as Parameters<typeof run>[0]);
    begun();
    await gate;
    return made as T;
  };
  const postpone = () => undefined;
  const done = makeDocument({ app, payload: { submissionId }, runTask, postpone });
  await started;
  return {
    arrive: async () => {
      go();
      await done;
    },
  };
}
