import { expect, type Page } from "@playwright/test";

const MOST_PRESSES = 250;

/** One press of the Tab key. */
export const pressTab = (page: Page): Promise<void> => page.keyboard.press("Tab");

/**
 * Waits until the page's own script has taken over, where there is one: a key it listens for does nothing before,
 * and someone looking at the page would see so and press again.
 */
export async function awake(page: Page): Promise<void> {
  const asleep = () =>
    page.evaluate(
      () => document.documentElement.classList.contains("js") && "typedEarly" in window,
    );
  await expect.poll(asleep).toBe(false);
}

/** Goes on with the Tab key until what has focus is what is looked for, as someone without a mouse does. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await awake(page);
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await pressTab(page);
  }
  throw new Error(`Tab never reaches ${selector}`);
}
