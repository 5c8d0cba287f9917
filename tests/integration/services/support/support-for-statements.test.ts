import { expect, test } from "vitest";
import { supportForStatements } from "~/services/support/support-for-statements.server";
import { aStoredSupport } from "~tests/support/factories/support";
import { aSchoolInARound } from "~tests/support/factories/worlds";
import { aTestApp } from "~tests/support/test-app";

test("help for a statement comes from its own questionnaire, the school’s district first", async () => {
  const app = await aTestApp();
  const { version, school } = await aSchoolInARound(app);
  const { questionnaireId } = version;
  const dates = [{ on: "2099-01-26", at: "15:45", place: "Online" }];
  await aStoredSupport(app, { questionnaireId, kind: "course", title: "A course", dates });
  const districts = ["North Weald"];
  await aStoredSupport(app, { questionnaireId, title: "Near", districts });
  await aStoredSupport(app, { questionnaireId, title: "Other", itemKeys: ["A2"] });
  const asked = { itemKeys: ["A1"], today: "2026-11-30", district: school.district };
  const found = await supportForStatements(app, { questionnaireId, ...asked });
  expect(found.map(({ title }) => title)).toEqual(["Near", "A course"]);
  expect(found[1]?.dates).toEqual(dates);
  const elsewhere = await supportForStatements(app, { questionnaireId: "another", ...asked });
  expect(elsewhere).toEqual([]);
});
