import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { recallResponse } from "~/services/signing/change-signed.server";
import { aSigningSchool } from "~tests/integration/signing/signing-school";
import { aRequest, aSession } from "~tests/support/accounts";
import { anInProcessApp } from "../crawler/in-process-app";

/** A signed copy in a school, and what a page about it says to somebody. */
async function aSignedCopy() {
  const place = await aSigningSchool();
  await place.readyAndSign();
  const { ask } = await anInProcessApp(place.app);
  const { urn, responseId } = place.at;
  const copy = `/schools/${urn}/self-reviews/${responseId}/signed/1`;
  const textOf = async (path: string, { userId }: Actor) =>
    (await ask(aRequest(path, await aSession(place.app, userId)))).text;
  return { ...place, copy, textOf };
}

const PANEL = 'id="who-can-see-this"';

describe("who can see a signed copy", () => {
  it("is said where the school reads it and where its officer does", async () => {
    const { copy, textOf, senco, officer, owner, response } = await aSignedCopy();
    const ofReturn = `/organisations/${owner.key}/returns/${response.id}`;
    for (const text of [await textOf(`${copy}/read`, senco), await textOf(ofReturn, officer)]) {
      expect(text).toContain(PANEL);
      expect(text).toContain(`Officers of ${owner.name} read it.`);
    }
  });

  it("is said of a copy that was called back, as it is now", async () => {
    const { app, head, at, copy, textOf, senco, owner } = await aSignedCopy();
    await recallResponse(app, head, at);
    for (const text of [await textOf(copy, senco), await textOf(`${copy}/read`, senco)]) {
      expect(text).toContain(PANEL);
      expect(text).toContain(`Officers of ${owner.name} do not read it.`);
    }
  });
});
