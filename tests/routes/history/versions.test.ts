import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { action, loader } from "~/routes/schools.$urn.self-reviews.$id.answers.$key.versions";
import { saveAnswer } from "~/services/answering/save-answers.server";
import type { VersionsView } from "~/services/answering/views";
import { answerRevisions, answers, rounds } from "~db/schema";
import {
  anAnsweringSchool,
  toSave,
  type AnsweringSchool,
} from "~tests/integration/answering/answering-school";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { askRoute } from "../auth/ask-route";

type Over = { urn?: string; id?: string; key?: string; by?: Actor };

async function ask(place: AnsweringSchool, { urn, id, key = "A2", by }: Over, fields?: Fields) {
  const { app, at, senco } = place;
  const cookie = await aSession(app, (by ?? senco).userId);
  const params = { urn: urn ?? at.urn, id: id ?? at.responseId, key };
  const path = `/schools/${params.urn}/self-reviews/${params.id}/answers/${key}/versions`;
  return fields === undefined
    ? askRoute(loader, app, { request: aRequest(path, cookie), params })
    : askRoute(action, app, { request: aPost(path, fields, cookie), params });
}

type Fields = Record<string, string>;

/** A2 saved twice by Priya, in one sitting. */
async function aSchoolWithTwoSaves() {
  const place = await anAnsweringSchool();
  const { app, at, senco } = place;
  await saveAnswer(app, senco, {
    ...at,
    ...toSave({ content: { level: "2", commentary: "First words" } }),
  });
  await saveAnswer(app, senco, {
    ...at,
    ...toSave({ base: 1, content: { level: "3", commentary: "Later words" } }),
  });
  return place;
}

const closeRound = ({ app, round }: AnsweringSchool) =>
  app.db.transact(async (tx) => {
    await tx.update(rounds).set({ closedAt: app.clock.now() }).where(eq(rounds.id, round.id));
  });

const restoreFirst = { revision: "1", base: "2", saveId: "from-the-page-1" };
const countSaves = ({ app }: AnsweringSchool) => app.db.read.$count(answerRevisions);

describe("the page of earlier versions", () => {
  it("shows the saves of a sitting, newest first, with the standing one marked", async () => {
    const answer = await ask(await aSchoolWithTwoSaves(), {});
    const { view } = answer.data as { view: VersionsView };
    expect(answer.status).toBe(200);
    expect(view).toMatchObject({ title: "A2", sittings: [{ by: { name: "Priya Nair" } }] });
    const saves = view.sittings[0]?.saves.map(({ levelName, current }) => [levelName, current]);
    expect(saves).toEqual([
      ["Established", true],
      ["Developing", false],
    ]);
  });

  it("asks to sign in before anything else", async () => {
    const { app, at } = await anAnsweringSchool();
    const params = { urn: at.urn, id: at.responseId, key: "A2" };
    const request = aPost("/schools/1/self-reviews/2/answers/A2/versions", restoreFirst);
    const answer = await askRoute(action, app, { request, params });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toMatch(/^\/sign-in\?ended=1&next=/);
  });

  it("is not found under another school, for another school's people, or for an unknown answer", async () => {
    const place = await aSchoolWithTwoSaves();
    const { otherSchool, outsider } = place;
    const cases: Over[] = [
      { urn: otherSchool.urn },
      { urn: otherSchool.urn, by: outsider },
      { by: outsider },
      { id: "nothing" },
      { key: "Z9" },
    ];
    for (const over of cases) {
      expect((await ask(place, over)).status).toBe(404);
      expect((await ask(place, over, restoreFirst)).status).toBe(404);
    }
    expect(await countSaves(place)).toBe(2);
  });
});

describe("an officer", () => {
  it("of the round, who knows of it, may not read drafts or put them back", async () => {
    const place = await aSchoolWithTwoSaves();
    const by = place.officer;
    expect((await ask(place, { by })).status).toBe(403);
    expect((await ask(place, { by }, restoreFirst)).status).toBe(403);
    expect(await countSaves(place)).toBe(2);
  });
});

describe("putting a version back", () => {
  it("is a new save of the old words, and the page says so", async () => {
    const place = await aSchoolWithTwoSaves();
    const answer = await ask(place, {}, restoreFirst);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(/\/answers\/A2\/versions\?restored=1$/);
    const [standing] = await place.app.db.read.select().from(answers);
    expect(standing).toMatchObject({ level: "2", commentary: "First words", revision: 3 });
    expect(await countSaves(place)).toBe(3);
  });

  it("sent twice is one save", async () => {
    const place = await aSchoolWithTwoSaves();
    await ask(place, {}, restoreFirst);
    const again = await ask(place, {}, restoreFirst);
    expect(again.status).toBe(302);
    expect(await countSaves(place)).toBe(3);
  });

  it("tells of a colleague's save made meanwhile, and replaces nothing", async () => {
    const place = await aSchoolWithTwoSaves();
    const { app, at, colleague } = place;
    await saveAnswer(app, colleague, {
      ...at,
      ...toSave({ base: 2, content: { commentary: "Tom's words" } }),
    });
    const answer = await ask(place, {}, restoreFirst);
    expect(answer).toMatchObject({
      status: 409,
      data: { told: { kind: "conflict", byName: "Tom Okafor" } },
    });
    const [standing] = await app.db.read.select().from(answers);
    expect(standing).toMatchObject({ commentary: "Tom's words", revision: 3 });
  });

  it("is told why not when the answers were locked meanwhile", async () => {
    const place = await anAnsweringSchool();
    const { app, at, senco } = place;
    await saveAnswer(app, senco, { ...at, ...toSave({ content: { commentary: "First" } }) });
    await closeRound(place);
    const answer = await ask(place, {}, { ...restoreFirst, base: "1" });
    expect(answer).toMatchObject({ status: 409, data: { told: { kind: "refused" } } });
    expect(await countSaves(place)).toBe(1);
  });

  it("finds no version where the form was tampered with", async () => {
    const place = await aSchoolWithTwoSaves();
    for (const revision of ["", "0", "9", "1.5", "x"]) {
      expect((await ask(place, {}, { ...restoreFirst, revision })).status).toBe(404);
    }
    expect(await countSaves(place)).toBe(2);
  });

  it("meets a conflict where the form lost the save it builds on", async () => {
    const place = await aSchoolWithTwoSaves();
    const answer = await ask(place, {}, { revision: "1" });
    expect(answer.status).toBe(409);
    expect(await countSaves(place)).toBe(2);
  });
});
