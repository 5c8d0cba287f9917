import type { Locator, Page } from "@playwright/test";
import { expectSaved } from "../support/answering";
import { endSession } from "../support/end-session";
import { awake } from "../support/keys";
import { expect, test } from "../support/test";
import { password, team } from "../support/world";

const card = (page: Page, key: string): Locator => page.locator(`[data-item="${key}"]`);
const line = (page: Page, key: string): Locator =>
  card(page, key).getByLabel(/Where could someone see this/);
const savedLine = (page: Page, key: string, words: RegExp): Locator =>
  card(page, key).getByText(words);

/** Types in a statement's line and waits until the server has it. */
async function write(page: Page, key: string, words: string): Promise<void> {
  const saved = page.waitForResponse(
    (answer) => answer.url().endsWith("/answers") && answer.request().method() === "POST",
  );
  await line(page, key).fill(words);
  expect((await saved).status()).toBe(200);
}

test("two people who answer at once are told, and each of three ways on works", async ({
  visit,
}) => {
  const { people, reviews } = team("together");
  const section = `${reviews["inclusion-toolkit"].path}/sections/A`;
  const mine = await visit(people.head);
  const theirs = await visit(people.coordinator);
  await mine.goto(section);
  await theirs.goto(section);
  for (const key of ["A1", "A2", "A3"]) {
    await write(theirs, key, "Governors’ minutes, autumn");
    await line(mine, key).fill("The plan on the staff drive");
    const panel = card(mine, key).getByRole("heading", { name: /saved .* while you were writing/ });
    await expect(panel).toBeVisible();
  }

  await card(mine, "A1").getByRole("button", { name: "Keep mine" }).click();
  await expect(savedLine(mine, "A1", /^Saved/)).toBeVisible();
  await card(mine, "A2").getByRole("button", { name: "Keep Bina’s" }).click();
  await expect(line(mine, "A2")).toHaveValue("Governors’ minutes, autumn");
  await card(mine, "A3").getByRole("button", { name: "Edit both together" }).click();
  await expect(line(mine, "A3")).toHaveValue(/The plan on the staff drive/);
  await expect(line(mine, "A3")).toHaveValue(/Governors’ minutes, autumn/);
  await expect(savedLine(mine, "A3", /^Saved/)).toBeVisible();

  await theirs.reload();
  await expect(line(theirs, "A1")).toHaveValue("The plan on the staff drive");
  await expect(line(theirs, "A2")).toHaveValue("Governors’ minutes, autumn");
  await expect(line(theirs, "A3")).toHaveValue(/The plan on the staff drive/);
});

test("an earlier version is put back", async ({ visit }) => {
  const { people, reviews } = team("lines");
  const { path } = reviews["inclusion-toolkit"];
  const page = await visit(people.coordinator);
  await page.goto(`${path}/sections/B`);
  await write(page, "B1", "The first words");
  await write(page, "B1", "Other words later");
  await page.goto(`${path}/answers/B1/versions`);
  const fold = page.getByText(/earlier saves? of this sitting/);
  if ((await fold.count()) > 0) await fold.first().click();
  await page
    .getByRole("button", { name: /Put this version back/ })
    .first()
    .click();
  await expect(page.getByRole("status").first()).toBeVisible();
  await page.goto(`${path}/sections/B`);
  await expect(line(page, "B1")).toHaveValue("The first words");
});

test("what is typed while the network is away is saved when it is back", async ({ visit }) => {
  const { people, reviews } = team("lines");
  const { path } = reviews["inclusion-toolkit"];
  const page = await visit(people.head);
  await page.goto(`${path}/sections/C`);
  await page.context().setOffline(true);
  await line(page, "C1").fill("Typed on a train");
  await expect(savedLine(page, "C1", /Not saved, trying again/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(savedLine(page, "C1", /^Saved/)).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(line(page, "C1")).toHaveValue("Typed on a train");
});

test("a session that ends while someone types gives the text its place after signing in again", async ({
  visit,
}) => {
  const { people, reviews } = team("lines");
  const page = await visit(people.contributor);
  await page.goto(`${reviews["inclusion-toolkit"].path}/sections/D`);
  endSession(people.contributor);
  await line(page, "D1").fill("Typed after a long lunch");
  await expect(page.getByText("Your session ended. Sign in again", { exact: false })).toBeVisible();
  const again = await page.context().newPage();
  await again.goto("/sign-in");
  await signIn(again, people.contributor.email);
  await expect(savedLine(page, "D1", /^Saved/)).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(line(page, "D1")).toHaveValue("Typed after a long lunch");
});

test("with JavaScript off, a form sent after the session ended gives its text back", async ({
  visit,
}) => {
  const { people, reviews } = team("lines");
  const page = await visit(people.coordinator, { javaScriptEnabled: false });
  await page.goto(`${reviews["inclusion-toolkit"].path}/sections/E`);
  endSession(people.coordinator);
  await line(page, "E1").fill("Typed before the bell");
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expect(page).toHaveURL(/\/sign-in\?kept=1/);
  await signIn(page, people.coordinator.email);
  await page.goto("/account/kept-text");
  await expect(page.getByText("Typed before the bell")).toBeVisible();
});

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password());
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

test("levels chosen in the levels view are there in the full view", async ({ visit }) => {
  const { people, reviews } = team("lines");
  const { path } = reviews["inclusion-toolkit"];
  const page = await visit(people.head);
  await page.goto(`${path}/sections/F/levels`);
  await awake(page);
  await card(page, "F1").locator('input[name$=".level"][value="2"]').focus();
  await page.keyboard.press("2");
  await expectSaved(page);
  await page.goto(`${path}/sections/F`);
  const change = card(page, "F1").getByRole("button", { name: "Change F1" });
  if ((await change.count()) > 0) await change.click();
  await expect(card(page, "F1").getByRole("radio", { name: "Developing" })).toBeChecked();
});
