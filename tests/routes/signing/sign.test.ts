import { describe, expect, it } from "vitest";
import { action as amend } from "~/routes/schools.$urn.self-reviews.$id.amend";
import { action as checked, loader as check } from "~/routes/schools.$urn.self-reviews.$id.check";
import { loader as draft } from "~/routes/schools.$urn.self-reviews.$id.check_.draft[.]pdf";
import {
  action as governs,
  loader as governor,
} from "~/routes/schools.$urn.self-reviews.$id.governor";
import {
  action as recall,
  loader as recallPage,
} from "~/routes/schools.$urn.self-reviews.$id.recall";
import { action as sign, loader as signPage } from "~/routes/schools.$urn.self-reviews.$id.sign";
import { loader as confirmation } from "~/routes/schools.$urn.self-reviews.$id.signed.$number._index";
import { loader as pdf } from "~/routes/schools.$urn.self-reviews.$id.signed.$number.pdf";
import { PASSWORD, aRequest } from "~tests/support/accounts";
import { without } from "~tests/integration/signing/signing-school";
import { askRoute, type Answer } from "../auth/ask-route";
import { signingRoutes } from "./signing-routes";

const SIGNED = { declared: "yes", password: PASSWORD };

/** The version that the page would send back. */
function seenOn(answer: Answer): string {
  const { view } = answer.data as { view: { seen: number } };
  return String(view.seen);
}

describe("check", () => {
  it("asks to sign in first", async () => {
    const { app, path, params } = await signingRoutes();
    const answer = await askRoute(check, app, { request: aRequest(path), params });
    expect(answer.status).toBe(302);
  });

  it("says what is left with 422 when marking as ready is tried all the same", async () => {
    const { get, post, senco } = await signingRoutes({ answers: without("A2") });
    expect(await get(check, senco)).toMatchObject({
      status: 200,
      data: { view: { problems: [{ answerKey: "A2" }] } },
    });
    expect(await post(checked, senco, { intent: "ready" })).toMatchObject({ status: 422 });
  });

  it("marks as ready and takes back", async () => {
    const { post, senco, stateNow } = await signingRoutes();
    expect((await post(checked, senco, { intent: "ready" })).status).toBe(302);
    expect(await stateNow()).toBe("ready-to-sign");
    expect((await post(checked, senco, { intent: "take-back" })).status).toBe(302);
    expect(await stateNow()).toBe("in-progress");
  });

  it("gives a draft as a PDF that nobody keeps", async () => {
    const { get, senco } = await signingRoutes();
    const answer = await get(draft, senco);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(Number(answer.headers.get("Content-Length"))).toBeGreaterThan(10_000);
  });

  it("is not found by another school's people, nor for a governor's eyes", async () => {
    const { get, outsider, governor: joan } = await signingRoutes();
    expect((await get(check, outsider)).status).toBe(404);
    expect((await get(check, joan)).status).toBe(403);
  });
});

