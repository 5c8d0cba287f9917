import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { ResponseState } from "~/domain/response/states";
import { assignSections } from "~/services/answering/assign-sections.server";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { startPrivate } from "~/services/answering/start-private.server";
import { viewSchoolHome } from "~/services/home/school-home.server";
import { documents, responses, signOffs, submissions } from "~db/schema";
import { anAnsweringSchool, toSave, type AnsweringSchool } from "./answering-school";

const home = ({ app, school, senco }: AnsweringSchool, by = senco) =>
  viewSchoolHome(app, by, { urn: school.urn });

async function setState({ app, response }: AnsweringSchool, state: ResponseState) {
  await app.db.transact(async (tx) => {
    await tx.update(responses).set({ state }).where(eq(responses.id, response.id));
  });
}

type Copy = {
  state: "awaiting-governor" | "standing" | "set-aside";
  declined?: string;
  ready?: boolean;
};

/** A signed copy as signing leaves it, with the governor's refusal where one is given. */
async function signedCopy({ app, response, head, governor }: AnsweringSchool, copy: Copy) {
  const at = app.clock.now();
  const submissionId = app.newId();
  const sha256 = "0".repeat(64);
  const signature = { submissionId, declaration: "We agree.", sha256, signedAt: at };
  await app.db.transact(async (tx) => {
    await tx.insert(submissions).values({
      id: submissionId,
      responseId: response.id,
      number: 1,
      reference: "TQ-900001-1",
      state: copy.state,
      snapshot: "{}",
      sha256,
      signedAt: at,
      version: 1,
    });
    await tx.insert(signOffs).values({
      ...signature,
      id: app.newId(),
      userId: head.userId,
      kind: "signed",
      name: head.name,
      title: "headteacher",
    });
    if (copy.declined !== undefined) {
      await tx.insert(signOffs).values({
        ...signature,
        id: app.newId(),
        userId: governor.userId,
        kind: "declined",
        name: governor.name,
        title: "link governor",
        reason: copy.declined,
      });
    }
    await tx.insert(documents).values({
      id: app.newId(),
      submissionId,
      state: copy.ready === true ? "ready" : "pending",
      size: copy.ready === true ? 212_000 : null,
      createdAt: at,
      version: 1,
    });
  });
}

describe("the school's home", () => {
  test("says what to carry on with: how many left, how long, and what is next", async () => {
    const place = await anAnsweringSchool();
    await saveAnswer(place.app, place.senco, { ...place.at, ...toSave({ key: "A2" }) });
    const view = await home(place);
    expect(view.carryOn).toMatchObject({
      responseId: place.response.id,
      title: "Autumn review",
      left: { total: 3 },
      next: { key: "A1", section: "A" },
      deadline: { kind: "first", date: "2026-12-11", workingDays: 13 },
      strip: [
        { section: "A", items: [{ state: "empty" }, { state: "done" }, { state: "empty" }] },
        { section: "B", items: [{ state: "empty" }] },
      ],
    });
    expect(view.selfReviews).toMatchObject([
      { title: "Autumn review", state: "in-progress", done: 1, total: 4, private: false },
    ]);
    expect(view.mayStartPrivate).toBe(true);
  });

  test("a section someone was asked to look after waits for them until it is complete", async () => {
    const place = await anAnsweringSchool();
    const { app, at, senco, colleague } = place;
    const assignments = [{ section: "B", userId: colleague.userId }];
    await assignSections(app, senco, { ...at, assignments });
    expect((await home(place, colleague)).waiting).toMatchObject([
      { kind: "section", section: { key: "B" }, left: 1, by: { name: "Priya Nair" } },
    ]);
    expect((await home(place)).waiting).toEqual([]);
    await saveAnswer(app, colleague, { ...at, ...toSave({ key: "B1" }) });
    const summary = { level: "2", commentary: "Plans read." };
    await saveAnswer(app, colleague, { ...at, ...toSave({ key: "section:B", content: summary }) });
    expect((await home(place, colleague)).waiting).toEqual([]);
  });

  test("what is ready to sign waits for the head, and for nobody else", async () => {
    const place = await anAnsweringSchool({ response: { state: "ready-to-sign" } });
    expect((await home(place, place.head)).waiting).toMatchObject([
      { kind: "sign", responseId: place.response.id },
    ]);
    expect((await home(place)).waiting).toEqual([]);
  });

  test("what awaits the governor waits for the governor, who sees no draft", async () => {
    const place = await anAnsweringSchool({ round: { governorSigns: true } });
    const before = await home(place, place.governor);
    expect(before).toMatchObject({ carryOn: null, selfReviews: [], signedCopies: [], waiting: [] });
    await setState(place, "awaiting-governor");
    await signedCopy(place, { state: "awaiting-governor" });
    const view = await home(place, place.governor);
    expect(view.waiting).toMatchObject([{ kind: "countersign", by: "Margaret Ellis" }]);
    expect(view.signedCopies).toMatchObject([{ number: 1, state: "awaiting-governor" }]);
    expect(view).toMatchObject({ carryOn: null, selfReviews: [], mayStartPrivate: false });
  });

  test("a declined copy comes back with the governor's reason, and is no signed copy", async () => {
    const place = await anAnsweringSchool({ response: { state: "in-progress" } });
    await signedCopy(place, { state: "set-aside", declined: "Section B needs the new figures." });
    const view = await home(place, place.head);
    expect(view.waiting).toMatchObject([
      { kind: "declined", by: "Joan Whitfield", reason: "Section B needs the new figures." },
    ]);
    expect(view.signedCopies).toEqual([]);
  });

  test("signed copies say how their PDF stands", async () => {
    const place = await anAnsweringSchool({ response: { state: "submitted" } });
    await signedCopy(place, { state: "standing", ready: true });
    expect((await home(place)).signedCopies).toMatchObject([
      { reference: "TQ-900001-1", document: { state: "ready", size: 212_000 } },
    ]);
    expect((await home(place)).carryOn).toBeNull();
  });

  test("a private self-review stands in the school's list and not in the governor's", async () => {
    const place = await anAnsweringSchool();
    const { app, school, senco, version } = place;
    const startId = app.newId();
    await startPrivate(app, senco, { urn: school.urn, versionId: version.id, startId });
    const rows = (await home(place)).selfReviews.map((row) => row.private);
    expect(rows).toEqual([false, true]);
    expect(JSON.stringify(await home(place, place.governor))).not.toContain("Test questionnaire");
  });

  test("another school's home is not found; an officer is told it is the school's own", async () => {
    const place = await anAnsweringSchool();
    await expect(home(place, place.outsider)).rejects.toMatchObject({ code: "not-found" });
    await expect(home(place, place.officer)).rejects.toMatchObject({ code: "forbidden" });
  });
});
