import { expect, test } from "../support/test";
import { registered, waiting } from "../support/world";

const OFF = { javaScriptEnabled: false };

test.describe.configure({ mode: "serial" });

test("with JavaScript off a manager chooses schools, changes a pair, proposes, replaces and cancels", async ({
  visit,
}) => {
  const manager = await visit(waiting().manager, OFF);
  await manager.goto("/organisations/kent/visits");
  await manager.getByRole("link", { name: "Inclusion Toolkit 2026 to 2027" }).click();
  await manager.getByRole("link", { name: "Propose visits" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(/can be offered: which/);
  await manager.getByRole("button", { name: "Show who could visit whom" }).click();

  await manager
    .getByRole("link", { name: /^Choose others/ })
    .first()
    .click();
  await manager.locator("#pair-2").check();
  await manager.getByRole("button", { name: "Use this pair in the proposal" }).first().click();
  const changed = manager.locator(".ir-proposal > li").first();
  await expect(changed).toContainText("Chosen by hand");

  const school = await changed.locator("label").first().innerText();
  const lines = manager.locator("input[name=line]");
  for (const line of (await lines.all()).slice(1)) await line.uncheck();
  await manager.getByRole("button", { name: "Propose the ticked visits" }).click();
  await expect(manager.getByText("1 visit is proposed.", { exact: false })).toBeVisible();

  // Other visits of the round stand in the same list.
  await manager.locator("tbody").getByRole("link", { name: school }).first().click();
  await manager
    .getByRole("link", { name: /^Choose somebody else/ })
    .first()
    .click();
  await manager.getByRole("button", { name: "Ask this pair" }).first().click();
  await expect(manager.getByText("The new pair is asked by mail.")).toBeVisible();

  await manager.getByText("Cancel this visit").click();
  await manager.getByRole("button", { name: "Cancel the visit" }).click();
  await expect(manager.getByRole("link", { name: /^Say why in a line/ })).toBeVisible();
  await manager.getByLabel("Why", { exact: true }).fill("The school is being rebuilt.");
  await manager.getByRole("button", { name: "Cancel the visit" }).click();
  await expect(manager.locator("tbody")).toContainText("Cancelled");
});

test("with JavaScript off a manager keeps an entry of the register and a list of interests", async ({
  visit,
}) => {
  const manager = await visit(waiting().manager, OFF);
  await manager.goto(`/organisations/kent/reviewers/${registered()}`);
  await manager.getByLabel("Find a school to add").fill("wingham");
  await manager.getByRole("button", { name: "Find", exact: true }).click();
  await manager.getByRole("button", { name: /^Add/ }).first().click();
  await expect(manager.getByText("The list of interests is saved.")).toBeVisible();

  await manager.getByLabel("Visits offered this academic year").fill("99");
  await manager.getByRole("button", { name: "Save", exact: true }).click();
  await expect(manager.getByRole("link", { name: /from 0 to 12/ })).toBeVisible();
  await expect(manager.getByLabel("Visits offered this academic year")).toHaveValue("99");
});
