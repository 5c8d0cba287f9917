import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import {
  action as onReturn,
  loader as theReturn,
} from "~/routes/organisations.$key.returns.$id._index";
import { loader as toRead } from "~/routes/organisations.$key.to-read";
import {
  action as answer,
  loader as replies,
} from "~/routes/schools.$urn.self-reviews.$id.replies";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aSignedReturn } from "~tests/integration/services/replies/a-signed-return";
import { askRoute } from "../auth/ask-route";

type Handler = Parameters<typeof askRoute>[0];
type View = { questions: { id: string; state: string }[]; replies: { noticed: string }[] };

async function aReadReturn() {
  const place = await aSignedReturn();
  const { app, where, at, officer, senco } = place;
  const page = `/organisations/${where.key}/returns/${where.responseId}`;
  const params = { key: where.key, id: where.responseId };
  const atSchool = `/schools/${at.urn}/self-reviews/${at.responseId}/replies`;
  const schoolParams = { urn: at.urn, id: at.responseId };
  const cookie = (as: Actor) => aSession(app, as.userId);
  return {
    ...place,
    page,
    read: async (handler: Handler = theReturn, path = page, as = officer) =>
      askRoute(handler, app, { request: aRequest(path, await cookie(as)), params }),
    press: async (fields: Record<string, string>, as = officer) =>
      askRoute(onReturn, app, { request: aPost(page, fields, await cookie(as)), params }),
    atSchool: async (as = senco) =>
      askRoute(replies, app, {
        request: aRequest(atSchool, await cookie(as)),
        params: schoolParams,
      }),
    answer: async (fields: Record<string, string>, as = senco) =>
      askRoute(answer, app, {
        request: aPost(atSchool, fields, await cookie(as)),
        params: schoolParams,
      }),
  };
}

const ASK = { form: "ask", number: "1", item: "A1", text: "Which would you keep?" };
const REPLY = { form: "reply", number: "1", noticed: "It shows.", "was.noticed": "" };

describe("a question", () => {
  it("is asked where it is read, answered in place and shown to both", async () => {
    const place = await aReadReturn();
    expect((await place.press(ASK)).status).toBe(302);
    const { view } = (await place.atSchool()).data as { view: View };
    const [question] = view.questions;
    const fields = { question: question?.id ?? "", version: "1", text: "The number groups." };
    const answered = await place.answer(fields);
    expect(answered.status).toBe(302);
    expect(answered.headers.get("Location")).toContain(`#question-${question?.id ?? ""}`);
    const { first } = (await place.read()).data as { first: View };
    expect(first.questions).toMatchObject([{ state: "answered" }]);
  });

  it("gives what was typed back with 422", async () => {
    const place = await aReadReturn();
    const text = "What of A123456789012?";
    const refused = await place.press({ ...ASK, text });
    expect(refused).toMatchObject({ status: 422, data: { question: { typed: text } } });
    expect((await place.read()).data).toMatchObject({ first: { questions: [] } });
  });

  it("that changed meanwhile gives the answer back with 409", async () => {
    const place = await aReadReturn();
    await place.press(ASK);
    const { view } = (await place.atSchool()).data as { view: View };
    const question = view.questions[0]?.id ?? "";
    await place.answer({ question, version: "1", text: "First." });
    const late = await place.answer({ question, version: "1", text: "Second." }, place.head);
    expect(late).toMatchObject({ status: 409, data: { conflict: { typed: "Second." } } });
  });

  it("is read, not answered, by a governor", async () => {
    const place = await aReadReturn();
    await place.press(ASK);
    const read = await place.atSchool(place.governor);
    expect(read).toMatchObject({ status: 200, data: { view: { mayAnswer: false } } });
    const { view } = read.data as { view: View };
    const fields = { question: view.questions[0]?.id ?? "", version: "1", text: "I answer." };
    expect((await place.answer(fields, place.governor)).status).toBe(403);
  });
});

describe("a reply", () => {
  it("keeps a quoted sentence and what else was typed, then is sent", async () => {
    const place = await aReadReturn();
    const quoted = await place.press({ ...REPLY, wondered: "And now?", act: "quote:A1:0" });
    expect(quoted.headers.get("Location")).toBe(`${place.page}?quoted=A1#read-A1`);
    const { first } = (await place.read()).data as {
      first: { writing: { stands: { noticed: string; wondered: string } } };
    };
    const { noticed, wondered } = first.writing.stands;
    expect([noticed, wondered]).toEqual([
      "It shows.\nA1: “Plans read each half term.”\n",
      "And now?",
    ]);
    const sent = await place.press({ ...REPLY, noticed, "was.noticed": noticed, act: "send" });
    expect(sent.headers.get("Location")).toBe(`${place.page}?done=sent`);
    const { view } = (await place.atSchool(place.governor)).data as { view: View };
    expect(view.replies).toHaveLength(1);
  });

  it("kept by itself says where it stands and leaves the page as it is", async () => {
    const place = await aReadReturn();
    const kept = await place.press({ ...REPLY, auto: "1" });
    expect(kept).toMatchObject({ status: 200, data: { auto: { held: false } } });
  });

  it("that came second is given back with the first beside it", async () => {
    const place = await aReadReturn();
    await place.press({ ...REPLY, act: "send" });
    const late = await place.press({ ...REPLY, noticed: "Mine.", act: "send" }, place.otherOfficer);
    expect(late).toMatchObject({
      status: 409,
      data: { theirs: { noticed: "It shows." }, draft: { typed: { noticed: "Mine." } } },
    });
  });
});

describe("the queue", () => {
  it("holds a signed return until it is answered, with who opened it", async () => {
    const place = await aReadReturn();
    await place.read();
    const path = `/organisations/${place.where.key}/to-read`;
    const queued = await place.read(toRead, path, place.otherOfficer);
    expect(queued.data).toMatchObject({
      list: { found: 1, rows: [{ waiting: { days: 0 }, readers: [{ name: "Hannah Osei" }] }] },
    });
    await place.press({ ...REPLY, act: "send" });
    expect((await place.read(toRead, path)).data).toMatchObject({ list: { found: 0 } });
  });
});
