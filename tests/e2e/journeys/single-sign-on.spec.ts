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
import { linkOfMail, openMail } from "../support/mails";
import { expect, test } from "../support/test";
import { waiting } from "../support/world";

const OFFICER = { email: "olive.fenn@kent.e2e.test", password: "lantern orchard pencil" };
const PAGE = "/account/single-sign-on";

/** The provider's own page: who it is there, and on. */
async function signInThere(page: Page, account: string): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Sign in at the provider of the tests");
  await page.getByLabel("Account").fill(account);
  await page.getByRole("button", { name: "Sign in here" }).click();
}

const pressProvider = (page: Page, verb: string) =>
  page.getByRole("button", { name: `${verb} County login` }).click();

async function inviteOfficer(page: Page, { name, email }: { name: string; email: string }) {
  await page.goto("/organisations/kent/people/invite");
  await sendInvitation(page, { name, email, role: "Officer" });
}

test("an officer connects an account, signs in by it with a code, and shows again who it is", async ({
  visit,
}) => {
  const manager = await visit(waiting().manager);
  await inviteOfficer(manager, { name: "Olive Fenn", email: OFFICER.email });
  const officer = await visit(null);
  await acceptAsNew(officer, OFFICER);
  const { phone } = await setUpApp(officer, OFFICER.password);
  await officer.getByRole("link", { name: /I have kept the codes/ }).click();

  await officer.goto(PAGE);
  await expectForEveryone(officer);
  await officer.getByLabel(/^Your password/).fill("not this one");
  await pressProvider(officer, "Connect");
  await expect(officer.getByRole("link", { name: /That password does not match/ })).toBeVisible();
  await expectForEveryone(officer);
  await officer.getByLabel(/^Your password/).fill(OFFICER.password);
  await pressProvider(officer, "Connect");
  await signInThere(officer, "officer");
  await expect(officer.getByText(/^Connected\. You can sign in/)).toBeVisible();
  await expect(officer.getByText(/as officer@provider\.example/)).toBeVisible();
  await expectForEveryone(officer);
  await signOut(officer);

  const elsewhere = await visit(null);
  await elsewhere.goto("/sign-in");
  await expectForEveryone(elsewhere);
  await pressProvider(elsewhere, "Sign in with");
  await signInThere(elsewhere, "officer");
  await giveCode(elsewhere, await phone.next());
  await expect(elsewhere).not.toHaveURL(/sign-in/);
  await elsewhere.goto("/organisations/kent");
  await expect(elsewhere.getByRole("heading", { level: 1 })).toBeVisible();

  await elsewhere.goto(`/account/prove?for=${encodeURIComponent(PAGE)}`);
  await expectForEveryone(elsewhere);
  await pressProvider(elsewhere, "Sign in again with");
  await signInThere(elsewhere, "officer");
  await expect(elsewhere).toHaveURL(new RegExp(`${PAGE}$`));
  await expect(elsewhere.getByLabel(/^Your password/)).toHaveCount(0);
  await expectForEveryone(elsewhere);
  await elsewhere.goto(`/account/prove?for=${encodeURIComponent(PAGE)}`);
  await expect(elsewhere.getByText(/^You have just done that/)).toBeVisible();
  await expectForEveryone(elsewhere);
  await elsewhere.getByRole("link", { name: "Go on" }).click();
  await pressProvider(elsewhere, "Disconnect");
  await expect(elsewhere.getByText(/^Disconnected\./)).toBeVisible();
  await openMail(manager, { to: OFFICER.email, subject: /disconnected/i });
});

test("an account that is nobody's is told so, and connected after signing in as usual", async ({
  visit,
}) => {
  const manager = await visit(waiting().manager);
  const email = "pending.person@kent.e2e.test";
  await inviteOfficer(manager, { name: "Pia Lund", email });
  const page = await visit(null);
  await acceptAsNew(page, { email, password: OFFICER.password });
  await signOut(page);
  await pressProvider(page, "Sign in with");
  await signInThere(page, "omar");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Your County login account is not connected yet");
  await expectForEveryone(page);
  await page.getByRole("link", { name: "Sign in, then connect" }).click();
  await giveFirstFactor(page, { email, password: OFFICER.password });
  await expect(page.getByText(/The County login account omar@provider\.example/)).toBeVisible();
  await expectForEveryone(page);
  await page.locator("section", { hasText: "Waiting to be connected" }).getByRole("button").click();
  await expect(page.getByText(/^Connected\. You can sign in/)).toBeVisible();
});

test("somebody invited joins without a password, and whoever goes back is told so, without scripts", async ({
  visit,
}) => {
  const manager = await visit(waiting().manager);
  const email = "no.password@kent.e2e.test";
  await inviteOfficer(manager, { name: "Noor Haddad", email });
  await openMail(manager, { to: email, subject: /invites you to/ });
  const link = await linkOfMail(manager, /^\/invitation\//);

  const page = await visit(null, { javaScriptEnabled: false });
  await page.goto("/sign-in");
  await pressProvider(page, "Sign in with");
  await page.getByRole("button", { name: "Go back" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You did not go on");
  await page.goto(link);
  await pressProvider(page, "Continue with");
  await signInThere(page, "priya");
  await expect(page).toHaveURL(/\/organisations\/kent/);
  await page.goto(PAGE);
  await expect(page.getByText(/only way into your account/)).toBeVisible();
});
