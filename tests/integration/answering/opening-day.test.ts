import { expect, test } from "vitest";
import {
  confirmApplicability,
  viewApplicability,
} from "~/services/answering/confirm-applicability.server";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { viewSchoolHome } from "~/services/home/school-home.server";
import { answerRevisions } from "~db/schema";
import { anAnsweringSchool, toSave, type AnsweringSchool } from "./answering-school";

const save = ({ app, at, senco }: AnsweringSchool, over: Parameters<typeof toSave>[0]) =>
  saveAnswer(app, senco, { ...at, ...toSave(over) });

test("a round not open yet: nothing is saved or confirmed, what it asks is read, and its day is told", async () => {
  const place = await anAnsweringSchool({ round: { opensOn: "2099-01-05" } });
  const { app, at, head, senco, school } = place;
  const early = { reason: "round-not-open-yet" };
  await expect(save(place, { content: { level: "2" } })).rejects.toMatchObject({
    code: "forbidden",
    details: early,
  });
  const { version, response } = await viewApplicability(app, head, at);
  expect(response.editable).toEqual({ ok: false, ...early, opensOn: "2099-01-05" });
  const confirming = { ...at, phases: ["primary"], types: [], sections: [], version };
  await expect(
    confirmApplicability(app, head, { ...confirming, changeAccepted: false }),
  ).rejects.toMatchObject({ code: "forbidden", details: early });
  expect(await app.db.read.$count(answerRevisions)).toBe(0);
  const home = await viewSchoolHome(app, senco, { urn: school.urn });
  expect(home.selfReviews).toMatchObject([{ opensOn: "2099-01-05" }]);
  expect(home.carryOn).toBeNull();
});

test("on its opening day a round is answered", async () => {
  const opensOn = "2026-11-24";
  const place = await anAnsweringSchool({ round: { opensOn } });
  expect(await save(place, { content: { level: "2" } })).toMatchObject({ kind: "saved" });
  const home = await viewSchoolHome(place.app, place.senco, { urn: place.school.urn });
  expect(home.selfReviews).toMatchObject([{ opensOn: null }]);
});
