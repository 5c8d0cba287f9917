import { expectSaved } from "../support/answering";
import { expect, test } from "../support/test";
import { team, waiting } from "../support/world";

const DESK = "/organisations/nhs-kent-medway/support";

test("when the allergy duty changes only the schools it touches are asked to look again", async ({
  visit,
}) => {
  const { people, reviews, urn } = team("helped");
  const school = await visit(people.coordinator);
  await school.goto(reviews["asthma-friendly"].path);
  const row = school.locator('[data-item="A1"]');
  await row.locator('input[name$=".level"][value="3"]').check({ force: true });
  await expectSaved(school);

  const coordinator = await visit(waiting().health, { javaScriptEnabled: false });
  await coordinator.goto(DESK);
  await coordinator.getByRole("link", { name: /^Duties of Asthma Friendly/ }).click();
  const duty = coordinator.getByRole("listitem").filter({ hasText: "allergy safety policy" });
  await duty.getByRole("link").first().click();
  await coordinator.getByLabel("Where it stands").fill("Allergy Safety Regulations 2027");
  await coordinator.getByRole("button", { name: "Show whom it touches" }).click();
  await expect(coordinator.getByText(/writing a self-review (is|are) asked/)).toBeVisible();
  await coordinator.getByRole("button", { name: "Change it" }).click();
  await expect(coordinator.getByText("Saved. The schools it touches")).toBeVisible();

  await school.goto(`/schools/${urn}`);
  await expect(school.getByText(/It says: .*Allergy Safety Regulations 2027/)).toBeVisible();
  await school.getByRole("link", { name: "A duty changed: look again at H4" }).click();
  await school.getByRole("button", { name: "We have looked at H4 again" }).click();
  await expect(school.getByRole("button", { name: /We have looked/ })).toHaveCount(0);

  const signed = await visit(team("people").people.head);
  await signed.goto(`/schools/${team("people").urn}`);
  await expect(signed.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(signed.getByText("A duty changed")).toHaveCount(0);
});
