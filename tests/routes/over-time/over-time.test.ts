import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { loader as file } from "~/routes/schools.$urn.self-reviews.$id.over-time[.]csv";
import { loader as page } from "~/routes/schools.$urn.self-reviews.$id.over-time";
import { markReady } from "~/services/signing/mark-ready.server";
import {
  aReadySchool,
  sign,
  type ReadySchool,
} from "~tests/integration/services/signing/ready-school";
import { aRequest, aSession } from "~tests/support/accounts";
import { answerReview, confirmReview } from "~tests/support/answered-review";
import { askRoute } from "../auth/ask-route";

async function ask(
  route: Parameters<typeof askRoute>[0],
  { app, at }: ReadySchool,
  by: Actor | null,
) {
  const cookie = by === null ? undefined : await aSession(app, by.userId);
  const params = { urn: at.urn, id: at.responseId };
  return askRoute(route, app, { request: aRequest("/x", cookie), params });
}

async function aSignedSchool() {
  const place = await aReadySchool({ response: { state: "not-started" } });
  const { app, head, at } = place;
  await confirmReview(app, head, at);
  await answerReview(app, head, at);
  await markReady(app, head, at);
  await sign(place);
  return place;
}

describe("the page of answers over time", () => {
  it("opens for the team and a governor, with what was signed", async () => {
    const place = await aSignedSchool();
    for (const by of [place.senco, place.governor]) {
      expect(JSON.stringify(await ask(page, place, by))).toContain('"title":"Autumn review"');
    }
  });

  it("downloads as a table that no browser keeps", async () => {
    const place = await aSignedSchool();
    const answer = await ask(file, place, place.senco);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  it("is 403 for the round's officers, 404 for others, and asks the rest to sign in", async () => {
    const place = await aSignedSchool();
    for (const route of [page, file]) {
      expect(await ask(route, place, place.manager)).toMatchObject({ status: 403 });
      expect(await ask(route, place, place.outsider)).toMatchObject({ status: 404 });
      expect(await ask(route, place, null)).toMatchObject({ status: 302 });
    }
  });
});
