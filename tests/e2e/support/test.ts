import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";
import type { Person } from "../world/plan";

export { expect };

/** Opens a browser of someone's own: signed in without the sign-in page, or as nobody. */
export type Visit = (person: Person | null, options?: BrowserContextOptions) => Promise<Page>;

/** A page that stays open from test to test: for tests that look and touch nothing. */
export type Look = (person: Person | null) => Promise<Page>;

/** What is said whenever an address answers 4xx or cannot be reached, which tests here bring about. */
const EXPECTED = /^Failed to (load resource|fetch manifest patches)/;

type Fixtures = { visit: Visit; look: Look; complaints: string[] };
type Kept = {
  pageOf: (person: Person | null, options: BrowserContextOptions) => Promise<Page>;
  complaints: string[];
};
type Opening = { person: Person | null; complaints: string[]; options: BrowserContextOptions };

async function openContext(browser: Browser, opening: Opening): Promise<BrowserContext> {
  const { person, complaints, options } = opening;
  const context = await browser.newContext(options);
  const cookie = cookieOf(person);
  if (cookie !== undefined) await context.addCookies([{ ...cookie, url: options.baseURL ?? "" }]);
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("console", (message) => {
    const isComplaint = ["error", "warning"].includes(message.type());
    if (isComplaint && !EXPECTED.test(message.text())) complaints.push(message.text());
  });
  return context;
}

function cookieOf(person: Person | null): { name: string; value: string } | undefined {
  if (person === null) return undefined;
  const { session, secondStep } = person;
  if (secondStep === undefined) return { name: "session", value: session };
  return { name: "second-step", value: secondStep };
}

/** Playwright's test, with browsers for several people. A complaint in any console fails the test. */
export const test = base.extend<Fixtures, { kept: Kept }>({
  complaints: async ({ browserName }, provide) => {
    const complaints: string[] = [];
    await provide(complaints);
    expect(complaints, `complaints in the console of ${browserName}`).toEqual([]);
  },
  visit: async ({ browser, baseURL, complaints }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (person, options = {}) => {
      const opening = { person, complaints, options: { baseURL, ...options } };
      const context = await openContext(browser, opening);
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  kept: [
    async ({ browser }, provide) => {
      const pages = new Map<string, Page>();
      const complaints: string[] = [];
      const pageOf: Kept["pageOf"] = async (person, options) => {
        const key = cookieOf(person)?.value ?? "";
        const opened = pages.get(key);
        if (opened !== undefined) return opened;
        const context = await openContext(browser, { person, complaints, options });
        const page = await context.newPage();
        pages.set(key, page);
        return page;
      };
      await provide({ pageOf, complaints });
      for (const page of pages.values()) await page.context().close();
    },
    { scope: "worker" },
  ],
  look: async ({ baseURL, kept, complaints }, provide) => {
    await provide((person) => kept.pageOf(person, { baseURL }));
    complaints.push(...kept.complaints.splice(0));
  },
});
