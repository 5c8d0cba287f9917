import { setTimeout as rest } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { linkOfMail, openMail } from "./mails";

type Credentials = { email: string; password: string };

/** Gives address and password on the sign-in page the browser is at. */
export async function giveFirstFactor(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page.getByText("You have signed out.")).toBeVisible();
}

type NewAccount = { email: string; password: string };

/** Opens the newest invitation in the mail of someone without an account, and joins. */
export async function acceptAsNew(page: Page, { email, password }: NewAccount): Promise<void> {
  await openMail(page, { to: email, subject: /invites you to/ });
  await page.goto(await linkOfMail(page, /^\/invitation\//));
  await page.getByLabel("Choose a password").fill(password);
  await page.getByRole("button", { name: /^Join / }).click();
  await expect(page).not.toHaveURL(/\/invitation\//);
}

/** An authenticator app, as a phone has it. `next` gives a code that was not given before. */
export type Phone = { next: () => Promise<string> };

/** Adds the secret that a page shows to a phone of the tests. */
export async function phoneFrom(page: Page): Promise<Phone> {
  const secret = (await page.locator("code").first().innerText()).replaceAll(" ", "");
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  const period = app.period * 1000;
  let given = 0;
  return {
    next: async () => {
      const step = Math.max(Math.floor(Date.now() / period), given + 1);
      // The server takes the code of the next half minute as well, for phones whose clock is fast.
      await rest(Math.max(0, (step - 1) * period - Date.now()));
      given = step;
      return app.generate({ timestamp: step * period });
    },
  };
}

/** Sets an app up on the account page. Returns the phone and the recovery codes, still shown. */
export async function setUpApp(
  page: Page,
  password: string,
): Promise<{ phone: Phone; codes: string[] }> {
  await page.goto("/account");
  await page.getByRole("link", { name: "Authenticator app" }).click();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Set up an app" }).click();
  const code = page.getByLabel("Code from the app");
  await expect(code).toBeVisible();
  const phone = await phoneFrom(page);
  await code.fill(await phone.next());
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.locator("ol code")).toHaveCount(10);
  return { phone, codes: await page.locator("ol code").allInnerTexts() };
}

/** Answers the second step of signing in with a code of the app. */
export async function giveCode(page: Page, code: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter your code");
  await page.getByLabel("Code from the app").fill(code);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
}

type Invited = { name: string; email: string; role: string; title?: string };

/** Fills in the form that invites somebody, and sends it. */
export async function sendInvitation(page: Page, { name, email, role, title }: Invited) {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Work e-mail address").fill(email);
  await page.getByRole("radio", { name: role }).check();
  if (title !== undefined) await page.getByLabel(/^Title beside the name/).fill(title);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
}
