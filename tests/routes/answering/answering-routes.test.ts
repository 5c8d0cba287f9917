import { describe, expect, it } from "vitest";
import type { ReturnedAnswer } from "~/components/answering/open-answers";
import type { MissingAnswer } from "~/components/answering/missing-answers";
import type { Actor } from "~/domain/policy/actor";
import { EMPTY_ANSWER } from "~/domain/response/answer";
import { loader as homeLoader } from "~/routes/schools.$urn._index";
import {
  action as saveOnePage,
  loader as listLoader,
} from "~/routes/schools.$urn.self-reviews.$id._index";
import { action as autosave } from "~/routes/schools.$urn.self-reviews.$id.answers._index";
import {
  action as saveFull,
  loader as fullLoader,
} from "~/routes/schools.$urn.self-reviews.$id.sections.$section._index";
import {
  action as saveLevels,
  loader as levelsLoader,
} from "~/routes/schools.$urn.self-reviews.$id.sections.$section.levels";
import {
  action as confirmStart,
  loader as startLoader,
} from "~/routes/schools.$urn.self-reviews.$id.start";
import { listKeptForms } from "~/services/account/kept-forms.server";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { answers, rounds } from "~db/schema";
import {
  anAnsweringSchool,
  toSave,
  type AnsweringSchool,
} from "~tests/integration/answering/answering-school";
import { aContext, aPost, aRequest, aSession } from "~tests/support/accounts";
import { askRoute } from "../auth/ask-route";

type Who = { by?: Actor; urn?: string; id?: string; section?: string };

function paramsOf({ at }: AnsweringSchool, { urn, id, section = "A" }: Who) {
  return { urn: urn ?? at.urn, id: id ?? at.responseId, section };
}

async function get(loader: Parameters<typeof askRoute>[0], place: AnsweringSchool, who: Who = {}) {
  const cookie = await aSession(place.app, (who.by ?? place.senco).userId);
  const request = aRequest("/schools/x", cookie);
  return askRoute(loader, place.app, { request, params: paramsOf(place, who) });
}

type Fields = Record<string, string>;

async function post(
  action: Parameters<typeof askRoute>[0],
  place: AnsweringSchool,
  { fields, ...who }: Who & { fields: Fields },
) {
  const cookie = await aSession(place.app, (who.by ?? place.senco).userId);
  const request = aPost("/schools/x", fields, cookie);
  return askRoute(action, place.app, { request, params: paramsOf(place, who) });
}

