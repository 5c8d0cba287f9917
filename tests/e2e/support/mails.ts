import { expect, type Page } from "@playwright/test";

type Wanted = { to: string; subject: RegExp };

/**
 * Opens the newest mail of an address on the page of kept mails, as its reader would. The worker takes a moment to
 * send, so the page is read until the mail is there.
 */
export async function openMail(page: Page, { to, subject }: Wanted): Promise<void> {
  await expect(async () => {
    await page.goto("/dev/mails");
    const theirs = page.getByRole("listitem").filter({ hasText: to });
    await theirs.getByRole("link", { name: subject }).first().click({ timeout: 1000 });
    await expect(page.locator("[data-mail-text]")).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
}

/** Where the open mail's link to such an address leads: the path, since a server of the tests has no name. */
export async function linkOfMail(page: Page, path: RegExp): Promise<string> {
  const addresses = await page
    .locator("[data-mail-text] a")
    .evaluateAll((links: HTMLAnchorElement[]) => links.map((link) => link.href));
  const paths = addresses.map((address) => {
    const { pathname, search } = new URL(address);
    return pathname + search;
  });
  const found = paths.find((one) => path.test(one));
  if (found === undefined) throw new Error(`The mail has no link to ${path.source}`);
  return found;
}

/** How many mails an address has been sent. */
export async function countMails(page: Page, to: string): Promise<number> {
  await page.goto("/dev/mails");
  return page.getByRole("listitem").filter({ hasText: to }).count();
}

/** The code that the open mail gives, like "k7qm-4d2p". */
export async function codeOfMail(page: Page): Promise<string> {
  const words = await page.locator("[data-mail-text]").innerText();
  const found = /\b[a-z0-9]{4}-[a-z0-9]{4}\b/.exec(words)?.[0];
  if (found === undefined) throw new Error("The mail has no code");
  return found;
}
