import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { viewSchoolHome } from "~/services/home/school-home.server";
import { digestPlaces } from "~/services/mail/digest-places.server";
import { anActor } from "~tests/support/factories/people";
import { aVisit, type Visit } from "~tests/support/factories/visits";
import { aTestApp } from "~tests/support/test-app";

const DAY = { visitOn: "2027-02-04", startsAt: "09:00", endsAt: "15:30" };
const CHOOSE = "Peer moderation: choose what the visit looks at, by Thursday 21 January";

/** A visit that is to be answered, or stands as `over` says, with what each person's home and weekly mail hold. */
async function aWaitingVisit(over: Partial<Visit> = {}, now?: string) {
  const app = await aTestApp({ now });
  const world = await aVisit(app, { hostAcceptedAt: new Date("2026-11-24T10:00:00Z"), ...over });
  const home = async (actor: Actor) =>
    (await viewSchoolHome(app, actor, { urn: world.school.urn })).visits.map(({ step }) => step);
  const mail = async (actor: Actor) => {
    const places = await digestPlaces(app, actor);
    return places.flatMap(({ name, lines }) => lines.map((line) => ({ name, ...line })));
  };
  return { app, ...world, home, mail, path: `/visits/${world.visit.id}` };
}

describe("what a visit waits for", () => {
  test("stands on the home and in the weekly mail of the head and the coordinator", async () => {
    const { school, head, coordinator, home, mail, path } = await aWaitingVisit({
      state: "dated",
      ...DAY,
    });
    for (const person of [head, coordinator]) {
      expect(await home(person)).toEqual(["agree-plan"]);
      expect(await mail(person)).toContainEqual({ name: school.name, text: CHOOSE, path });
    }
  });

  test("is not asked of colleagues and governors, nor of the reviewers while it is the host's", async () => {
    const { app, school, lead, home, mail } = await aWaitingVisit({ state: "dated", ...DAY });
    for (const role of ["contributor", "governor"] as const) {
      const reader = await anActor(app, { grants: [{ role, schoolId: school.id }] });
      expect(await home(reader)).toEqual([]);
    }
    expect(await mail(lead.actor)).toEqual([]);
  });

  test("stands in the weekly mail of the reviewers it waits for, under the school they visit", async () => {
    const { school, head, lead, second, home, mail, path } = await aWaitingVisit();
    const text = "Peer moderation: say yes or no, by Tuesday 1 December";
    for (const { actor } of [lead, second]) {
      expect(await mail(actor)).toEqual([{ name: school.name, text, path }]);
    }
    expect(await home(head)).toEqual([]);
  });

  test("says that it is late from the day after", async () => {
    const dated = { state: "dated", ...DAY } as const;
    const { head, mail } = await aWaitingVisit(dated, "2027-01-22T09:00:00.000Z");
    const texts = (await mail(head)).map(({ text }) => text);
    expect(texts).toContain(`${CHOOSE}, late`);
  });

  test("is gone once a visit is called off", async () => {
    const { head, lead, home, mail } = await aWaitingVisit({ state: "cancelled", ...DAY });
    expect(await home(head)).toEqual([]);
    expect(await mail(lead.actor)).toEqual([]);
  });
});
