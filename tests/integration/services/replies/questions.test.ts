import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { answerQuestion, closeQuestion } from "~/services/replies/answer-question.server";
import { askQuestion } from "~/services/replies/ask-question.server";
import { questionViews } from "~/services/replies/question-views.server";
import { recallResponse } from "~/services/signing/change-signed.server";
import { auditEntries, roundShares, submissions } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation } from "~tests/support/factories/places";
import { aSignedReturn, type SignedReturn } from "./a-signed-return";

async function asked(place: SignedReturn, text?: string) {
  const result = await place.ask(text);
  if (!result.ok) throw new Error("The question was not asked");
  return result.value.id;
}

const questionsOf = ({ app, response }: SignedReturn) =>
  questionViews(app, { responseId: response.id });

type Answering = { as?: Actor; text?: string; version?: number };
const answer = (place: SignedReturn, questionId: string, over: Answering = {}) =>
  answerQuestion(place.app, over.as ?? place.senco, {
    ...place.at,
    questionId,
    version: over.version ?? 1,
    text: over.text ?? "Reading partners, and the number groups.",
    namesConfirmed: false,
  });

describe("a question on a statement", () => {
  test("is asked by an officer, answered by anyone on the team, and closed by an officer", async () => {
    const place = await aSignedReturn();
    const id = await asked(place);
    expect(await questionsOf(place)).toMatchObject([
      { id, on: { key: "A1" }, number: 1, state: "open", askedBy: "Hannah Osei", answer: null },
    ]);
    expect(await answer(place, id, { as: place.colleague })).toEqual({ kind: "saved" });
    const [answered] = await questionsOf(place);
    expect(answered).toMatchObject({ state: "answered", answer: { by: "Tom Okafor" } });
    const closing = { ...place.where, questionId: id, version: 2 };
    expect(await closeQuestion(place.app, place.officer, closing)).toBe(true);
    expect(await questionsOf(place)).toMatchObject([
      { state: "closed", answer: { by: "Tom Okafor" } },
    ]);
    expect(await answer(place, id, { version: 3 })).toEqual({ kind: "conflict" });
  });

  test("never touches the signed copy", async () => {
    const place = await aSignedReturn();
    const before = await place.copies();
    await answer(place, await asked(place));
    expect(await place.copies()).toEqual(before);
  });

  test("tells the head and the coordinator, then the officer who asked, and carries no words of either", async () => {
    const place = await aSignedReturn();
    const id = await asked(place, "Which three would you keep?");
    const atSchool = { template: "return-step" };
    expect(await place.mailsTo(place.head)).toContainEqual(expect.objectContaining(atSchool));
    expect(await place.mailsTo(place.senco)).toContainEqual(expect.objectContaining(atSchool));
    expect(await place.mailsTo(place.colleague)).toEqual([]);
    await answer(place, id, { text: "The number groups." });
    await answer(place, id, { text: "The number groups, and partners.", version: 2 });
    const told = await place.mailsTo(place.officer);
    expect(told).toMatchObject([{ template: "return-step" }]);
    const all = [...told, ...(await place.mailsTo(place.head))].map(({ data }) => data).join();
    expect(all).not.toMatch(/Which three|number groups/);
  });

  test("of a colleague's later answer gives the second writer a conflict", async () => {
    const place = await aSignedReturn();
    const id = await asked(place);
    await answer(place, id, { as: place.head, text: "From the head." });
    expect(await answer(place, id, { text: "From the SENCO." })).toEqual({ kind: "conflict" });
    expect(await questionsOf(place)).toMatchObject([{ answer: { text: "From the head." } }]);
  });

  test("is refused empty, too long, with a pupil number, and asks about a name", async () => {
    const place = await aSignedReturn();
    const problem = async (text: string) => {
      const result = await place.ask(text);
      return result.ok ? null : result.problem[0];
    };
    expect(await problem("  ")).toMatchObject({ field: "question" });
    expect(await problem("a".repeat(1001))).toMatchObject({
      message: "Use 1000 characters or fewer",
    });
    expect((await problem("What of A123456789012?"))?.message).toContain("UPN");
    expect(await problem("How is Amelia in Year 4?")).toMatchObject({ asks: "names" });
    expect(await questionsOf(place)).toEqual([]);
  });

  test("is not asked of a statement that the copy has not, nor of a draft", async () => {
    const place = await aSignedReturn();
    await expect(place.ask("Why?", { itemKey: "Z9" })).rejects.toMatchObject({ code: "not-found" });
    await recallResponse(place.app, place.head, place.at);
    await expect(place.ask("Why?")).rejects.toMatchObject({ code: "not-found" });
  });

  test("is the round's own officers' to ask and the team's to answer", async () => {
    const place = await aSignedReturn();
    const { app, round } = place;
    const nhs = await anOrganisation(app, { key: "nhs", kind: "health" });
    await app.db.transact(async (tx) => {
      await tx.insert(roundShares).values({ roundId: round.id, organisationId: nhs.id });
    });
    const shared = await anActor(app, { grants: [{ role: "officer", organisationId: nhs.id }] });
    const id = await asked(place);
    const atTheirs = { ...place.where, key: "nhs", number: 1, itemKey: null, text: "And we?" };
    await expect(
      askQuestion(app, shared, { ...atTheirs, namesConfirmed: false }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const forbidden = { code: "forbidden" };
    await expect(answer(place, id, { as: place.governor })).rejects.toMatchObject(forbidden);
    const hidden = { code: "not-found" };
    await expect(answer(place, id, { as: place.outsider })).rejects.toMatchObject(hidden);
    await expect(place.ask("Why?", { as: place.outsider })).rejects.toMatchObject(hidden);
  });

  test("is written to the record by its statement, never by its words", async () => {
    const place = await aSignedReturn();
    await answer(place, await asked(place, "Which three would you keep?"));
    const rows = await place.app.db.read
      .select({ event: auditEntries.event, data: auditEntries.data })
      .from(auditEntries)
      .where(eq(auditEntries.subjectKind, "question"));
    expect(rows.map(({ event }) => event).sort()).toEqual(["question.answered", "question.asked"]);
    expect(rows.map(({ data }) => data).join()).not.toContain("three");
  });
});

describe("a recall", () => {
  test("is refused once an officer has asked, though nobody opened the page", async () => {
    const place = await aSignedReturn();
    await asked(place);
    await expect(recallResponse(place.app, place.head, place.at)).rejects.toMatchObject({
      details: { reason: "opened-by-officer" },
    });
  });

  test("and a question at once: one of them happens, and the other is told", async () => {
    const place = await aSignedReturn();
    const [recalled, asking] = await Promise.allSettled([
      recallResponse(place.app, place.head, place.at),
      place.ask(),
    ]);
    const done = [recalled, asking].filter(({ status }) => status === "fulfilled");
    expect(done).toHaveLength(1);
    const [copy] = await place.app.db.read.select().from(submissions);
    const questions = await questionsOf(place);
    expect(copy?.state).toBe(recalled.status === "fulfilled" ? "set-aside" : "standing");
    expect(questions).toHaveLength(recalled.status === "fulfilled" ? 0 : 1);
  });
});
