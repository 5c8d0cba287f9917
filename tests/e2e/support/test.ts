import { test as base, expect, type BrowserContextOptions, type Page } from "@playwright/test";
import type { Person } from "../world/plan";

export { expect };

/** Opens a browser of someone's own: signed in without the sign-in page, or as nobody. */
export type Visit = (person: Person | null, options?: BrowserContextOptions) => Promise<Page>;

/** What is said whenever an address answers 4xx or cannot be reached, which tests here bring about. */
const EXPECTED = /^Failed to (load resource|fetch manifest patches)/;

type Fixtures = { visit: Visit; complaints: string[] };

/** Playwright's test, with browsers for several people. A complaint in any console fails the test. */
export const test = base.extend<Fixtures>({
  complaints: async ({ browserName }, provide) => {
    const complaints: string[] = [];
    await provide(complaints);
    expect(complaints, `complaints in the console of ${browserName}`).toEqual([]);
  },
  visit: async ({ browser, baseURL, complaints }, provide) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await provide(async (person, options = {}) => {
      const context = await browser.newContext({ baseURL, ...options });
      contexts.push(context);
      if (person !== null) {
        const url = baseURL ?? "";
        const { session, secondStep } = person;
        if (secondStep === undefined) {
          await context.addCookies([{ name: "session", value: session, url }]);
        } else {
          await context.addCookies([{ name: "second-step", value: secondStep, url }]);
        }
      }
      context.on("weberror", (error) => complaints.push(error.error().message));
      context.on("console", (message) => {
        const isComplaint = ["error", "warning"].includes(message.type());
        if (isComplaint && !EXPECTED.test(message.text())) complaints.push(message.text());
      });
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
