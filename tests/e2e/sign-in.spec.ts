import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { linkOfMail, openMail } from "./support/mails";

/** People of a team that no other file signs in with: their passwords and second factors change here. */
const ACCOUNTS = [
  { scripts: true, email: "contributor@entering.e2e.test" },
  { scripts: false, email: "governor@entering.e2e.test" },
];
const NEW = "violet tractor lamp";

/** One heading, nothing wider than the screen, and no fault that axe knows: axe itself needs scripts. */
async function looksRight(page: Page, { scripts }: { scripts: boolean }) {
  await expect(page.locator("h1")).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  if (!scripts) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

async function give(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page.getByText("You have signed out.")).toBeVisible();
}

for (const { scripts, email } of ACCOUNTS) {
  test.describe(`signing in, ${scripts ? "with" : "without"} JavaScript`, () => {
    test.use({ viewport: { width: 320, height: 900 }, javaScriptEnabled: scripts });
    test.describe.configure({ mode: "serial" });

    test("a forgotten password is reset by the mailed link", async ({ page }) => {
      await page.goto("/sign-in");
      await page.getByRole("link", { name: "Reset your password" }).click();
      await looksRight(page, { scripts });
      await page.getByLabel("E-mail address").fill(email);
      await page.getByRole("button", { name: "Send the link" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look in your e-mail");
      await looksRight(page, { scripts });

      await openMail(page, { to: email, subject: /password/i });
      const link = await linkOfMail(page, /^\/sign-in\/new-password/);
      await page.goto(link);
      await looksRight(page, { scripts });
      await page.getByLabel("New password").fill("short");
      await page.getByRole("button", { name: "Set the new password" }).click();
      await expect(page.getByRole("link", { name: /10 characters or more/ })).toBeVisible();
      await page.getByLabel("New password").fill(NEW);
      await page.getByRole("button", { name: "Set the new password" }).click();
      await expect(page.getByText(/Your password is changed/)).toBeVisible();

      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
      await looksRight(page, { scripts });
    });

    test("an authenticator app is set up, asked for, and lost again", async ({ page }) => {
      await give(page, { email, password: NEW });
      await page.goto("/account");
      await looksRight(page, { scripts });
      await page.getByRole("link", { name: "Authenticator app" }).click();
      await looksRight(page, { scripts });
      await page.getByLabel("Your password").fill(NEW);
      await page.getByRole("button", { name: "Set up an app" }).click();
      await looksRight(page, { scripts });
      const secret = (await page.locator("code").first().innerText()).replaceAll(" ", "");
      const app = new TOTP({ secret: Secret.fromBase32(secret) });
      const code = app.generate();
      await page.getByLabel("Code from the app").fill(code);
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect(page.locator("ol code")).toHaveCount(10);
      await looksRight(page, { scripts });
      const codes = await page.locator("ol code").allInnerTexts();
      await signOut(page);

      await give(page, { email, password: NEW });
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter your code");
      await looksRight(page, { scripts });
      await page.getByLabel("Code from the app").fill(code);
      await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
      // The code that set the app up is used; the phone is at hand again half a minute later.
      await expect(page.getByRole("link", { name: /Wait for the next one/ })).toBeVisible();
      await looksRight(page, { scripts });
      await page.getByText("You do not have the app with you").click();
      await page.getByLabel("Recovery code", { exact: true }).fill(codes[0] ?? "");
      await page.getByRole("button", { name: "Sign in with a recovery code" }).click();
      await expect(page.getByText(/You signed in with a recovery code/)).toBeVisible();
      await looksRight(page, { scripts });
      await page.goto("/account");
      await page.getByRole("button", { name: "Sign out everywhere, here too" }).click();
      await expect(page.getByText("You have signed out everywhere.")).toBeVisible();
    });
  });
}