describe("sign", () => {
  it("signs and leads to the copy; the same form sent again leads there too", async () => {
    const { get, post, head, path, ready } = await signingRoutes();
    await ready();
    const seen = seenOn(await get(signPage, head));
    for (let press = 1; press <= 2; press += 1) {
      const answer = await post(sign, head, { ...SIGNED, seen });
      expect(answer.status).toBe(302);
      expect(answer.headers.get("Location")).toBe(`${path}/signed/1`);
    }
    expect((await get(signPage, head)).headers.get("Location")).toBe(`${path}/signed/1`);
  });

  it("says at the fields what is missing, both at once", async () => {
    const { get, post, head, ready, copies } = await signingRoutes();
    await ready();
    const seen = seenOn(await get(signPage, head));
    expect(await post(sign, head, { seen })).toMatchObject({
      status: 422,
      data: {
        errors: {
          declared: "Tick the box to make the declaration",
          password: "Enter your password",
        },
      },
    });
    expect(await copies()).toEqual([]);
  });

  it("never gives a wrong password back", async () => {
    const { get, post, head, ready } = await signingRoutes();
    await ready();
    const seen = seenOn(await get(signPage, head));
    const answer = await post(sign, head, { declared: "yes", password: "a secret slip", seen });
    expect(answer).toMatchObject({
      status: 422,
      data: { errors: { password: "That password does not match. Check it and try again" } },
    });
    expect(JSON.stringify(answer.data)).not.toContain("a secret slip");
  });

  it("answers too many tries with 429 and when to try again", async () => {
    const { get, post, head, ready } = await signingRoutes();
    await ready();
    const seen = seenOn(await get(signPage, head));
    const form = { declared: "yes", password: "wrong", seen };
    let answer = await post(sign, head, form);
    for (let tries = 0; tries < 30 && answer.status === 422; tries += 1) {
      answer = await post(sign, head, form);
    }
    expect(answer.status).toBe(429);
    expect(answer.headers.get("Retry-After")).toBe("600");
  });

  it("signs nothing from a form that was tampered with or out of date", async () => {
    const { post, head, ready, copies } = await signingRoutes();
    await ready();
    for (const seen of ["", "1", "x"]) {
      expect((await post(sign, head, { ...SIGNED, seen })).status).toBe(409);
    }
    expect(await copies()).toEqual([]);
  });

  it("answers each role: a page for the head, 403 in the school, 404 outside", async () => {
    const place = await signingRoutes();
    const { get, post, ready } = place;
    await ready();
    const wanted = [
      { as: place.head, status: 200 },
      { as: place.senco, status: 403 },
      { as: place.colleague, status: 403 },
      { as: place.governor, status: 403 },
      { as: place.officer, status: 403 },
      { as: place.outsider, status: 404 },
    ];
    for (const { as, status } of wanted) expect((await get(signPage, as)).status).toBe(status);
    for (const { as, status } of wanted.slice(1)) {
      expect((await post(sign, as, { ...SIGNED, seen: "2" })).status).toBe(status);
    }
    expect(await place.copies()).toEqual([]);
  });

  it("is not ready while the answers are open, and closed when the round is", async () => {
    const { get, post, head, ready, closeRound } = await signingRoutes();
    expect((await get(signPage, head)).status).toBe(409);
    await ready();
    await closeRound();
    expect((await get(signPage, head)).status).toBe(409);
    expect((await post(sign, head, { ...SIGNED, seen: "2" })).status).toBe(403);
  });
});

describe("after signing", () => {
  it("shows the copy to the school and its governors, and a PDF only once it is made", async () => {
    const { get, senco, governor: joan, outsider, readyAndSign } = await signingRoutes();
    await readyAndSign();
    for (const as of [senco, joan]) {
      expect(await get(confirmation, as, { number: "1" })).toMatchObject({
        status: 200,
        data: { view: { number: 1, document: { state: "pending" } } },
      });
    }
    expect((await get(pdf, senco, { number: "1" })).status).toBe(404);
    for (const number of ["2", "0", "-1", "1e3", "abc"]) {
      expect((await get(confirmation, senco, { number })).status).toBe(404);
    }
    expect((await get(confirmation, outsider, { number: "1" })).status).toBe(404);
  });

  it("lets a governor sign, or say why not, with the words given back when they are missing", async () => {
    const place = await signingRoutes({ round: { governorSigns: true } });
    const { get, post, governor: joan, path, readyAndSign } = place;
    await readyAndSign();
    expect((await get(governor, joan)).status).toBe(200);
    expect(await post(governs, joan, { intent: "decline", reason: " " })).toMatchObject({
      status: 422,
      data: { errors: { decline: "Say what should be looked at again" }, typed: { decline: " " } },
    });
    expect(await post(governs, joan, { intent: "countersign" })).toMatchObject({ status: 422 });
    for (let press = 1; press <= 2; press += 1) {
      const answer = await post(governs, joan, { intent: "countersign", ...SIGNED });
      expect(answer.status).toBe(302);
      expect(answer.headers.get("Location")).toBe(`${path}/signed/1`);
    }
    expect(await place.jobs()).toHaveLength(1);
  });

  it("calls back for the head alone, and opens for changes only with a reason", async () => {
    const { get, post, head, senco, readyAndSign, stateNow } = await signingRoutes();
    await readyAndSign();
    expect((await get(recallPage, senco)).status).toBe(403);
    expect((await post(recall, senco, {})).status).toBe(403);
    const long = "x".repeat(501);
    expect(await post(amend, head, { reason: long })).toMatchObject({
      status: 422,
      data: { typed: long },
    });
    expect((await post(recall, head, {})).status).toBe(302);
    expect(await stateNow()).toBe("in-progress");
    expect((await post(recall, head, {})).status).toBe(403);
  });
});
