import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { action as bothViews } from "~/routes/visits.$visit.record.both-views";
import { action as combine, loader as combined } from "~/routes/visits.$visit.combine";
import { action as followUp } from "~/routes/visits.$visit.follow-up";
import { action as record, loader as readRecord } from "~/routes/visits.$visit.record._index";
import { loader as pdf } from "~/routes/visits.$visit.record.pdf";
import { action as views } from "~/routes/visits.$visit.views";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aModeratedSchool } from "../../integration/services/visits/a-moderated-school";
import { askRoute } from "../auth/ask-route";

type Route = Parameters<typeof askRoute>[0];

async function aSchool() {
  const world = await aModeratedSchool();
  const { app, visitId } = world;
  const params = { visit: visitId };
  const send = async (route: Route, by: Actor, fields: Record<string, string>) => {
    const cookie = await aSession(app, by.userId);
    return askRoute(route, app, { request: aPost(`/visits/${visitId}`, fields, cookie), params });
  };
  const ask = async (route: Route, by: Actor) => {
    const cookie = await aSession(app, by.userId);
    return askRoute(route, app, { request: aRequest(`/visits/${visitId}`, cookie), params });
  };
  return { ...world, send, ask };
}

describe("the forms of views and combining", () => {
  it("keep what is typed, and tell what is missing at its field, with everything given back", async () => {
    const { lead, send } = await aSchool();
    const typed = { act: "give", "C.view": "further-on", "C.reason": "", "C1.view": "about-there" };
    expect(await send(views, lead.actor, typed)).toMatchObject({
      status: 422,
      data: {
        errors: { "C.reason": "C: say why the agreed view differs from the school’s" },
        typed: { C: { view: "further-on", reason: "" } },
      },
    });
    const kept = await send(views, lead.actor, { act: "save", "C.view": "about-there" });
    expect(kept.headers.get("Location")).toContain("/views?saved=yes");
  });

  it("give both texts back where both reviewers changed one box", async () => {
    const { lead, second, giveViews, send } = await aSchool();
    await giveViews(lead.actor);
    await giveViews(second.actor);
    const view = (now: string) => ({ act: "save", "was.C.view": "", "C.view": now });
    const saved = await send(combine, second.actor, view("about-there"));
    expect(saved.status).toBe(302);
    expect(await send(combine, lead.actor, view("not-looked-at"))).toMatchObject({
      status: 409,
      data: {
        typed: { "C.view": "not-looked-at" },
        clashes: [{ field: "C.view", stands: "about-there" }],
      },
    });
  });

  it("are the reviewers' alone", async () => {
    const { head, ask, send } = await aSchool();
    expect((await ask(combined, head)).status).toBe(403);
    expect((await send(combine, head, { act: "save" })).status).toBe(403);
    expect((await send(views, head, { act: "save" })).status).toBe(403);
  });
});

describe("the record's forms", () => {
  it("answer each person by who they are and where the visit stands", async () => {
    const { lead, head, notes, toDrafted, ask, send } = await aSchool();
    await toDrafted(notes);
    expect((await ask(readRecord, head)).status).toBe(403);
    expect((await ask(readRecord, lead.actor)).status).toBe(200);
    const sent = await send(record, lead.actor, { form: "write", act: "send" });
    expect(sent.headers.get("Location")).toContain("done=sent");
    const empty = await send(record, head, { form: "answer", act: "send-back" });
    expect(empty).toMatchObject({
      status: 422,
      data: { sent: { errors: [{ name: "corrections" }] } },
    });
    const corrections = { "was.corrections": "", corrections: "We have two halls." };
    const wrong = { form: "answer", act: "send-back", ...corrections };
    const back = await send(record, head, wrong);
    expect(back.headers.get("Location")).toMatch(/^\/visits\/[^/]+\?done=sent-back$/);
    await send(record, lead.actor, { form: "write", act: "send" });
    const agreed = await send(record, head, { form: "answer", act: "agree" });
    expect(agreed.headers.get("Location")).toContain("done=agreed");
  });

  it("ask a signer for the box and for a proof, and never take a turn out of order", async () => {
    const { lead, second, notes, toAgreed, whole, send } = await aSchool();
    await toAgreed(notes);
    const seen = (await whole(second.actor)).agreed?.sha256 ?? "";
    const unticked = await send(record, second.actor, { form: "sign", seen });
    expect(unticked).toMatchObject({
      status: 422,
      data: { signing: { errors: { declared: expect.any(String) as unknown } } },
    });
    const early = await send(record, lead.actor, { form: "sign", seen, declared: "yes" });
    expect(early.status).toBe(409);
  });

  it("tell what is still missing before it closes with both views", async () => {
    const { lead, notes, toAgreed, send } = await aSchool();
    await toAgreed(notes);
    const typed = { act: "close", "was.view": "", view: "We see it so." };
    expect(await send(bothViews, lead.actor, typed)).toMatchObject({
      status: 422,
      data: { errors: [{ name: "otherView" }, { name: "thirdPerson" }] },
    });
  });

  it("give a draft of the PDF to those who read the record, and nobody a follow-up before it closes", async () => {
    const { lead, head, notes, toAgreed, ask, send } = await aSchool();
    await toAgreed(notes);
    const file = await ask(pdf, head);
    expect(file.headers.get("Content-Disposition")).toContain("draft-record-");
    expect((await send(followUp, head, { says: "rating", rating: "4", version: "0" })).status).toBe(
      409,
    );
    expect((await send(followUp, lead.actor, { says: "rating" })).status).toBe(403);
  });
});
