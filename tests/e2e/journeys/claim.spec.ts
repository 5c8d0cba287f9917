import {
  acceptAsNew,
  giveCode,
  giveFirstFactor,
  sendInvitation,
  setUpApp,
  signOut,
} from "../support/accounts";
import { expectForEveryone } from "../support/for-everyone";
import { codeOfMail, linkOfMail, openMail } from "../support/mails";
import { expect, test } from "../support/test";
import { UNCLAIMED } from "../world/plan";

const URN = UNCLAIMED.claim;
const PASSWORD = "walnut ferry lantern";
const BURSAR = "bursar@claim.e2e.test";
const HEAD = "new.head@claim.e2e.test";
const SENCO = "new.senco@claim.e2e.test";

test("an office claims its school, the headteacher comes, invites a SENCO, and the SENCO sets up an app", async ({
  visit,
}) => {
  const bursar = await visit(null);
  await bursar.goto("/claim");
  await bursar.getByLabel("Name or URN of your school").fill(URN);
  await bursar.getByRole("button", { name: "Find the school" }).click();
  await bursar.getByRole("main").getByRole("link").last().click();
  await bursar.getByLabel("Your name").fill("Petra Holt");
  await bursar.getByRole("button", { name: "Send a code to the office" }).click();
  await expect(bursar.getByRole("heading", { level: 1 })).toHaveText("Enter the code");

  const office = await visit(null);
  await openMail(office, { to: `office@${URN}.demo.test`, subject: /^Code to start/ });
  await expectForEveryone(office);
  await expect(office.locator("[data-mail-text]")).toContainText("Petra Holt");
  const code = await codeOfMail(office);
  expect(new URL(bursar.url()).pathname).toBe(await linkOfMail(office, /^\/claim\/code\//));
  await bursar.getByLabel("Code", { exact: true }).fill(code);
  await bursar.getByLabel("Your name").fill("Petra Holt");
  await bursar.getByLabel("Your work e-mail address").fill(BURSAR);
  await bursar.getByRole("button", { name: "Go on" }).click();
  await expect(bursar.getByRole("heading", { level: 1 })).toHaveText("Look in your e-mail");
  await expectForEveryone(bursar);

  await acceptAsNew(bursar, { email: BURSAR, password: PASSWORD });
  await expect(bursar.getByText(/You manage this school now/)).toBeVisible();
  await expectForEveryone(bursar);
  await bursar.getByRole("link", { name: "Invite your headteacher" }).click();
  await sendInvitation(bursar, { name: "Rosalind Kerr", email: HEAD, role: "Headteacher" });

  const head = await visit(null);
  await openMail(head, { to: HEAD, subject: /^Petra Holt invites you to/ });
  const link = await linkOfMail(head, /^\/invitation\//);
  // A scanner of mail opens every link, with nobody's cookies, more than once.
  for (let opened = 0; opened < 3; opened += 1) {
    expect((await office.request.get(link)).status()).toBe(200);
  }
  await head.goto(link);
  await expectForEveryone(head);
  await head.getByLabel("Choose a password").fill(PASSWORD);
  await head.getByRole("button", { name: /^Join / }).click();
  await expect(head.getByRole("heading", { level: 1 })).toHaveText("Your first day");
  await expectForEveryone(head);
  await head.getByRole("link", { name: "Team", exact: true }).first().click();
  await expect(head.getByText("Petra Holt").first()).toBeVisible();
  await head.getByRole("link", { name: "Invite someone" }).click();
  await sendInvitation(head, {
    name: "Idris Bowen",
    email: SENCO,
    role: "Coordinator",
    title: "SENCO",
  });

  const senco = await visit(null);
  await acceptAsNew(senco, { email: SENCO, password: PASSWORD });
  await expect(senco.getByRole("heading", { level: 1 })).toHaveText("Your first day");
  const { phone } = await setUpApp(senco, PASSWORD);
  await expectForEveryone(senco);
  await signOut(senco);
  await giveFirstFactor(senco, { email: SENCO, password: PASSWORD });
  await giveCode(senco, await phone.next());
  await expect(senco.getByRole("listitem").filter({ hasText: "Idris Bowen" })).toBeVisible();

  await openMail(senco, { to: SENCO, subject: /an authenticator app was added/ });
  await head.goto(link);
  await expect(head.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
});
