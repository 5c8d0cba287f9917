import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { viewSection } from "~/services/answering/view-section.server";
import { pdfTask } from "~/services/documents/make-document.server";
import { viewReplies } from "~/services/replies/view-replies.server";
import { closeRound, reopenRound } from "~/services/rounds/close-round.server";
import { withdrawSchool } from "~/services/rounds/withdraw-school.server";
import { amendResponse } from "~/services/signing/change-signed.server";
import { countersign } from "~/services/signing/governor.server";
import { readSubmission } from "~/services/signing/read-submission.server";
import { auditEntries, documents, mails, outbox, responses, submissions } from "~db/schema";
import { aResponse } from "~tests/support/factories/rounds";
import { aSave } from "~tests/support/factories/worlds";
import { toSave } from "../../answering/answering-school";
import { aReadySchool, copy, PROOF, sign, type ReadySchool } from "../signing/ready-school";

const close = ({ app, manager, round }: ReadySchool) =>
  closeRound(app, manager, { roundId: round.id });
const reopen = ({ app, manager, round }: ReadySchool) =>
  reopenRound(app, manager, { roundId: round.id });
const withdraw = ({ app, manager, round, school }: ReadySchool) =>
  withdrawSchool(app, manager, { roundId: round.id, urn: school.urn, reason: "It closes in July" });

const responseNow = async ({ app, response }: ReadySchool) => {
  const rows = await app.db.read.select().from(responses).where(eq(responses.id, response.id));
  return rows[0];
};
const privateOnes = async ({ app }: ReadySchool) =>
  (await app.db.read.select().from(responses)).filter(({ roundId }) => roundId === null);
const audited = ({ app }: ReadySchool, event: string) =>
  app.db.read.select().from(auditEntries).where(eq(auditEntries.event, event));

