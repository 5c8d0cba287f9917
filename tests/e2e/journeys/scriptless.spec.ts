import type { Page } from "@playwright/test";
import { sign, statements } from "../support/answering";
import { expectSealedPdf, verify } from "../support/check-pdf";
import { expect, test } from "../support/test";
import { password, team } from "../support/world";

const SECTIONS = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];

test("the whole Toolkit, from nothing to a checked PDF, with JavaScript off", async ({ visit }) => {
  test.setTimeout(180_000);
  const { people, reviews } = team("scriptless");
  const { path } = reviews["inclusion-toolkit"];
  const page = await visit(people.head, { javaScriptEnabled: false });
  await page.goto(path);
  await page.getByRole("button", { name: "Confirm and start" }).click();
  for (const section of SECTIONS) {
    await page.goto(`${path}/sections/${section}/levels`);
    await chooseLevels(page, section === "B" ? ["4", "3"] : ["3", "2"]);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
    if (section === "B") await writeWords(page);
    await page.getByRole("button", { name: `Save and sum up section ${section}` }).click();
    const foot = page.locator("#sum-up");
    await foot.locator('input[name$=".level"][value="3"]').check({ force: true });
    await foot.locator("textarea").fill("Learning walks, and what families say.");
    await page.getByRole("button", { name: `Save and complete section ${section}` }).click();
    await expect(page).not.toHaveURL(new RegExp(`/sections/${section}(#|$|\\?)`));
  }
  await page.goto(`${path}/check`);
  await page.getByRole("button", { name: "Mark as ready to sign" }).click();
  await page.getByRole("link", { name: "Read and sign" }).click();
  await sign(page, { password: password(), as: "headteacher" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Signed");

  const link = page.getByRole("link", { name: /^Signed copy \d+, PDF$/ });
  await expect(async () => {
    await page.goto(page.url());
    await expect(link).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  const bytes = await answer.body();
  expectSealedPdf(bytes);
  await verify(page, bytes);
  await expect(page.getByRole("heading", { name: "Genuine", exact: true })).toBeVisible();
});

async function chooseLevels(page: Page, levels: readonly string[]): Promise<void> {
  for (const [index, row] of (await statements(page).all()).entries()) {
    const level = levels[index % levels.length] ?? "3";
    await row.locator(`input[name$=".level"][value="${level}"]`).check({ force: true });
    const duty = row.locator('input[name$=".duty"][value="yes"]');
    if ((await duty.count()) > 0) await duty.check({ force: true });
  }
}

async function writeWords(page: Page): Promise<void> {
  const boxes = page
    .locator("section", { has: page.getByRole("heading", { name: /What still needs words/ }) })
    .locator("textarea");
  const count = await boxes.count();
  expect(count).toBe(3);
  for (let index = 0; index < count; index += 1) {
    await boxes.nth(index).fill("Two local schools plan with us and use our pages.");
  }
}
