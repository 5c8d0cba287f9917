import {
  acceptAsNew,
  giveCode,
  giveFirstFactor,
  sendInvitation,
  setUpApp,
  signOut,
} from "../support/accounts";
import { codeOfMail, linkOfMail, openMail } from "../support/mails";
import { expect, test } from "../support/test";
import { password, team } from "../support/world";
import { UNCLAIMED } from "../world/plan";

const URN = UNCLAIMED.scriptless;
const OFF = { javaScriptEnabled: false };
const PASSWORD = "saddle orchard violin";
const CHANGED = "kettle harbour plum";
const BURSAR = "bursar@scriptless.e2e.test";
const HEAD = "head@claimed.scriptless.e2e.test";

test.describe.configure({ mode: "serial" });

test("with JavaScript off a school is claimed, its headteacher invited and let in", async ({
  visit,
}) => {
  const bursar = await visit(null, OFF);
  await bursar.goto(`/claim/${URN}`);
  await bursar.getByRole("button", { name: "Send a code to the office" }).click();
  await expect(bursar.getByRole("link", { name: /name/ })).toBeVisible();
  await bursar.getByLabel("Your name").fill("Olwen Pryce");
  await bursar.getByRole("button", { name: "Send a code to the office" }).click();
  const address = bursar.url();

  await openMail(bursar, { to: `office@${URN}.demo.test`, subject: /^Code to start/ });
  const code = await codeOfMail(bursar);
  await bursar.goto(address);
  await bursar.getByLabel("Code", { exact: true }).fill("zzzz-zzzz");
  await bursar.getByLabel("Your name").fill("Olwen Pryce");
  await bursar.getByLabel("Your work e-mail address").fill(BURSAR);
  await bursar.getByRole("button", { name: "Go on" }).click();
  await expect(bursar.getByRole("link", { name: /That code does not work/ })).toBeVisible();
  await expect(bursar.getByLabel("Your work e-mail address")).toHaveValue(BURSAR);
  await bursar.getByLabel("Code", { exact: true }).fill(code.toUpperCase().replace("-", " "));
  await bursar.getByRole("button", { name: "Go on" }).click();
  await expect(
    bursar.getByText(`A link is on its way to ${BURSAR}`, { exact: false }),
  ).toBeVisible();

  await acceptAsNew(bursar, { email: BURSAR, password: PASSWORD });
  await bursar.goto(`/schools/${URN}/team/invite`);
  await sendInvitation(bursar, { name: "Gwen Tudor", email: HEAD, role: "Headteacher" });

  const head = await visit(null, OFF);
  await openMail(head, { to: HEAD, subject: /^Olwen Pryce invites you to/ });
  await head.goto(await linkOfMail(head, /^\/invitation\//));
  await head.getByLabel("Choose a password").fill("short");
  await head.getByRole("button", { name: /^Join / }).click();
  await expect(head.getByRole("link", { name: /10 characters or more/ })).toBeVisible();
  await head.getByLabel("Choose a password").fill(PASSWORD);
  await head.getByRole("button", { name: /^Join / }).click();
  await expect(head.getByRole("heading", { level: 1 })).toHaveText("Your first day");

  await head.goto(`/schools/${URN}/team`);
  await head.getByRole("link", { name: "Remove Olwen Pryce" }).click();
  await head.getByRole("button", { name: "Remove Olwen Pryce" }).click();
  await expect(head.getByText(/They are removed and signed out everywhere/)).toBeVisible();
  await bursar.goto(`/schools/${URN}/team`);
  await expect(bursar).toHaveURL(/\/sign-in/);
});

test("with JavaScript off a password is reset and an app set up, asked for, and every browser signed out", async ({
  visit,
}) => {
  const page = await visit(null, OFF);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Reset your password" }).click();
  await page.getByLabel("E-mail address").fill(HEAD);
  await page.getByRole("button", { name: "Send the link" }).click();
  await openMail(page, { to: HEAD, subject: /^Choose a new password/ });
  await page.goto(await linkOfMail(page, /^\/sign-in\/new-password/));
  await page.getByLabel("New password").fill(CHANGED);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await giveFirstFactor(page, { email: HEAD, password: CHANGED });
  const { phone } = await setUpApp(page, CHANGED);
  await signOut(page);
  await giveFirstFactor(page, { email: HEAD, password: CHANGED });
  await giveCode(page, await phone.next());
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere, here too" }).click();
  await expect(page.getByText("You have signed out everywhere.")).toBeVisible();
});

test("with JavaScript off an invitation for someone with an account is accepted after signing in", async ({
  visit,
}) => {
  const { people, urn, school } = team("inviting");
  const head = await visit(people.head, OFF);
  await head.goto(`/schools/${urn}/team/invite`);
  const { email } = team("expired").people.governor;
  await sendInvitation(head, { name: "Dilys Penrose", email, role: "Governor" });
  const page = await visit(null, OFF);
  await openMail(page, { to: email, subject: /^Anna Pellow invites you to/ });
  await page.goto(await linkOfMail(page, /^\/invitation\//));
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await giveFirstFactor(page, { email, password: password() });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Join ${school}`);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page).toHaveURL(new RegExp(`/schools/${urn}$`));
});
