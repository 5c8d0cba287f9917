import { describe, expect, it } from "vitest";
import {
  action as press,
  loader as page,
} from "~/routes/schools.$urn.self-reviews.$id.remove-details";
import {
  action as pressOfSchool,
  loader as schoolPage,
} from "~/routes/schools.$urn.remove-details";
import type { Actor } from "~/domain/policy/actor";
import { actions, removals, sessionTombstones } from "~db/schema";
import { aNamedChild, NAME } from "~tests/integration/services/personal-data/a-named-child";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { askRoute } from "../auth/ask-route";

async function removing() {
  const place = await aNamedChild();
  const { app, at } = place;
  const params = { urn: at.urn, id: at.responseId };
  const path = `/schools/${at.urn}/self-reviews/${at.responseId}/remove-details`;
  return {
    ...place,
    open: async (as: Actor, query = "") => {
      const cookie = await aSession(app, as.userId);
      return askRoute(page, app, { request: aRequest(`${path}${query}`, cookie), params });
    },
    post: async (as: Actor, fields: Record<string, string>, query = "") => {
      const cookie = await aSession(app, as.userId);
      return askRoute(press, app, { request: aPost(`${path}${query}`, fields, cookie), params });
    },
    path,
    params,
  };
}

const FOUND = { intent: "look", target: "words", words: NAME, scope: "review" };

describe("the pages that remove personal details", () => {
  it("show where the words are, then remove them, without scripts", async () => {
    const place = await removing();
    const first = await place.open(place.head, "?answer=A1");
    expect(first.data).toMatchObject({
      view: { kind: "form", here: "statement A1", scopes: ["here", "review", "school"] },
    });
    const found = await place.post(place.head, FOUND);
    expect(found.status).toBe(200);
    expect(found.data).toMatchObject({
      error: null,
      preview: {
        elsewhere: 0,
        places: [
          { label: "Statement A1", versions: 2, copies: [] },
          { label: "The action plan", versions: 0 },
        ],
      },
    });
    const removed = await place.post(place.head, { ...FOUND, intent: "remove", reason: "child" });
    expect(removed.status).toBe(302);
    const to = removed.headers.get("Location") ?? "";
    expect(to).toMatch(/remove-details\?done=/);
    expect(to.toLowerCase()).not.toContain("jamie");
    const done = await place.open(place.head, to.slice(to.indexOf("?")));
    expect(done.data).toMatchObject({ removed: { counts: { versions: 2, answers: 1 } } });
    expect(JSON.stringify(done.data)).not.toContain(NAME);
  });

  it("give everything back with the message at the field", async () => {
    const place = await removing();
    const short = await place.post(place.head, { ...FOUND, words: "J" });
    expect(short.status).toBe(422);
    expect(short.data).toMatchObject({ typed: { words: "J" }, error: { fieldId: "words" } });
    const noReason = await place.post(place.head, { ...FOUND, intent: "remove", note: "So." });
    expect(noReason.status).toBe(422);
    expect(noReason.data).toMatchObject({
      typed: { words: NAME, note: "So." },
      error: { fieldId: "reason" },
    });
    expect((noReason.data as { preview: unknown }).preview).not.toBeNull();
    const back = await place.post(place.head, { ...FOUND, intent: "change" });
    expect(back.data).toMatchObject({ preview: null, error: null, typed: { words: NAME } });
  });

  it("tell a colleague who does it, and say nothing to other schools", async () => {
    const place = await removing();
    const refused = await place.open(place.colleague);
    expect(refused.status).toBe(403);
    expect(refused.data).toMatchObject({
      view: { kind: "refused", heads: ["Margaret Ellis"], orCoordinator: true },
    });
    expect((await place.open(place.outsider)).status).toBe(404);
    expect((await place.open(place.officer)).status).toBe(403);
    expect((await place.post(place.colleague, FOUND)).status).toBe(403);
  });

  it("show a removal of another self-review to nobody", async () => {
    const place = await removing();
    expect((await place.open(place.head, "?done=nothing")).status).toBe(404);
  });

  it("are opened at an action, which lies in its self-review", async () => {
    const place = await removing();
    const { app, senco, at } = place;
    const [line] = await app.db.read.select().from(actions);
    const cookie = await aSession(app, senco.userId);
    const path = `/schools/${at.urn}/remove-details?action=${line?.id}`;
    const params = { urn: at.urn };
    const opened = await askRoute(schoolPage, app, { request: aRequest(path, cookie), params });
    expect(opened.data).toMatchObject({
      view: { here: "this action", scopes: ["here", "review"] },
    });
    const fields = { ...FOUND, scope: "here", intent: "remove", reason: "child" };
    const request = aPost(path, fields, cookie);
    expect((await askRoute(pressOfSchool, app, { request, params })).status).toBe(302);
    expect(await app.db.read.select().from(removals)).toMatchObject([{ scope: "here" }]);
  });

  it("keep no word of what was typed when the session has ended", async () => {
    const place = await removing();
    const { app, head, path, params } = place;
    const cookie = await aSession(app, head.userId);
    app.clock.advance({ hours: 13 });
    await askRoute(press, app, { request: aPost(path, FOUND, cookie), params });
    const kept = await app.db.read.select().from(sessionTombstones);
    expect(JSON.stringify(kept)).not.toContain(NAME);
  });
});
