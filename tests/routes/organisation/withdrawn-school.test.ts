import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { withdrawSchool } from "~/services/rounds/withdraw-school.server";
import { mails } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { aRequest, aSession } from "~tests/support/accounts";
import { aSignedReturn } from "~tests/integration/services/replies/a-signed-return";
import { anInProcessApp } from "../crawler/in-process-app";

const REASON = "It closes in July";

/** A school that had signed when it was taken out of the round. */
async function aWithdrawnSchool() {
  const place = await aSignedReturn();
  const { app, owner, at, response } = place;
  const manager = await anActor(app, { grants: [{ role: "manager", organisationId: owner.id }] });
  const roundId = response.roundId ?? "";
  await withdrawSchool(app, manager, { roundId, urn: at.urn, reason: REASON });
  const served = await anInProcessApp(app);
  const open = async (path: string, as: Actor) =>
    served.ask(aRequest(path, await aSession(app, as.userId)));
  const review = `/schools/${at.urn}/self-reviews/${at.responseId}`;
  return { ...place, manager, open, review };
}

describe("a school that was taken out of a round", () => {
  it("is told by mail, with the reason", async () => {
    const { app, head } = await aWithdrawnSchool();
    const sent = await app.db.read.select().from(mails);
    const told = sent.filter(
      ({ template, userId }) => template === "round-step" && userId === head.userId,
    );
    expect(told.map(({ data }) => data)).toEqual([expect.stringContaining(REASON)]);
  });

  it("reads so at home, and why on every page of the self-review, which stays readable", async () => {
    const { open, review, head, senco, at } = await aWithdrawnSchool();
    expect((await open(`/schools/${at.urn}`, head)).text).toContain("no longer in this round");
    for (const path of [review, `${review}/sections/A`, `${review}/sections/A/levels`]) {
      const { status, text } = await open(path, senco);
      expect(status).toBe(200);
      expect(text).toContain("no longer in this round");
      expect(text).toContain(REASON);
    }
    expect((await open(`${review}/signed/1/read`, head)).status).toBe(200);
  });

  it("is read by no officer any more, and waits for nobody’s reply", async () => {
    const { open, officer, owner, at, school } = await aWithdrawnSchool();
    const pages = `/organisations/${owner.key}`;
    expect((await open(`${pages}/returns/${at.responseId}`, officer)).status).toBe(403);
    const queue = await open(`${pages}/to-read`, officer);
    expect(queue.status).toBe(200);
    expect(queue.text).not.toContain(school.name);
  });
});
