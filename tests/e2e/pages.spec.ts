import { readdirSync, readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";
import type { PageVisit } from "./support/page-visit";
import { VISITS } from "./support/page-visits";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [1280, 320];

test.describe.configure({ mode: "parallel" });

/** Files of app/routes that show a page: those with a component. */
function pages(): string[] {
  return readdirSync("app/routes")
    .filter((file) =>
      readFileSync(`app/routes/${file}`, "utf8").includes("export default function"),
    )
    .map((file) => file.replace(/\.tsx$/, ""))
    .sort();
}

test("every page of app/routes is visited here, and nothing else", () => {
  expect(Object.keys(VISITS).sort()).toEqual(pages());
});

for (const [route, visits] of Object.entries(VISITS)) {
  for (const one of visits) {
    test(`${route}: ${one.shows} is for everyone, wide and narrow`, async ({ visit }) => {
      const page = await visit(one.as());
      const path = one.path();
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(one.status ?? 200);
      expect(new URL(page.url()).pathname, "led elsewhere").toBe(path.split("?")[0]);
      for (const width of WIDTHS) await expectForEveryone(page, { one, width });
    });
  }
}

type Looking = { one: PageVisit; width: number };

async function expectForEveryone(page: Page, { width }: Looking): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await expect(page.locator("h1")).toHaveCount(1);
  expect(await widthTaken(page), `wider than ${width}`).toBeLessThanOrEqual(width);
  expect(await withoutLabel(page), "controls without a label").toEqual([]);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" | ")}`);
  expect(told, `at ${width}`).toEqual([]);
}

const widthTaken = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth);

/** Names of controls that no label, or text of their own, says anything about. */
const withoutLabel = (page: Page): Promise<string[]> =>
  page
    .locator('input:not([type="hidden"]), select, textarea')
    .evaluateAll((controls: (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]) =>
      controls
        .filter((one) => (one.labels?.length ?? 0) === 0 && !one.hasAttribute("aria-label"))
        .map((one) => one.name || one.outerHTML),
    );
