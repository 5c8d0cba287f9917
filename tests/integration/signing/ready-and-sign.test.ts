import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { markReady, takeBack } from "~/services/signing/mark-ready.server";
import { signResponse } from "~/services/signing/sign-response.server";
import { viewCheck } from "~/services/signing/view-check.server";
import { viewSign } from "~/services/signing/view-sign.server";
import { auditEntries, signOffs, submissions } from "~db/schema";
import { toSave } from "../answering/answering-school";
import { aSigningSchool, COMPLETE, without } from "./signing-school";

describe("marking as ready", () => {
  test("is refused while something is left, and nothing is locked", async () => {
    const place = await aSigningSchool({ answers: without("A3") });
    expect(await place.ready()).toEqual({ ok: false, problem: { code: "something-left" } });
    expect(await place.stateNow()).toBe("in-progress");
    const { problems } = await viewCheck(place.app, place.senco, place.at);
    expect(problems).toMatchObject([{ code: "level", answerKey: "A3", section: "A" }]);
  });

  test("locks the answers, says who did, and refuses a later save with its text", async () => {
    const { app, senco, at } = await aSigningSchool();
    expect((await markReady(app, senco, at)).ok).toBe(true);
    const { lock } = await viewCheck(app, senco, at);
    expect(lock).toEqual({ by: "Priya Nair", at: app.clock.now() });
    const late = toSave({ content: { commentary: "One more line" }, base: 1 });
    expect(await saveAnswer(app, senco, { ...at, ...late })).toMatchObject({
      kind: "refused",
      problem: { code: "not-editable", content: { commentary: "One more line" } },
    });
  });

  test("can be taken back, after which the head cannot sign and answers change again", async () => {
    const place = await aSigningSchool();
    await place.ready();
    await takeBack(place.app, place.senco, place.at);
    await expect(place.sign()).rejects.toMatchObject({ code: "forbidden" });
    const save = toSave({ key: "A3", base: 1, content: { level: "2" } });
    const saved = await saveAnswer(place.app, place.senco, { ...place.at, ...save });
    expect(saved.kind).toBe("saved");
    expect(await place.copies()).toEqual([]);
  });

  test("is not for a colleague", async () => {
    const { app, colleague, at } = await aSigningSchool();
    await expect(markReady(app, colleague, at)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("signing", () => {
  test("freezes exactly what was saved, and asks for the PDF", async () => {
    const place = await aSigningSchool();
    expect(await place.readyAndSign()).toEqual({ ok: true, value: { number: 1 } });
    expect(await place.stateNow()).toBe("submitted");
    const [copy] = await place.copies();
    const snapshot = parseSnapshot(copy?.snapshot ?? "");
    const items = snapshot.sections.flatMap((section) => section.items);
    for (const item of items) {
      const saved = COMPLETE[item.key] ?? {};
      const { level, commentary = "", whereSeen = "", helpWanted = false } = saved;
      expect(item).toMatchObject({ level, commentary, whereSeen, helpWanted });
    }
    expect(items.map(({ key }) => key)).toEqual(["A1", "A2", "A3", "B1"]);
    expect(snapshot.sections.map(({ headline }) => headline)).toEqual(["2", "3"]);
    expect(snapshot.derived).toMatchObject([{ part: 17, whole: 20, percent: 85 }]);
    expect(snapshot.reference).toBe(copy?.reference);
    expect(await place.jobs()).toMatchObject([{ kind: "make-document", state: "waiting" }]);
    expect(place.app.wakes()).toBe(1);
  });

  test("double submit: the second press is told which copy the first made", async () => {
    const place = await aSigningSchool();
    await place.readyAndSign();
    const again = await place.sign();
    expect(again).toEqual({ ok: false, problem: { code: "already-signed", number: 1 } });
    expect(await place.copies()).toHaveLength(1);
  });

  test("double sign: two presses at once make one copy, one signature and one PDF", async () => {
    const place = await aSigningSchool();
    await place.ready();
    const outcomes = await Promise.all([place.sign(), place.sign()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      problem: { code: "already-signed", number: 1 },
    });
    expect(await place.copies()).toHaveLength(1);
    expect(await place.app.db.read.select().from(signOffs)).toHaveLength(1);
    expect(await place.jobs()).toHaveLength(1);
  });

  test("a wrong password writes nothing", async () => {
    const place = await aSigningSchool();
    const { app, head, at } = place;
    await place.ready();
    const before = await app.db.read.select().from(auditEntries);
    const proof = { password: "not it at all", address: "192.0.2.1" };
    const outcome = await signResponse(app, head, { ...at, declared: true, proof });
    expect(outcome).toEqual({ ok: false, problem: { code: "wrong" } });
    expect(await place.copies()).toEqual([]);
    expect(await place.stateNow()).toBe("ready-to-sign");
    expect(await app.db.read.select().from(auditEntries)).toEqual(before);
  });

  test("many wrong passwords have to wait, even the right one then", async () => {
    const place = await aSigningSchool();
    await place.ready();
    const proof = { password: "not it at all", address: "192.0.2.1" };
    const codes: string[] = [];
    for (let tries = 0; tries < 30 && !codes.includes("too-many"); tries += 1) {
      const input = { ...place.at, declared: true, proof };
      const outcome = await signResponse(place.app, place.head, input);
      if (!outcome.ok) codes.push(outcome.problem.code);
    }
    expect(codes.at(-1)).toBe("too-many");
    expect(await place.sign()).toMatchObject({ ok: false, problem: { code: "too-many" } });
  });

  test("without the declaration nothing is signed", async () => {
    const { app, head, at, proof, ready, copies } = await aSigningSchool();
    await ready();
    const outcome = await signResponse(app, head, { ...at, declared: false, proof });
    expect(outcome).toEqual({ ok: false, problem: { code: "declare", missing: null } });
    expect(await copies()).toEqual([]);
  });

  test("a contributor, a SENCO, a governor and an officer may not sign", async () => {
    const place = await aSigningSchool();
    await place.ready();
    for (const person of [place.colleague, place.senco, place.governor, place.officer]) {
      await expect(place.sign(person)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await place.copies()).toEqual([]);
  });

  test("another school's head, and another school's ids, are not found", async () => {
    const { app, at, outsider, otherSchool, proof, ready, sign } = await aSigningSchool();
    await ready();
    await expect(sign(outsider)).rejects.toMatchObject({ code: "not-found" });
    const input = { ...at, urn: otherSchool.urn, declared: true, proof };
    await expect(signResponse(app, outsider, input)).rejects.toMatchObject({ code: "not-found" });
  });

  test("a closed round is not signed", async () => {
    const place = await aSigningSchool();
    await place.ready();
    await place.closeRound();
    await expect(place.sign()).rejects.toMatchObject({ code: "forbidden" });
    expect(await place.copies()).toEqual([]);
  });

  test("the frozen text cannot be changed in the database", async () => {
    const place = await aSigningSchool();
    await place.readyAndSign();
    const change = place.app.db.transact(async (tx) => {
      await tx
        .update(submissions)
        .set({ snapshot: "{}" })
        .where(eq(submissions.responseId, place.response.id));
    });
    await expect(change).rejects.toThrow();
    const [copy] = await place.copies();
    expect(parseSnapshot(copy?.snapshot ?? "").number).toBe(1);
  });
});

describe("the sign page", () => {
  test("is the head's; others of the school are told who signs, and read nothing there", async () => {
    const place = await aSigningSchool();
    const { app, at } = place;
    await place.ready();
    const own = await viewSign(app, place.head, at);
    expect(own).toMatchObject({ kind: "sign", signsAs: "headteacher" });
    const told = [
      { person: place.colleague, reason: "needs-head" },
      { person: place.senco, reason: "needs-head" },
      { person: place.governor, reason: "governors-read-signed-copies" },
    ];
    for (const { person, reason } of told) {
      const view = await viewSign(app, person, at);
      expect(view).toMatchObject({ kind: "refused", reason, heads: ["Margaret Ellis"] });
      expect(JSON.stringify(view)).not.toContain("Plans read");
    }
    await expect(viewSign(app, place.officer, at)).rejects.toMatchObject({ code: "forbidden" });
    await expect(viewSign(app, place.outsider, at)).rejects.toMatchObject({ code: "not-found" });
  });

  test("shows what signing then freezes", async () => {
    const place = await aSigningSchool();
    await place.ready();
    const page = await viewSign(place.app, place.head, place.at);
    if (page.kind !== "sign") throw new Error("expected the sign page");
    await place.sign();
    const [copy] = await place.copies();
    const frozen = parseSnapshot(copy?.snapshot ?? "");
    expect({ ...page.snapshot, reference: frozen.reference }).toEqual(frozen);
  });
});
