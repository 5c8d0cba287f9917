import type { Page } from "@playwright/test";
import { giveFirstFactor, signOut } from "../support/accounts";
import { endSession, leaveSession } from "../support/end-session";
import { expectForEveryone } from "../support/for-everyone";
import { expect, test } from "../support/test";
import { password, team } from "../support/world";
import type { Person } from "../world/plan";

const card = (page: Page, key: string) => page.locator(`[data-item="${key}"]`);
const line = (page: Page, key: string) =>
  card(page, key).getByLabel(/Where could someone see this/);
const section = (key: string) =>
  `${team("expired").reviews["inclusion-toolkit"].path}/sections/${key}`;
const give = (page: Page, { email }: Person) =>
  giveFirstFactor(page, { email, password: password() });

test("a session ended from another browser gives the text to its writer, and to nobody else who signs in there", async ({
  visit,
}) => {
  const { coordinator, head } = team("expired").people;
  const page = await visit(coordinator);
  await page.goto(section("A"));
  const elsewhere = await visit(null);
  await elsewhere.goto("/sign-in");
  await give(elsewhere, coordinator);
  await elsewhere.goto("/account");
  await elsewhere.getByRole("button", { name: /^Sign out A browser we do not know/ }).click();
  await expect(elsewhere.getByText("That browser is signed out.")).toBeVisible();
  await expectForEveryone(elsewhere);

  await line(page, "A1").fill("Typed by Bina before the bell");
  await expect(page.getByRole("alert").getByText(/Your session ended/)).toBeVisible();
  await expectForEveryone(page);

  const again = await page.context().newPage();
  await again.goto("/sign-in");
  await give(again, head);
  await again.goto(section("A"));
  await expect(line(again, "A1")).toHaveValue("");
  await again.goto("/account/kept-text");
  await expect(again.getByText("Nothing is kept for you now.")).toBeVisible();
  const asked = page.waitForResponse((answer) => answer.url().endsWith("/answers"));
  await line(page, "A1").press("End");
  await line(page, "A1").pressSequentially(".");
  expect((await asked).status()).toBe(401);
  await expect(page.getByText(/If a colleague is signed in there, sign out first/)).toBeVisible();
  await again.goto(section("A"));
  await expect(line(again, "A1")).toHaveValue("");

  await signOut(again);
  await give(again, coordinator);
  await page.bringToFront();
  // What a browser says to a tab that is come back to; without a screen none does.
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(card(page, "A1").getByText(/^Saved/)).toBeVisible({ timeout: 40_000 });
  await page.reload();
  await expect(line(page, "A1")).toHaveValue("Typed by Bina before the bell.");
  await page.goto(section("A").replace("sections/A", "answers/A1/versions"));
  await expect(
    page
      .getByRole("main")
      .getByText(/Bina Shah|You/)
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("main").getByText("Anna Pellow")).toHaveCount(0);
});

test("without JavaScript, text sent after the session ended waits for its writer, whoever signs in first", async ({
  visit,
}) => {
  const { contributor, head } = team("expired").people;
  const page = await visit(contributor, { javaScriptEnabled: false });
  await page.goto(section("B"));
  await expect(page.getByText(/You stay signed in until .* longer if you open/)).toBeVisible();
  endSession(contributor);
  await line(page, "B1").fill("Typed by Colm before the bell");
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expect(
    page.getByText("Your session ended. Sign in again: your text is kept."),
  ).toBeVisible();
  await give(page, head);
  await page.goto(section("B"));
  await expect(line(page, "B1")).toHaveValue("");
  await page.goto("/account/kept-text");
  await expect(page.getByText("Typed by Colm before the bell")).toHaveCount(0);
  await signOut(page);

  await page.goto(`/sign-in?next=${encodeURIComponent(section("B"))}`);
  await give(page, contributor);
  await expect(page).toHaveURL(/\/sections\/B/);
  await expect(line(page, "B1")).toHaveValue("Typed by Colm before the bell");
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expect(page).not.toHaveURL(/\/sections\//);
  await page.goto(section("B"));
  await expect(line(page, "B1")).toHaveValue("Typed by Colm before the bell");
  await page.goto("/account/kept-text");
  await expect(page.getByText("Nothing is kept for you now.")).toBeVisible();
});

test("without JavaScript, a page of somebody else saves nothing under the name of who is signed in", async ({
  visit,
}) => {
  const { coordinator, head } = team("expired").people;
  const page = await visit(head, { javaScriptEnabled: false });
  await page.goto(section("C"));
  await line(page, "C1").fill("Typed by Anna");
  const tab = await page.context().newPage();
  await tab.goto("/account");
  await signOut(tab);
  await give(tab, coordinator);
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Someone else has signed in here",
  );
  await tab.goto(section("C"));
  await expect(line(tab, "C1")).toHaveValue("");

  await expect(page.getByText("Typed by Anna")).toBeVisible();
});

test("without JavaScript, text from a browser signed out by hand is not saved, and that is said", async ({
  visit,
}) => {
  const page = await visit(null, { javaScriptEnabled: false });
  await page.goto("/sign-in");
  await give(page, team("expired").people.head);
  await page.goto(section("D"));
  await line(page, "D1").fill("Typed by Anna");
  const tab = await page.context().newPage();
  await tab.goto("/account");
  await signOut(tab);
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expect(page.getByText(/what you sent was not saved/)).toBeVisible();
});

test("the end of a session is told five minutes before, and is put off by a press", async ({
  visit,
}) => {
  const { governor } = team("expired").people;
  leaveSession(governor, { minutes: 4, longest: 10 });
  const page = await visit(governor);
  await page.goto("/account");
  const warning = page.getByRole("alert").filter({ hasText: /You are signed out at \d\d:\d\d/ });
  await expect(warning).toBeVisible();
  await expectForEveryone(page);
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(warning).toHaveCount(0);

  leaveSession(governor, { minutes: 4, longest: 4 });
  await page.goto("/account/password");
  await expect(
    warning.getByText(/Save what you are writing, then sign out and in again/),
  ).toBeVisible();
});
