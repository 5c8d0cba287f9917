import type { Page } from "@playwright/test";
import {
  acceptAsNew,
  giveCode,
  giveFirstFactor,
  sendInvitation,
  setUpApp,
  signOut,
} from "../support/accounts";
import { expectForEveryone } from "../support/for-everyone";
import { openMail } from "../support/mails";
import { expect, test } from "../support/test";
import { password, waiting } from "../support/world";

const OFFICER = { email: "lost.phone@kent.e2e.test", password: "pebble window harvest" };
const NAME = "Winifred Oyelaran";

async function giveRecoveryCode(page: Page, code: string): Promise<void> {
  await page.goto("/sign-in");
  await giveFirstFactor(page, OFFICER);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter your code");
  await page.getByText("You do not have the app with you").click();
  await page.getByLabel("Recovery code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in with a recovery code" }).click();
}

test("an officer who lost the phone gets in by a recovery code once, then by the manager's help", async ({
  visit,
}) => {
  const manager = await visit(waiting().manager);
  await manager.goto("/organisations/kent/people/invite");
  await sendInvitation(manager, { name: NAME, email: OFFICER.email, role: "Officer" });
  const officer = await visit(null);
  await acceptAsNew(officer, OFFICER);
  const { codes } = await setUpApp(officer, OFFICER.password);
  await officer.getByRole("link", { name: /I have kept the codes/ }).click();
  await signOut(officer);

  const [first = "", ...rest] = codes;
  await giveRecoveryCode(officer, first);
  await expect(officer.getByText(/You signed in with a recovery code/)).toBeVisible();
  await expect(officer.getByText(/9 of your recovery codes are unused/)).toBeVisible();
  await signOut(officer);
  await giveRecoveryCode(officer, first);
  await expect(officer.getByRole("link", { name: /not one of your unused/ })).toBeVisible();
  expect(rest).toHaveLength(9);
  await expectForEveryone(officer);
  await expect(officer.getByText(/No codes left\?/)).toBeVisible();

  await manager.goto("/organisations/kent/people");
  await expectForEveryone(manager);
  await manager.getByRole("link", { name: new RegExp(`^Help them get back in.*${NAME}`) }).click();
  await manager.getByLabel("Your own password").fill("not this one");
  await manager.getByRole("button", { name: "Take the lost app away" }).click();
  await expect(manager.getByRole("link", { name: /password does not match/ })).toBeVisible();
  await expectForEveryone(manager);
  await manager.getByLabel("Your own password").fill(password());
  await manager.getByRole("button", { name: "Take the lost app away" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(
    `${NAME} has no authenticator app`,
  );
  await expectForEveryone(manager);

  await openMail(officer, { to: OFFICER.email, subject: /lost authenticator app was taken away/ });
  await expectForEveryone(officer);
  await officer.goto("/sign-in");
  await giveFirstFactor(officer, OFFICER);
  await expect(officer).toHaveURL(/\/organisations\/kent/);
  const { phone } = await setUpApp(officer, OFFICER.password);
  await signOut(officer);
  await giveFirstFactor(officer, OFFICER);
  await giveCode(officer, await phone.next());
  await expect(officer).toHaveURL(/\/organisations\/kent/);
});
