import { describe, expect, test } from "vitest";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { openReturn } from "~/services/returns/open-return.server";
import { amendResponse, recallResponse } from "~/services/signing/change-signed.server";
import { countersign, declineToSign, noteMinute } from "~/services/signing/governor.server";
import { viewConfirmation } from "~/services/signing/view-confirmation.server";
import { viewGovernor } from "~/services/signing/view-governor.server";
import { auditEntries, documents } from "~db/schema";
import { toSave } from "../answering/answering-school";
import { aSigningSchool, type SigningSchool } from "./signing-school";

const awaitsGovernor = { round: { governorSigns: true } };

const open = (place: SigningSchool) =>
  openReturn(place.app, place.officer, {
    key: place.owner.key,
    responseId: place.response.id,
  });

describe("where the round asks the governor", () => {
  test("the head's signature waits: no PDF is asked for, and the officer reads nothing yet", async () => {
    const place = await aSigningSchool(awaitsGovernor);
    await place.readyAndSign();
    expect(await place.stateNow()).toBe("awaiting-governor");
    expect(await place.jobs()).toEqual([]);
    await expect(open(place)).rejects.toMatchObject({ code: "not-found" });
  });

  test("the governor's signature is the last: the copy stands and the PDF is asked for once", async () => {
    const place = await aSigningSchool(awaitsGovernor);
    const { app, governor, at, proof } = place;
    await place.readyAndSign();
    const signed = await countersign(app, governor, { ...at, declared: true, proof });
    expect(signed).toEqual({ ok: true, value: { number: 1 } });
    expect(await place.stateNow()).toBe("submitted");
    expect(await place.copies()).toMatchObject([{ number: 1, state: "standing" }]);
    expect(await app.db.read.select().from(documents)).toMatchObject([{ state: "pending" }]);
    expect(await place.jobs()).toMatchObject([{ kind: "make-document" }]);
    const again = countersign(app, governor, { ...at, declared: true, proof });
    await expect(again).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a governor's wrong password writes nothing", async () => {
    const place = await aSigningSchool(awaitsGovernor);
    await place.readyAndSign();
    const proof = { password: "not it at all", address: "192.0.2.1" };
    const input = { ...place.at, declared: true, proof };
    const outcome = await countersign(place.app, place.governor, input);
    expect(outcome).toMatchObject({ ok: false, problem: { code: "wrong" } });
    expect(await place.stateNow()).toBe("awaiting-governor");
  });

  test("a governor who declines sets the copy aside, and the answers change again", async () => {
    const place = await aSigningSchool(awaitsGovernor);
    const { app, governor, senco, at } = place;
    await place.readyAndSign();
    const reason = "Look at A3 again.";
    expect(await declineToSign(app, governor, { ...at, reason: " " })).toMatchObject({
      problem: { code: "reason-missing" },
    });
    expect((await declineToSign(app, governor, { ...at, reason })).ok).toBe(true);
    expect(await place.stateNow()).toBe("in-progress");
    const view = await viewConfirmation(app, senco, { ...at, number: 1 });
    expect(view).toMatchObject({ state: "set-aside", document: { state: "none" } });
    expect(view.signatures.at(-1)).toMatchObject({ kind: "declined", reason });
    const save = toSave({ key: "A3", base: 1, content: { level: "2" } });
    expect((await saveAnswer(app, senco, { ...at, ...save })).kind).toBe("saved");
    expect(await place.readyAndSign()).toEqual({ ok: true, value: { number: 2 } });
  });

  test("a head who is a governor too may not give the second signature", async () => {
    const place = await aSigningSchool(awaitsGovernor);
    const { app, at, proof } = place;
    await place.readyAndSign();
    const both = await place.headAsGovernor();
    const attempt = countersign(app, both, { ...at, declared: true, proof });
    await expect(attempt).rejects.toMatchObject({
      code: "forbidden",
      details: { reason: "signed-by-the-same-person" },
    });
    expect(await viewGovernor(app, both, at)).toMatchObject({
      kind: "awaited",
      maySign: false,
      mayNoteMinute: true,
    });
  });

  test("a minute noted by the school takes the place of the signature", async () => {
    const place = await aSigningSchool(awaitsGovernor);
    await place.readyAndSign();
    const minute = "Full governing body, 3 December 2026";
    const noted = await noteMinute(place.app, place.senco, { ...place.at, minute });
    expect(noted).toEqual({ ok: true, value: { number: 1 } });
    expect(await place.jobs()).toHaveLength(1);
  });

  test("the governor reads the copy; a colleague is told who signs; an officer is refused", async () => {
    const place = await aSigningSchool(awaitsGovernor);
    const { app, at } = place;
    await place.readyAndSign();
    expect(await viewGovernor(app, place.governor, at)).toMatchObject({
      kind: "awaited",
      maySign: true,
      mayNoteMinute: false,
      signedBy: { name: "Margaret Ellis" },
    });
    expect(await viewGovernor(app, place.colleague, at)).toMatchObject({
      kind: "refused",
      reason: "needs-governor",
    });
    await expect(viewGovernor(app, place.officer, at)).rejects.toMatchObject({ code: "forbidden" });
    await expect(viewGovernor(app, place.outsider, at)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("calling back", () => {
  test("sets the copy aside until an officer has opened it", async () => {
    const place = await aSigningSchool();
    await place.readyAndSign();
    await recallResponse(place.app, place.head, place.at);
    expect(await place.stateNow()).toBe("in-progress");
    expect(await place.copies()).toMatchObject([{ number: 1, state: "set-aside" }]);
    const { seenBy } = await viewConfirmation(place.app, place.senco, { ...place.at, number: 1 });
    expect(seenBy).toContain(`Officers of ${place.owner.name} do not read it.`);
    await expect(open(place)).rejects.toMatchObject({ code: "not-found" });
  });

  test("is refused once an officer has opened it, which is noted once and audited once", async () => {
    const place = await aSigningSchool();
    await place.readyAndSign();
    const view = await open(place);
    expect(view.snapshot.school.name).toBe(place.school.name);
    expect(view.seenBy).toContain(`Officers of ${place.owner.name} read it.`);
    await open(place);
    const recall = recallResponse(place.app, place.head, place.at);
    await expect(recall).rejects.toMatchObject({ details: { reason: "opened-by-officer" } });
    const entries = await place.app.db.read.select().from(auditEntries);
    expect(entries.filter(({ event }) => event === "submission.opened")).toHaveLength(1);
  });

  test("may be done to a second copy that nobody opened, and the first then stands again", async () => {
    const place = await aSigningSchool();
    const { app, head, at } = place;
    await place.readyAndSign();
    await open(place);
    await amendResponse(app, head, { ...at, reason: "A1 has moved on." });
    await place.readyAndSign();
    await recallResponse(app, head, at);
    expect(await place.copies()).toMatchObject([
      { number: 1, state: "standing", supersededById: null },
      { number: 2, state: "set-aside" },
    ]);
  });

  test("is the head's alone", async () => {
    const place = await aSigningSchool();
    await place.readyAndSign();
    const recall = recallResponse(place.app, place.senco, place.at);
    await expect(recall).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("opening for changes", () => {
  test("asks for a reason", async () => {
    const place = await aSigningSchool();
    await place.readyAndSign();
    const outcome = await amendResponse(place.app, place.head, { ...place.at, reason: "" });
    expect(outcome).toEqual({ ok: false, problem: { code: "reason-missing" } });
    expect(await place.stateNow()).toBe("submitted");
  });

  test("keeps the first copy standing until the second is signed and takes its place", async () => {
    const place = await aSigningSchool();
    const { app, head, senco, at } = place;
    await place.readyAndSign();
    await amendResponse(app, head, { ...at, reason: "A3 has moved on." });
    expect((await open(place)).snapshot.number).toBe(1);
    await saveAnswer(app, senco, {
      ...at,
      ...toSave({ key: "A3", base: 1, content: { level: "2" } }),
    });
    expect(await place.readyAndSign()).toEqual({ ok: true, value: { number: 2 } });
    const [first, second] = await place.copies();
    expect(first?.supersededById).toBe(second?.id);
    const { snapshot } = await open(place);
    expect(snapshot).toMatchObject({ number: 2, changes: { furtherOn: ["A3"], back: [] } });
    const old = await viewConfirmation(app, senco, { ...at, number: 1 });
    expect(old).toMatchObject({ superseded: true, mayRecall: false, mayAmend: false });
    expect(old.seenBy).toContain(`Officers of ${place.owner.name} read it.`);
  });

  test("is refused in a closed round", async () => {
    const place = await aSigningSchool();
    await place.readyAndSign();
    await place.closeRound();
    const attempt = amendResponse(place.app, place.head, { ...place.at, reason: "Late" });
    await expect(attempt).rejects.toMatchObject({ details: { reason: "round-closed" } });
  });
});
