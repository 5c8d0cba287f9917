import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import {
  action as confirm,
  loader as preview,
} from "~/routes/organisations.$key.rounds.$round.confirmations.preview";
import {
  action as withdraw,
  loader as school,
} from "~/routes/organisations.$key.rounds.$round.confirmations.$urn._index";
import { loader as certificate } from "~/routes/organisations.$key.rounds.$round.confirmations.$urn.$confirmation.pdf";
import { loader as list } from "~/routes/organisations.$key.rounds.$round.confirmations._index";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aScheme } from "~tests/support/factories/schemes";
import { askRoute } from "../auth/ask-route";

type Handler = Parameters<typeof askRoute>[0];

/** The scheme with Oakfold's six points met and Rainham Park's five. */
async function aReadScheme() {
  const place = await aScheme();
  const { app, scheme, school: own, medway, officer } = place;
  const submissionId = await place.sign(own.responseId);
  const fiveOfSix = await place.sign(medway.responseId, { missing: ["F1"] });
  const base = `/organisations/nhs-weald/rounds/${scheme.id}/confirmations`;
  const params = { key: "nhs-weald", round: scheme.id, urn: own.urn };
  const get = async (loader: Handler, path = "", as: Actor = officer, more = {}) =>
    askRoute(loader, app, {
      request: aRequest(`${base}${path}`, await aSession(app, as.userId)),
      params: { ...params, ...more },
    });
  const post = async (
    action: Handler,
    path: string,
    fields: Record<string, string>,
    as = officer,
  ) =>
    askRoute(action, app, {
      request: aPost(`${base}${path}`, fields, await aSession(app, as.userId)),
      params,
    });
  return { ...place, base, submissionId, fiveOfSix, get, post, own };
}

const theOne = async ({ confirmations }: Awaited<ReturnType<typeof aReadScheme>>) => {
  const [one] = await confirmations();
  if (one === undefined) throw new Error("Nothing was confirmed");
  return one;
};

describe("the pages that confirm schools", () => {
  it("confirm the school that was looked at, and give its certificate", async () => {
    const place = await aReadScheme();
    const { own, submissionId, get, post, base } = place;
    expect((await get(preview, `/preview?school=${own.urn}`)).status).toBe(200);
    const done = await post(confirm, "/preview", { confirm: `${own.urn} ${submissionId}` });
    expect(done.headers.get("Location")).toBe(`${base}?confirmed=1&left=0`);
    const { id } = await theOne(place);
    await place.seal(id);
    const file = await get(certificate, `/${own.urn}/${id}/pdf`, place.officer, {
      confirmation: id,
    });
    expect(file.headers.get("Content-Type")).toBe("application/pdf");
  });

  it("leave a school whose copy moved on or whose points are not met, and say how many", async () => {
    const place = await aReadScheme();
    const { own, medway, submissionId, fiveOfSix, post, base } = place;
    await place.sign(own.responseId, { number: 2 });
    for (const confirmed of [`${own.urn} ${submissionId}`, `${medway.urn} ${fiveOfSix}`]) {
      const left = await post(confirm, "/preview", { confirm: confirmed });
      expect(left.headers.get("Location")).toBe(`${base}?confirmed=0&left=1`);
    }
    expect(await place.confirmations()).toEqual([]);
  });

  it("confirm nothing twice, and nothing from a form that says nothing we know", async () => {
    const place = await aReadScheme();
    const chosen = { confirm: `${place.own.urn} ${place.submissionId}` };
    await place.post(confirm, "/preview", chosen);
    await place.post(confirm, "/preview", chosen);
    await place.post(confirm, "/preview", { confirm: "every school" });
    expect(await place.confirmations()).toHaveLength(1);
  });

  it("withdraw with a reason, and ask for one at the field where there is none", async () => {
    const place = await aReadScheme();
    await place.post(confirm, "/preview", { confirm: `${place.own.urn} ${place.submissionId}` });
    const { id } = await theOne(place);
    const asked = { confirmation: id, reason: " " };
    expect((await place.post(withdraw, `/${place.own.urn}`, asked)).status).toBe(422);
    expect((await theOne(place)).state).toBe("standing");
    const why = { ...asked, reason: "The kit was out of date" };
    const done = await place.post(withdraw, `/${place.own.urn}`, why);
    expect(done.headers.get("Location")).toContain("withdrawn=1");
    expect((await theOne(place)).state).toBe("withdrawn");
  });

  it("are not there for the council, the school or its people", async () => {
    const place = await aReadScheme();
    const chosen = { confirm: `${place.own.urn} ${place.submissionId}` };
    for (const person of [place.councilOfficer, place.head, place.coordinator]) {
      for (const [loader, path] of [
        [list, ""],
        [preview, `/preview?school=${place.own.urn}`],
        [school, `/${place.own.urn}`],
      ] as const) {
        expect((await place.get(loader, path, person)).status).toBe(404);
      }
      expect((await place.post(confirm, "/preview", chosen, person)).status).toBe(404);
    }
    expect(await place.confirmations()).toEqual([]);
  });
});
