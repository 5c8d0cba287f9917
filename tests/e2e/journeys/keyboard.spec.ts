import { expectSaved } from "../support/answering";
import { tabTo } from "../support/keys";
import { expect, test } from "../support/test";
import { password, team } from "../support/world";

test("the keyboard alone completes a section and signs", async ({ visit }) => {
  const { people, reviews } = team("keyboard");
  const { path } = reviews["inclusion-toolkit"];
  const page = await visit(people.head);
  await page.goto(`${path}/sections/A/levels`);
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText(/Skip to/);
  await tabTo(page, '[data-item] input[name$=".level"]');
  const rows = page.locator("[data-item]");
  for (let row = 0; row < (await rows.count()); row += 1) {
    await page.keyboard.press("3");
    if ((await rows.nth(row).locator('input[name$=".duty"]').count()) > 0) {
      await page.keyboard.press("Y");
    }
  }
  await expectSaved(page);
  await tabTo(page, 'button[name="then"][value="sum-up"]');
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#sum-up$/);
  await tabTo(page, '#sum-up input[name$=".level"]');
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await tabTo(page, "#sum-up textarea");
  await page.keyboard.type("Learning walks show it.");
  await tabTo(page, 'button[value="complete"]');
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sections\/B\/levels/);

  await page.goto(`${path}/check`);
  await tabTo(page, 'button[value="ready"]');
  await page.keyboard.press("Enter");
  await expect(page.getByText("The answers are ready to sign.")).toBeVisible();
  await tabTo(page, 'main a[href$="/sign"]');
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign$/);
  await tabTo(page, "#declared");
  await page.keyboard.press("Space");
  await tabTo(page, "#password");
  await page.keyboard.type(password());
  await tabTo(page, "form.ir-signature button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Signed");
});
