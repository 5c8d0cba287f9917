import { expect, test } from "vitest";
import { viewSection } from "~/services/answering/view-section.server";
import { aStoredSupport } from "~tests/support/factories/support";
import { aResponse } from "~tests/support/factories/rounds";
import { anAnsweringSchool } from "./answering-school";

test("a section brings the help for each of its statements, and who will see a wish", async () => {
  const { app, senco, at, version, owner } = await anAnsweringSchool();
  const { questionnaireId } = version;
  await aStoredSupport(app, { questionnaireId, title: "Everywhere" });
  await aStoredSupport(app, { questionnaireId, title: "Near", districts: ["North Weald"] });
  const view = await viewSection(app, senco, { ...at, section: "A" });
  const [first, second] = view.items;
  expect(first?.support.map(({ title }) => title)).toEqual(["Near", "Everywhere"]);
  expect(second?.support).toEqual([]);
  expect(view.wishSeen).toContain(`Officers of ${owner.name}`);
});

test("a school is not offered to itself as the one that shares", async () => {
  const { app, senco, at, version, school, otherSchool } = await anAnsweringSchool();
  const sharing = { questionnaireId: version.questionnaireId, kind: "school" as const };
  await aStoredSupport(app, { ...sharing, title: "Our own", school });
  await aStoredSupport(app, { ...sharing, title: "Theirs", school: otherSchool });
  const view = await viewSection(app, senco, { ...at, section: "A" });
  expect(view.items[0]?.support.map(({ schoolName }) => schoolName)).toEqual(["Elmhurst School"]);
});

test("nobody outside is said to see a wish in a private self-review", async () => {
  const { app, senco, school, version } = await anAnsweringSchool();
  const response = await aResponse(app, {
    schoolId: school.id,
    versionId: version.id,
    roundId: null,
    state: "in-progress",
  });
  const asked = { urn: school.urn, responseId: response.id, section: "A" };
  const view = await viewSection(app, senco, asked);
  expect(view.wishSeen).toBe("Only your school sees this.");
});
