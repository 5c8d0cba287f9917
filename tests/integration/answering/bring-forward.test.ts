import { describe, expect, test } from "vitest";
import { bringAnswers, viewBringForward } from "~/services/answering/bring-forward.server";
import { confirmRead, viewToConfirm } from "~/services/answering/confirm-read.server";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { viewTaskList } from "~/services/answering/view-task-list.server";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { answerReview, confirmReview } from "~tests/support/answered-review";
import { markReady } from "~/services/signing/mark-ready.server";
import { aReadySchool, sign, type ReadySchool } from "../services/signing/ready-school";
import { toSave } from "./answering-school";

/** A school that signed last year and is asked the same questionnaire this year. */
async function anAskedAgainSchool() {
  const place = await aReadySchool({ response: { state: "not-started" } });
  const { app, head, at, owner, school, version } = place;
  await confirmReview(app, head, at);
  await answerReview(app, head, at);
  await markReady(app, head, at);
  const signed = await sign(place);
  if (!signed.ok) throw new Error(JSON.stringify(signed.problem));
  app.clock.advance({ days: 5 });
  const asked = { organisationId: owner.id, versionId: version.id, title: "Summer review" };
  const round = await aRound(app, asked);
  const next = await aResponse(app, {
    ...{ schoolId: school.id, versionId: version.id, roundId: round.id, phases: null },
  });
  const again = { urn: school.urn, responseId: next.id };
  await confirmReview(app, place.head, again);
  return { ...place, again };
}

type AskedAgain = ReadySchool & { again: { urn: string; responseId: string } };
const keysOf = async ({ app, senco, again }: AskedAgain) =>
  (await viewToConfirm(app, senco, again)).sections.flatMap(({ answers }) => answers);

describe("answers of the copy signed last time", () => {
  test("are offered with where they come from, and come only when asked for", async () => {
    const place = await anAskedAgainSchool();
    const { offer } = await viewBringForward(place.app, place.senco, place.again);
    expect(offer).toMatchObject({ from: { title: "Autumn review", number: 1 }, asked: 0 });
    expect(offer?.count).toBeGreaterThan(0);
    expect(await keysOf(place)).toEqual([]);
  });

  test("arrive still to confirm, so that nothing is done by them", async () => {
    const place = await anAskedAgainSchool();
    const { app, senco, again } = place;
    const { brought } = await bringAnswers(app, senco, again);
    expect(brought).toBeGreaterThan(0);
    const list = await viewTaskList(app, senco, again);
    expect(list.sections.map(({ done }) => done).every((done) => done === 0)).toBe(true);
    expect(list.lastSigned).toEqual({ offer: null, toConfirm: brought });
    expect(await bringAnswers(app, senco, again)).toEqual({ brought: 0 });
  });

  test("leave alone what is answered here already", async () => {
    const place = await anAskedAgainSchool();
    const { app, senco, again } = place;
    await saveAnswer(app, senco, { ...again, ...toSave({ key: "A1", content: { level: "1" } }) });
    await bringAnswers(app, senco, again);
    expect((await keysOf(place)).map(({ key }) => key)).not.toContain("A1");
  });

  test("count once somebody has read a section again", async () => {
    const place = await anAskedAgainSchool();
    const { app, senco, again } = place;
    await bringAnswers(app, senco, again);
    const [first] = (await viewToConfirm(app, senco, again)).sections;
    const read = (first?.answers ?? []).map(({ key, revision }) => ({ key, revision }));
    expect(read.length).toBeGreaterThan(0);
    const outcome = await confirmRead(app, senco, { ...again, read });
    expect(outcome).toEqual({ confirmed: read.length, changed: [] });
    const list = await viewTaskList(app, senco, again);
    const section = list.sections.find(({ key }) => key === first?.key);
    expect(section?.done).toBe(section?.total);
  });

  test("that somebody changed while they were read stay to confirm", async () => {
    const place = await anAskedAgainSchool();
    const { app, senco, colleague, again } = place;
    await bringAnswers(app, senco, again);
    const [answer] = await keysOf(place);
    if (answer === undefined) throw new Error("Nothing was brought");
    const { key, revision, content } = answer;
    const changed = { ...content, commentary: "Changed by Tom." };
    await saveAnswer(app, colleague, {
      ...again,
      ...toSave({ key, base: revision, content: changed }),
    });
    const outcome = await confirmRead(app, senco, { ...again, read: [{ key, revision }] });
    expect(outcome).toEqual({ confirmed: 0, changed: [key] });
  });

  test("are nobody's to bring or to confirm who may not answer", async () => {
    const place = await anAskedAgainSchool();
    const { app, governor, officer, outsider, again } = place;
    for (const who of [governor, officer, outsider]) {
      await expect(bringAnswers(app, who, again)).rejects.toThrow();
      await expect(viewBringForward(app, who, again)).rejects.toThrow();
      await expect(viewToConfirm(app, who, again)).rejects.toThrow();
      await expect(confirmRead(app, who, { ...again, read: [] })).rejects.toThrow();
    }
  });

  test("of another school are never offered", async () => {
    const place = await anAskedAgainSchool();
    const { app, outsider, otherSchool, round, version } = place;
    const other = await aResponse(app, {
      ...{ schoolId: otherSchool.id, versionId: version.id, roundId: round.id },
    });
    const at = { urn: otherSchool.urn, responseId: other.id };
    expect((await viewBringForward(app, outsider, at)).offer).toBeNull();
  });
});
