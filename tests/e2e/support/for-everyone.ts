import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [320, 1280];

/** The page as it stands is for everyone, narrow and wide: one heading, nothing cut off, every control named. It stays wide. */
export async function expectForEveryone(page: Page): Promise<void> {
  for (const width of WIDTHS) await expectAtWidth(page, width);
}

async function expectAtWidth(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await expect(page.locator("h1")).toHaveCount(1);
  expect(await widthTaken(page), `wider than ${width}`).toBeLessThanOrEqual(width);
  expect(await withoutLabel(page), "controls without a label").toEqual([]);
  const { violations } = await axeOf(page).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" | ")}`);
  expect(told, `at ${width}`).toEqual([]);
}

/** In the page itself: pages here hold no frames, for which it would open a second page each time. */
const axeOf = (page: Page): AxeBuilder =>
  new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ runOnly: TAGS, resultTypes: ["violations"] });

const widthTaken = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth);

/**
 * Names of controls that no label, or text of their own, says anything about. Found and looked at in one go: a form that
 * is just being taken away would have lost its labels in between.
 */
const withoutLabel = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<
      HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
    >('input:not([type="hidden"]), select, textarea');
    return [...controls]
      .filter((one) => (one.labels?.length ?? 0) === 0 && !one.hasAttribute("aria-label"))
      .map((one) => one.name || one.outerHTML);
  });
