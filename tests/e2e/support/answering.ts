import { expect, type Locator, type Page } from "@playwright/test";
import { awake } from "./keys";

/** The saved line of a page says that everything is on the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved \d\d:\d\d$/).first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(/^(Saving|Not saved.*)$/)).toHaveCount(0);
}

/** The statements of a page, by the mark outside checks rely on. */
export const statements = (page: Page): Locator => page.locator("[data-item]");

/**
 * Chooses a level for each row of a levels view by key, and Yes where its duty is asked: focus is put on the first
 * row only, and goes on from there by itself. `levels` are used in turn.
 */
export async function chooseLevelsByKey(page: Page, levels: readonly string[]): Promise<void> {
  const rows = await statements(page).all();
  await awake(page);
  await rows[0]?.locator('input[name$=".level"]').first().focus();
  for (const [index, row] of rows.entries()) {
    const level = levels[index % levels.length] ?? "3";
    await page.keyboard.press(level);
    await expect(row.locator(`input[name$=".level"][value="${level}"]`)).toBeChecked();
    const duty = row.locator('input[name$=".duty"][value="yes"]');
    if ((await duty.count()) === 0) continue;
    await page.keyboard.press("Y");
    await expect(duty).toBeChecked();
  }
}

/** Writes in every empty box that asks for words. Returns how many there were. */
export async function writeWordsAsked(page: Page, words: string): Promise<number> {
  const boxes = page
    .locator("section", { has: page.getByRole("heading", { name: /What still needs words/ }) })
    .locator("textarea");
  const count = await boxes.count();
  for (let index = 0; index < count; index += 1) await boxes.nth(index).fill(words);
  return count;
}

/** The summing-up at the foot of a section's full view. */
export async function sumUp(page: Page, { level, words }: { level: string; words: string }) {
  const foot = page.locator("#sum-up");
  await foot.getByRole("radio", { name: level }).check();
  await foot.getByLabel("How do you know?").fill(words);
}

/** Ticks the declaration, types the password and signs. */
export async function sign(page: Page, { password, as }: { password: string; as: string }) {
  const declared = page.getByLabel("I make this declaration");
  // A click on the words, since they reach over the box to make it easier to hit.
  if (!(await declared.isChecked())) await page.getByText("I make this declaration").click();
  await expect(declared).toBeChecked();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: `Sign as ${as}` }).click();
}

/** Waits on the page of a signed copy until its PDF is there; gives its bytes. */
export async function signedPdf(page: Page): Promise<Buffer> {
  const link = page.getByRole("link", { name: /^Signed copy \d+, PDF$/ });
  await expect(async () => {
    await page.goto(page.url());
    await expect(link).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  const address = await link.getAttribute("href");
  const answer = await page.request.get(address ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return answer.body();
}