describe("closing a round", () => {
  test.each(["not-started", "in-progress", "ready-to-sign"] as const)(
    "lets a response that is %s lapse, and reopening takes it back there",
    async (state) => {
      const place = await aReadySchool({ response: { state } });
      await close(place);
      expect(await responseNow(place)).toMatchObject({
        state: "lapsed",
        stateBeforeClosing: state,
      });
      await reopen(place);
      expect(await responseNow(place)).toMatchObject({ state, stateBeforeClosing: null });
      expect(await audited(place, "response.close")).toHaveLength(1);
      expect(await audited(place, "round.reopened")).toMatchObject([
        { actorId: place.manager.userId, organisationId: place.owner.id },
      ]);
    },
  );

  test("refuses what is saved or signed after it, with the text given back", async () => {
    const place = await aReadySchool({ response: { state: "in-progress" } });
    await close(place);
    const words = { level: "2", commentary: "Typed before anyone said it closed" };
    const late = { ...place.at, ...toSave({ content: words }) };
    expect(await saveAnswer(place.app, place.senco, late)).toMatchObject({
      kind: "refused",
      problem: { code: "not-editable", state: "lapsed", content: words },
    });
    await expect(sign(place)).rejects.toMatchObject({ code: "forbidden" });
    const view = await viewSection(place.app, place.senco, { ...place.at, section: "A" });
    expect(view.response.state).toBe("lapsed");
  });

  test("goes wholly before or wholly after a signature", async () => {
    const place = await aReadySchool();
    const [signed] = await Promise.allSettled([sign(place), close(place)]);
    const isSigned = signed.status === "fulfilled" && signed.value.ok;
    const { state } = (await responseNow(place)) ?? {};
    expect(state).toBe(isSigned ? "submitted" : "lapsed");
    expect(await place.app.db.read.$count(submissions)).toBe(isSigned ? 1 : 0);
  });

  test("completes what awaits the governor, and prints that the signature was not given", async () => {
    const place = await aReadySchool({ round: { governorSigns: true } });
    const { app, governor, head, at } = place;
    await sign(place);
    app.clock.advance({ days: 3 });
    await close(place);
    expect(await responseNow(place)).toMatchObject({ state: "submitted" });
    const [standing] = await app.db.read.select().from(submissions);
    expect(standing).toMatchObject({ state: "standing" });
    expect(await app.db.read.select().from(documents)).toMatchObject([{ state: "pending" }]);
    const kinds = (await app.db.read.select().from(outbox)).map(({ kind }) => kind).sort();
    expect([...new Set(kinds)]).toEqual(["make-document", "send-mail", "tell-schools"]);
    const receipts = await app.db.read.select().from(mails);
    expect(receipts.map(({ userId }) => userId)).toContain(head.userId);
    expect(new Set(receipts.map(({ template }) => template))).toEqual(new Set(["return-received"]));
    const { waiting } = await viewReplies(app, head, at);
    expect(waiting).toMatchObject({ days: 0 });
    expect(app.wakes()).toBeGreaterThan(0);
    const asked = { submissionId: standing?.id ?? "", madeAt: app.clock.now() };
    const { signOffs } = await pdfTask(app, asked);
    expect(signOffs.map(({ kind }) => kind)).toEqual(["signed", "not-given"]);
    const late = countersign(app, governor, { ...at, declared: true, proof: PROOF });
    await expect(late).rejects.toMatchObject({ code: "forbidden" });
  });

  test("prints nothing of the kind where the governor signed", async () => {
    const place = await aReadySchool({ round: { governorSigns: true } });
    const { app, governor, at } = place;
    await sign(place);
    await countersign(app, governor, { ...at, declared: true, proof: PROOF });
    await close(place);
    const [standing] = await app.db.read.select().from(submissions);
    const asked = { submissionId: standing?.id ?? "", madeAt: app.clock.now() };
    const { signOffs } = await pdfTask(app, asked);
    expect(signOffs.map(({ kind }) => kind)).toEqual(["signed", "countersigned"]);
    expect(await audited(place, "response.close")).toEqual([]);
  });

  test("keeps an amendment as a private self-review, and the signed copy stands", async () => {
    const place = await aReadySchool({ round: { sections: '["A"]' } });
    const { app, at, head, senco, response } = place;
    const words = { level: "3", commentary: "As signed" };
    await aSave(app, { responseId: response.id, userId: senco.userId, key: "A2", ...words });
    await sign(place);
    await amendResponse(app, head, { ...at, reason: "A2 has moved on" });
    const changed = { level: "2", commentary: "Not signed by anyone" };
    await saveAnswer(app, senco, { ...at, ...toSave({ base: 1, content: changed }) });
    await close(place);
    expect(await responseNow(place)).toMatchObject({ state: "submitted" });
    const [kept] = await privateOnes(place);
    expect(kept).toMatchObject({ state: "in-progress", chosenSections: '["A"]', phases: '["P"]' });
    const where = { urn: at.urn, responseId: kept?.id ?? "", section: "A" };
    const view = await viewSection(app, senco, where);
    const a2 = view.items.find(({ key }) => key === "A2");
    expect(a2?.answer).toMatchObject({ ...changed, revision: 1, savedBy: { name: senco.name } });
    const { snapshot } = await readSubmission(app, head, copy(place));
    expect(JSON.stringify(snapshot)).toContain("As signed");
  });

  test("tells nobody outside the school of what it kept private", async () => {
    const place = await aReadySchool();
    const { app, at, head, officer, governor, manager } = place;
    await sign(place);
    await amendResponse(app, head, { ...at, reason: "A2 has moved on" });
    await close(place);
    const [kept] = await privateOnes(place);
    const where = { urn: at.urn, responseId: kept?.id ?? "", section: "A" };
    for (const person of [officer, manager, governor]) {
      await expect(viewSection(app, person, where)).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await audited(place, "response.kept-as-private")).toMatchObject([
      { actorId: null, organisationId: null, schoolId: place.school.id },
    ]);
    const [closed] = await audited(place, "round.closed");
    expect(closed?.data).not.toContain(kept?.id ?? "?");
  });

  test("leaves private self-reviews and other rounds alone", async () => {
    const place = await aReadySchool();
    const { app, school, version } = place;
    const asked = { schoolId: school.id, versionId: version.id };
    await aResponse(app, { ...asked, state: "in-progress" });
    await close(place);
    expect(await privateOnes(place)).toMatchObject([{ state: "in-progress" }]);
  });

  test("is done once, and undone once", async () => {
    const place = await aReadySchool();
    const both = await Promise.allSettled([close(place), close(place)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(close(place)).rejects.toMatchObject({ code: "conflict" });
    await reopen(place);
    await expect(reopen(place)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is the manager's of that organisation", async () => {
    const place = await aReadySchool();
    const { app, officer, head, outsider, round } = place;
    const roundId = round.id;
    await expect(closeRound(app, officer, { roundId })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const person of [head, outsider]) {
      await expect(closeRound(app, person, { roundId })).rejects.toMatchObject({
        code: "not-found",
      });
    }
    const unknown = closeRound(app, place.manager, { roundId: "unknown" });
    await expect(unknown).rejects.toMatchObject({ code: "not-found" });
    expect((await responseNow(place))?.state).toBe("ready-to-sign");
  });
});

describe("withdrawing a school", () => {
  test("takes its signed copies from the officers and leaves them to the school", async () => {
    const place = await aReadySchool();
    const { app, officer, head } = place;
    await sign(place);
    await withdraw(place);
    expect(await responseNow(place)).toMatchObject({ state: "withdrawn" });
    await expect(readSubmission(app, officer, copy(place))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await readSubmission(app, head, copy(place))).toBeDefined();
    await expect(withdraw(place)).rejects.toMatchObject({ code: "not-found" });
  });

  test("sets aside a copy that awaits the governor", async () => {
    const place = await aReadySchool({ round: { governorSigns: true } });
    await sign(place);
    await withdraw(place);
    expect(await place.app.db.read.select().from(submissions)).toMatchObject([
      { state: "set-aside" },
    ]);
  });

  test("may follow the closing of the round, and is not found of a school outside it", async () => {
    const place = await aReadySchool();
    const { app, manager, round, otherSchool } = place;
    await close(place);
    await withdraw(place);
    const elsewhere = { roundId: round.id, urn: otherSchool.urn, reason: "It closes in July" };
    const other = withdrawSchool(app, manager, elsewhere);
    await expect(other).rejects.toMatchObject({ code: "not-found" });
    await reopen(place);
    expect(await responseNow(place)).toMatchObject({ state: "withdrawn" });
  });
});