/** Sends JSON to the autosave address and reads its JSON. */
async function send(place: AnsweringSchool, body: unknown, who: Who = {}) {
  const cookie = who.by === undefined ? await aSession(place.app, place.senco.userId) : "";
  const theirs = who.by ? await aSession(place.app, who.by.userId) : cookie;
  const request = aRequest("/schools/x", theirs, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const args = { request, context: aContext(place.app), params: paramsOf(place, who) };
  const response = await autosave(args).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  const reply: unknown = await response.json();
  return { status: response.status, reply };
}

const aSave = (over: Parameters<typeof toSave>[0] = {}) => {
  const save = toSave(over);
  return { ...save, saveId: `${save.saveId}-long-enough` };
};

const standing = ({ app }: AnsweringSchool) => app.db.read.select().from(answers);

const closeRound = ({ app }: AnsweringSchool) =>
  app.db.transact(async (tx) => {
    await tx.update(rounds).set({ closedAt: app.clock.now() });
  });

describe("autosave", () => {
  it("answers with the save and the server's time", async () => {
    const { status, reply } = await send(await anAnsweringSchool(), aSave());
    expect(status).toBe(200);
    expect(reply).toEqual({ kind: "saved", key: "A2", revision: 1, at: "10:00" });
  });

  it("answers a repeated save id with the first result", async () => {
    const place = await anAnsweringSchool();
    const save = aSave();
    await send(place, save);
    expect((await send(place, save)).reply).toMatchObject({ kind: "saved", revision: 1 });
    expect(await standing(place)).toHaveLength(1);
  });

  it("tells of two versions with both sides kept", async () => {
    const place = await anAnsweringSchool();
    const { app, at, colleague } = place;
    await saveAnswer(app, colleague, { ...at, ...toSave({ content: { commentary: "Tom's" } }) });
    const { status, reply } = await send(place, aSave({ content: { commentary: "Mine" } }));
    expect(status).toBe(409);
    expect(reply).toMatchObject({
      kind: "conflict",
      theirs: { byName: "Tom Okafor", when: "today at 10:00", revision: 1 },
    });
  });

  it.each([
    ["a wrong level", { content: { level: "9" } }, "wrong-option"],
    ["words that are too long", { content: { commentary: "a".repeat(4001) } }, "too-long"],
    ["a pupil number", { content: { commentary: "See H801200001001." } }, "upn"],
    ["what may be a child's name", { content: { commentary: "Jamie in Year 4" } }, "names"],
  ])("refuses %s at its box", async (_, over, code) => {
    const place = await anAnsweringSchool();
    const { status, reply } = await send(place, aSave(over));
    expect(status).toBe(422);
    expect(reply).toMatchObject({ kind: "refused", refusal: { code, final: false } });
    expect(await standing(place)).toEqual([]);
  });

  it.each([
    ["an unknown statement", "Z9"],
    ["a statement that does not apply", "B2"],
  ])("refuses %s for good", async (_, key) => {
    const { status, reply } = await send(await anAnsweringSchool(), aSave({ key }));
    expect(status).toBe(409);
    expect(reply).toMatchObject({ kind: "refused", refusal: { final: true } });
  });

  it("keeps a page of somebody else from saving under the name of who is signed in", async () => {
    const place = await anAnsweringSchool();
    const { status, reply } = await send(place, { ...aSave(), writer: place.colleague.userId });
    expect(status).toBe(401);
    expect(reply).toEqual({ code: "other-writer" });
    expect(await standing(place)).toEqual([]);
    const own = await send(place, { ...aSave(), writer: place.senco.userId });
    expect(own.status).toBe(200);
  });

  it("says that the round closed, and writes nothing", async () => {
    const place = await anAnsweringSchool();
    await closeRound(place);
    const { status, reply } = await send(place, aSave());
    expect(status).toBe(409);
    expect(reply).toMatchObject({ refusal: { code: "round-closed" } });
    expect(await standing(place)).toEqual([]);
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", {}],
    ["no base", { key: "A2" }],
  ])("refuses %s", async (_, body) => {
    expect((await send(await anAnsweringSchool(), body)).status).toBe(422);
  });

  it("asks to sign in, and is not found for another school's people", async () => {
    const place = await anAnsweringSchool();
    const { otherSchool, outsider } = place;
    expect((await send(place, aSave(), { by: outsider })).status).toBe(404);
    expect((await send(place, aSave(), { urn: otherSchool.urn })).status).toBe(404);
    const nobody = { ...outsider, userId: "nobody" };
    await expect(send(place, aSave(), { by: nobody })).rejects.toThrow();
  });
});

describe("the levels form without JavaScript", () => {
  it("saves every answer at once and comes back to the words", async () => {
    const place = await anAnsweringSchool();
    const fields = {
      "A2.base": "0",
      "A2.level": "3",
      "A3.base": "0",
      "A3.level": "4",
      then: "stay",
    };
    const answer = await post(saveLevels, place, { fields });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(/\/sections\/A\/levels\?saved=1#words$/);
    expect((await standing(place)).map(({ key, level }) => [key, level])).toEqual([
      ["A2", "3"],
      ["A3", "4"],
    ]);
  });

  it("puts words that stand elsewhere into their answer, saves the page and leads to the box", async () => {
    const place = await anAnsweringSchool();
    const fields = { "A2.commentary": "Mine", "A3.whereSeen": "Policy", use: "A2=From elsewhere" };
    const levels = await post(saveLevels, place, { fields });
    expect(levels.headers.get("Location")).toMatch(/\/levels\?saved=1#A2-commentary$/);
    expect((await standing(place)).map(({ key, commentary }) => [key, commentary])).toEqual([
      ["A2", "Mine\n\nFrom elsewhere"],
      ["A3", ""],
    ]);
    const again = { "A3.base": "1", "A3.whereSeen": "Policy", use: "A3=Elsewhere" };
    const full = await post(saveFull, place, { fields: again });
    expect(full.headers.get("Location")).toMatch(/\/sections\/A#A3-commentary$/);
  });

  it("puts text from an ended session back in its box until it is saved", async () => {
    const place = await anAnsweringSchool();
    const { app, senco } = place;
    const ended = await aSession(app, senco.userId);
    app.clock.advance({ hours: 13 });
    const typed = { "A2.base": "0", "A2.commentary": "Typed late" };
    const late = { request: aPost("/schools/x", typed, ended), params: paramsOf(place, {}) };
    expect((await askRoute(saveLevels, app, late)).status).toBe(303);
    const back = { kept: [{ key: "A2", content: { commentary: "Typed late" } }] };
    expect((await get(levelsLoader, place)).data).toMatchObject(back);
    expect((await get(fullLoader, place)).data).toMatchObject(back);
    expect((await get(levelsLoader, place, { by: place.colleague })).data).toMatchObject({
      kept: [],
    });
    await post(saveLevels, place, { fields: typed });
    expect((await get(levelsLoader, place)).data).toMatchObject({ kept: [] });
    expect(await listKeptForms(app, senco)).toEqual([]);
  });

  it("gives every word back beside what is wrong, and saves the rest", async () => {
    const place = await anAnsweringSchool();
    const typed = "See H801200001001, the rest is fine.";
    const fields = { "A2.commentary": typed, "A3.level": "2" };
    const answer = await post(saveLevels, place, { fields });
    expect(answer.status).toBe(422);
    const { returned } = answer.data as { returned: ReturnedAnswer[] };
    expect(returned).toMatchObject([
      { key: "A2", content: { commentary: typed }, refusal: { code: "upn", part: "commentary" } },
    ]);
    expect((await standing(place)).map(({ key }) => key)).toEqual(["A3"]);
  });

  it("shows two versions, and each way on does what it says", async () => {
    const place = await anAnsweringSchool();
    const { app, at, colleague } = place;
    const toms = toSave({ content: { commentary: "Tom's" } });
    await saveAnswer(app, colleague, { ...at, ...toms });
    const mine = { "A2.base": "0", "A2.commentary": "Mine" };
    const told = await post(saveLevels, place, { fields: mine });
    expect(told.status).toBe(409);
    expect(told.data).toMatchObject({
      returned: [{ theirs: { byName: "Tom Okafor", content: { commentary: "Tom's" } } }],
    });
    const both = await post(saveLevels, place, { fields: { ...mine, resolve: "A2=both" } });
    expect(both.data).toMatchObject({
      returned: [{ base: 1, content: { ...EMPTY_ANSWER, commentary: "Mine\n\nTom's" } }],
    });
    const theirs = await post(saveLevels, place, { fields: { ...mine, resolve: "A2=theirs" } });
    expect(theirs.status).toBe(302);
    expect((await standing(place))[0]).toMatchObject({ commentary: "Tom's", revision: 1 });
    const keep = { ...mine, "A2.theirs": "1", resolve: "A2=mine" };
    expect((await post(saveLevels, place, { fields: keep })).status).toBe(302);
    expect((await standing(place))[0]).toMatchObject({ commentary: "Mine", revision: 2 });
  });

  it("gives the text back when the round closed meanwhile", async () => {
    const place = await anAnsweringSchool();
    await closeRound(place);
    const answer = await post(saveLevels, place, { fields: { "A2.commentary": "Kept words" } });
    expect(answer.status).toBe(409);
    expect(answer.data).toMatchObject({ returned: [{ content: { commentary: "Kept words" } }] });
  });

  it("refuses a duty that is neither Yes, Partly nor No", async () => {
    const place = await anAnsweringSchool();
    const answer = await post(saveLevels, place, { fields: { "A1.duty": "maybe" } });
    expect(answer.status).toBe(422);
    expect(await standing(place)).toEqual([]);
  });

  it("sent twice is one save", async () => {
    const place = await anAnsweringSchool();
    const fields = { "A2.base": "0", "A2.level": "3" };
    await post(saveLevels, place, { fields });
    expect((await post(saveLevels, place, { fields })).status).toBe(302);
    expect((await standing(place))[0]).toMatchObject({ revision: 1 });
  });
});

describe("a form opened by somebody else, without JavaScript", () => {
  it.each([
    ["the full view", saveFull],
    ["the levels view", saveLevels],
    ["the one page", saveOnePage],
  ])("saves nothing from %s", async (_, save) => {
    const place = await anAnsweringSchool();
    const { userId } = place.colleague;
    const fields = { "A1.level": "2", "A1.commentary": "Tom's words", writer: userId };
    expect((await post(save, place, { fields })).status).toBe(409);
    expect(await standing(place)).toEqual([]);
  });
});

describe("completing a section", () => {
  it("says everything that is missing, with what was typed saved", async () => {
    const place = await anAnsweringSchool();
    const fields = { "A1.level": "2", "A2.level": "4", then: "complete" };
    const answer = await post(saveFull, place, { fields });
    expect(answer.status).toBe(422);
    const { missing } = answer.data as { missing: MissingAnswer[] };
    expect(missing.map(({ key, part }) => `${key} ${part}`)).toEqual([
      "A1 duty",
      "A2 commentary",
      "A3 level",
      "section:A level",
      "section:A commentary",
    ]);
    expect(await standing(place)).toHaveLength(2);
  });

  it("goes on to the next section once nothing is missing", async () => {
    const place = await anAnsweringSchool();
    const fields = {
      "A1.level": "2",
      "A1.duty": "yes",
      "A2.level": "2",
      "A3.level": "3",
      "section:A.level": "2",
      "section:A.commentary": "We walked the school.",
      then: "complete",
    };
    const answer = await post(saveFull, place, { fields });
    expect(answer.headers.get("Location")).toMatch(/\/sections\/B\/levels\?completed=A$/);
  });
});

describe("the start page", () => {
  const unconfirmed = { phases: null, types: null, confirmedAt: null };

  it("comes before the task list", async () => {
    const place = await anAnsweringSchool({ response: unconfirmed });
    const answer = await get(listLoader, place);
    expect(answer.headers.get("Location")).toMatch(/\/start$/);
  });

  it("gives back what was ticked when nothing says what the school is", async () => {
    const place = await anAnsweringSchool({ response: unconfirmed });
    const answer = await post(confirmStart, place, { fields: { phases: "P", version: "1" } });
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({
      typed: { phases: ["P"] },
      outcome: { kind: "problems", problems: [{ field: "types" }] },
    });
  });

  it("leads to the task list once confirmed", async () => {
    const place = await anAnsweringSchool({ response: unconfirmed });
    const fields = { phases: "P", types: "academy", version: "1" };
    const answer = await post(confirmStart, place, { fields });
    expect(answer.status).toBe(302);
    expect((await get(listLoader, place)).status).toBe(200);
  });
});

describe("pages of another school", () => {
  it("are not found, for its id and for its people", async () => {
    const place = await anAnsweringSchool();
    const { otherSchool, outsider } = place;
    for (const loader of [listLoader, startLoader, fullLoader, levelsLoader]) {
      expect((await get(loader, place)).status).toBe(200);
      expect((await get(loader, place, { by: outsider })).status).toBe(404);
      expect((await get(loader, place, { urn: otherSchool.urn })).status).toBe(404);
      expect((await get(loader, place, { id: "nothing" })).status).toBe(404);
    }
    expect((await get(fullLoader, place, { section: "Z" })).status).toBe(404);
    expect((await get(homeLoader, place)).status).toBe(200);
    expect((await get(homeLoader, place, { by: outsider })).status).toBe(404);
  });
});
