import type { Page } from "@playwright/test";
import { expectSaved, sign } from "../support/answering";
import { awake } from "../support/keys";
import { expect } from "../support/test";
import { password } from "../support/world";

/** The head fills in the asthma page of a self-review that has not begun, every point Yes, and signs. */
export async function answerAndSign(page: Page, path: string): Promise<void> {
  await page.getByRole("button", { name: "Confirm and start" }).click();
  await expect(page.getByRole("heading", { name: "The twelve starred points" })).toBeVisible();

  const boxes = page.locator('input[name^="field:"][name$=".value"]');
  for (const box of await boxes.all()) {
    const name = (await box.getAttribute("name")) ?? "";
    await box.fill(valueFor(name, await box.getAttribute("type")));
  }
  const rows = page.locator("section", { has: page.locator("#starred") }).locator("[data-item]");
  await expect(rows).toHaveCount(12);
  await awake(page);
  await rows.first().locator('input[name$=".level"]').first().focus();
  for (let row = 0; row < 12; row += 1) await page.keyboard.press("Y");
  await expect(rows.locator('input[name$=".level"]:checked')).toHaveCount(12);
  await expectSaved(page);

  await page.goto(`${path}/check`);
  await page.getByRole("button", { name: "Mark as ready to sign" }).click();
  await page.getByRole("link", { name: "Read and sign" }).click();
  await sign(page, { password: password(), as: "headteacher" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Signed");
}

/** Numbers that agree with each other, staff and their work addresses, and days of this school year. */
function valueFor(name: string, type: string | null): string {
  if (type === "email") return "office@asthma.e2e.test";
  if (/policyApproved|kitChecked|trainingLapses/.test(name)) return "4 September 2026";
  if (/leadName|deputyName/.test(name)) return "Sam Fletcher";
  if (name.includes("pupilsOnRoll")) return "212";
  return name.includes("pupilsOnRegister") ? "40" : "30";
}
