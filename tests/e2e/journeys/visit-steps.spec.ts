import { expectForEveryone } from "../support/for-everyone";
import { expect, test } from "../support/test";
import { team, visits } from "../support/world";

const SCRIPTLESS = { javaScriptEnabled: false };

test("an invitation fits one screen of a phone, buttons and all", async ({ visit }) => {
  const page = await visit(visits().lead, { viewport: { width: 375, height: 667 } });
  await page.goto(`/visits/${visits().ids.proposed}`);
  const invitation = page.getByRole("region", { name: "Invitation" });
  for (const words of ["Day", "Hours", "Journey", "Focus", "With", "Left this year"])
    await expect(invitation.getByText(words, { exact: true })).toBeInViewport();
  for (const name of ["Accept", "Not this time"])
    await expect(page.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
});

test("day, plan and day's lines are agreed between host and reviewer without JavaScript", async ({
  visit,
}) => {
  test.slow();
  const path = `/visits/${visits().ids.accepted}`;
  const head = await visit(team("read").people.head, SCRIPTLESS);
  await head.goto(path);
  await head
    .getByRole("button", { name: /^Take this day/ })
    .first()
    .click();
  await expect(head.getByText("The day is agreed.")).toBeVisible();
  await head.goto(`${path}/plan`);
  await head.getByRole("button", { name: "Agree the plan" }).click();
  await expect(head.getByRole("heading", { name: "Two things to put right" })).toBeVisible();
  await head.getByLabel("C. Assessment and identification").check();
  const why = "We changed how plans are written.";
  await head.getByLabel("Why you would like this looked at").fill(why);
  await head.getByRole("button", { name: "Agree the plan" }).click();
  await expect(head.getByText("The plan is agreed.")).toBeVisible();
  await head.getByRole("button", { name: "Save the day" }).click();
  await expect(head.getByText("Saved. The plan stands")).toBeVisible();

  const second = await visit(visits().second, SCRIPTLESS);
  await second.goto(`${path}/plan`);
  await expect(second.getByText(why)).toBeVisible();
  await second.getByText("10:20 to 10:50, A lesson").click();
  await second.getByLabel("What it is called").nth(2).fill("Year 4, number");
  await second.getByRole("button", { name: "Save the day" }).click();
  await expect(second.getByText("10:20 to 10:50, Year 4, number")).toBeVisible();
  await second.goto(path);
  await second.getByText("Put the visit off").first().click();
  await second.getByRole("button", { name: "Put the visit off" }).click();
  await expect(second.getByText("Say why in a line").first()).toBeVisible();
  await second.getByLabel("What the others should know").fill("Our school has a burst pipe.");
  await second.getByRole("button", { name: "Put the visit off" }).click();
  await expect(second.getByText("The visit is put off.")).toBeVisible();
  await expectForEveryone(
    await visit(visits().second).then(async (page) => {
      await page.goto(path);
      return page;
    }),
  );
});
