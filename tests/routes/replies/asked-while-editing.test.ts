import { describe, expect, it } from "vitest";
import { amendResponse } from "~/services/signing/change-signed.server";
import { viewSection } from "~/services/answering/view-section.server";
import { aRequest, aSession } from "~tests/support/accounts";
import { aSignedReturn } from "~tests/integration/services/replies/a-signed-return";
import { anInProcessApp } from "../crawler/in-process-app";

/** A return that was asked about at A1 and as a whole, opened again by its school. */
async function anAmendedReturn() {
  const place = await aSignedReturn();
  await place.ask("Which would you keep?", { itemKey: "A1" });
  await place.ask("How was the term?", { itemKey: null });
  await amendResponse(place.app, place.head, { ...place.at, reason: "A3 was wrong" });
  const served = await anInProcessApp(place.app);
  const page = `/schools/${place.at.urn}/self-reviews/${place.at.responseId}/sections/A`;
  const open = async (path: string) => {
    const cookie = await aSession(place.app, place.senco.userId);
    return (await served.ask(aRequest(path, cookie))).text;
  };
  return { ...place, open, page };
}

/** The words of one statement's card, to the next. */
const cardOf = (html: string, key: string): string =>
  html.split('data-item="').find((part) => part.startsWith(`${key}"`)) ?? "";

describe("an officer's question while the school changes its self-review", () => {
  it("stands beside the statement it is on, with where to answer it, and beside no other", async () => {
    const { open, page, at } = await anAmendedReturn();
    const html = await open(page);
    expect(cardOf(html, "A1")).toContain("Which would you keep?");
    expect(cardOf(html, "A1")).toContain(
      `/schools/${at.urn}/self-reviews/${at.responseId}/replies#question-`,
    );
    expect(cardOf(html, "A1")).toContain("Answer the question");
    expect(cardOf(html, "A2")).not.toContain("Which would you keep?");
    expect(html).not.toContain("How was the term?");
  });

  it("keeps its statement open on the page though the answer is complete, until it is answered", async () => {
    const { open, page } = await anAmendedReturn();
    const html = await open(page);
    expect(cardOf(html, "A1")).toContain('data-folded="false"');
    expect(cardOf(html, "A2")).toContain('data-folded="true"');
  });

  it("stands under the row too where levels alone are chosen", async () => {
    const { open, page } = await anAmendedReturn();
    const html = await open(`${page}/levels`);
    expect(html).toContain("Which would you keep?");
    expect(html).not.toContain("How was the term?");
  });

  it("is not there before anything was asked", async () => {
    const { app, senco, at } = await aSignedReturn();
    const { items } = await viewSection(app, senco, { ...at, section: "A" });
    expect(items.flatMap(({ asked }) => asked)).toEqual([]);
  });
});
