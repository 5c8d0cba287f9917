import type { Page } from "@playwright/test";
import { phoneFrom } from "../support/accounts";
import { pressTab, tabTo } from "../support/keys";
import { linkOfMail, openMail } from "../support/mails";
import { expect, test } from "../support/test";
import { team } from "../support/world";

const PASSWORD = "marble cedar whistle";
const NEW = "keys.only@inviting.e2e.test";

/** Goes to a box, types in it and sends its form with Enter, as someone without a mouse does. */
async function typeAndSend(page: Page, { box, text }: { box: string; text: string }) {
  await tabTo(page, box);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

test("the keyboard alone invites, accepts an invitation and sets up an authenticator app", async ({
  visit,
}) => {
  const { people, urn } = team("inviting");
  const head = await visit(people.head);
  await head.goto(`/schools/${urn}/team`);
  await pressTab(head);
  await expect(head.locator(":focus")).toHaveText(/Skip to/);
  await tabTo(head, 'a[href$="/team/invite"]');
  await head.keyboard.press("Enter");
  await expect(head).toHaveURL(/\/team\/invite$/);
  await tabTo(head, "#name");
  await head.keyboard.type("Kit Morley");
  await tabTo(head, "#email");
  await head.keyboard.type(NEW);
  await tabTo(head, 'input[name="role"]');
  await head.keyboard.press("ArrowDown");
  await head.keyboard.press("ArrowDown");
  await expect(head.getByRole("radio", { name: "Colleague" })).toBeFocused();
  await head.keyboard.press("Enter");
  await expect(head.getByText("The invitation is on its way.")).toBeVisible();

  const page = await visit(null);
  await openMail(page, { to: NEW, subject: /^Anna Pellow invites you to/ });
  await page.goto(await linkOfMail(page, /^\/invitation\//));
  await typeAndSend(page, { box: "#password", text: "short" });
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await pressTab(page);
  await expect(page.locator(":focus")).toHaveText(/10 characters or more/);
  await page.keyboard.press("Enter");
  await expect(page.locator("#password")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/schools/${urn}`));

  await tabTo(page, 'header a[href="/account"]');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
  await tabTo(page, 'a[href="/account/authenticator"]');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Authenticator app");
  await typeAndSend(page, { box: 'main input[type="password"]', text: PASSWORD });
  await expect(page.locator("#code")).toBeVisible();
  const phone = await phoneFrom(page);
  await typeAndSend(page, { box: "#code", text: await phone.next() });
  await expect(page.locator("ol code")).toHaveCount(10);
  await tabTo(page, 'main a.ir-button[href="/account"]');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
});
