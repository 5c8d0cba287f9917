import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { action as press, loader as page } from "~/routes/visits.$visit.remove-details";
import { NAME } from "~tests/integration/services/personal-data/a-named-child";
import { aNamedVisit } from "~tests/integration/services/personal-data/a-named-visit";
import { anActor } from "~tests/support/factories/people";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { askRoute } from "../auth/ask-route";

async function removing() {
  const place = await aNamedVisit();
  const { app, visitId } = place;
  const params = { visit: visitId };
  const path = `/visits/${visitId}/remove-details`;
  return {
    ...place,
    path,
    open: async (as: Actor, query = "") => {
      const cookie = await aSession(app, as.userId);
      return askRoute(page, app, { request: aRequest(`${path}${query}`, cookie), params });
    },
    post: async (as: Actor, fields: Record<string, string>) => {
      const cookie = await aSession(app, as.userId);
      return askRoute(press, app, { request: aPost(path, fields, cookie), params });
    },
  };
}

const FOUND = { intent: "look", target: "words", words: NAME, scope: "visit" };

describe("the page that removes personal details from a visit", () => {
  it("shows what is to know, removes, and says what was done, without scripts", async () => {
    const place = await removing();
    const { head } = place;
    expect((await place.open(head)).data).toMatchObject({
      view: { kind: "form", scopes: ["visit", "school"] },
    });
    const found = await place.post(head, FOUND);
    expect(found.data).toMatchObject({
      error: null,
      preview: { telling: "what-you-read", places: [{ label: "The plan of a visit" }] },
    });
    const missing = await place.post(head, { ...FOUND, intent: "remove", note: "One pupil." });
    expect(missing).toMatchObject({
      status: 422,
      data: { error: { fieldId: "reason" }, typed: { words: NAME, note: "One pupil." } },
    });
    const removed = await place.post(head, { ...FOUND, intent: "remove", reason: "child" });
    const to = removed.headers.get("Location") ?? "";
    expect(to).toMatch(/remove-details\?done=/);
    expect(to).not.toContain("Jamie");
    const done = await place.open(head, new URL(to, "http://x").search);
    expect(done.data).toMatchObject({ removed: { telling: "what-you-read", backups: 0 } });
  });

  it("tells reviewers and the rest of the team who does it, and is not there for others", async () => {
    const place = await removing();
    for (const as of [place.lead.actor, place.coordinator]) {
      const shown = await place.open(as);
      expect(shown).toMatchObject({ status: 403, data: { view: { kind: "refused" } } });
      expect((await place.post(as, FOUND)).status).toBe(403);
    }
    const stranger = await anActor(place.app, { user: { name: "Somebody" }, grants: [] });
    expect((await place.open(stranger)).status).toBe(404);
    expect((await place.post(stranger, FOUND)).status).toBe(404);
  });
});
