import type { Page } from "@playwright/test";

const MOST_PRESSES = 250;

/** One press of the Tab key. */
export const pressTab = (page: Page): Promise<void> => page.keyboard.press("Tab");

/** Goes on with the Tab key until what has focus is what is looked for, as someone without a mouse does. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await pressTab(page);
  }
  throw new Error(`Tab never reaches ${selector}`);
}
