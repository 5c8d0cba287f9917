import type { Page } from "@playwright/test";
import { acceptAsNew, giveFirstFactor, phoneFrom, sendInvitation } from "./support/accounts";
import { endSession } from "./support/end-session";
import { expectForEveryone } from "./support/for-everyone";
import { codeOfMail, linkOfMail, openMail } from "./support/mails";
import { expect, test } from "./support/test";
import { password, team, waiting } from "./support/world";
import { UNCLAIMED } from "./world/plan";

/** Faces of pages that no address shows: they come of posting a form. */
test.describe.configure({ mode: "parallel" });

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string | RegExp) =>
  main(page)
    .getByRole("button", { name, exact: typeof name === "string" })
    .click();

/** The summary says so many things, has focus, and the whole is for everyone. */
async function expectProblems(page: Page, count: number): Promise<void> {
  const summary = page.locator(".govuk-error-summary");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(count);
  await expectForEveryone(page);
}

test("an invitation with nothing, or nonsense, in its boxes", async ({ visit }) => {
  const { people, urn } = team("inviting");
  const page = await visit(people.head);
  await page.goto(`/schools/${urn}/team/invite`);
  await press(page, "Send invitation");
  await expectProblems(page, 3);
  await page.getByLabel("Name", { exact: true }).fill("Kit");
  await page.getByLabel("Work e-mail address").fill("not an address");
  await page.getByLabel(/^Last day/).fill("some day");
  await press(page, "Send invitation");
  await expectProblems(page, 3);
  await expect(page.getByLabel(/^Last day/)).toHaveValue("some day");
});

test("a role whose last day cannot be read", async ({ visit }) => {
  const { people, urn } = team("inviting");
  const page = await visit(people.head);
  await page.goto(`/schools/${urn}/team`);
  await page.getByRole("link", { name: "Change the role colleague of Colm Doyle" }).click();
  await page.getByLabel(/^Last day/).fill("31 31 2027");
  await press(page, "Save");
  await expectProblems(page, 1);
});

test("a headteacher invited by the council without a school", async ({ visit }) => {
  const page = await visit(waiting().manager);
  await page.goto("/organisations/kent/people/invite");
  await page.getByLabel("Name", { exact: true }).fill("Kit Morley");
  await page.getByLabel("Work e-mail address").fill("kit@states.e2e.test");
  await page.getByRole("radio", { name: /^Headteacher/ }).check();
  await press(page, "Send invitation");
  await expectProblems(page, 1);
});

const FILE = [
  "name,email,role,urn",
  `Una Marsh,una@states.e2e.test,headteacher,${UNCLAIMED.states}`,
  "A very long name that somebody pasted into the sheet by mistake,una@states.e2e.test,officer,",
  ",no-address,king,000000",
].join("\n");

test("many invitations looked through before sending, and a file that is none", async ({
  visit,
}) => {
  const page = await visit(waiting().manager);
  await page.goto("/organisations/kent/people/import");
  await press(page, "Show what would be sent");
  await expectProblems(page, 1);
  const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };
  await page.getByLabel("Choose the file").setInputFiles(file);
  await press(page, "Show what would be sent");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look through before sending");
  await expect(page.getByText("Left out", { exact: true })).toHaveCount(1);
  await expectForEveryone(page);
  await press(page, "Send 2 invitations");
  await expect(page.getByText("una@states.e2e.test").first()).toBeVisible();
  await expectForEveryone(page);
});

test("a claim without a name, a wrong code, and a code entered by somebody signed in", async ({
  visit,
}) => {
  const page = await visit(team("inviting").people.governor);
  await page.goto(`/claim/${UNCLAIMED.states}`);
  await press(page, "Send a code to the office");
  await expectProblems(page, 1);
  await page.getByLabel("Your name").fill("Dilys Penrose");
  await press(page, "Send a code to the office");
  await page.getByLabel("Code", { exact: true }).fill("nothing");
  await press(page, "Go on");
  await expectProblems(page, 1);
  const address = page.url();
  await openMail(page, {
    to: `office@${UNCLAIMED.states}.demo.test`,
    subject: /^Code to start/,
  });
  const code = await codeOfMail(page);
  await page.goto(address);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await press(page, "Go on");
  await expect(page.getByText(/You manage this school now/)).toBeVisible();
  await expectForEveryone(page);
});

test("an invitation without a password, and opened again after it was used", async ({ visit }) => {
  const { people, urn } = team("inviting");
  const email = "used@states.e2e.test";
  const head = await visit(people.head);
  await head.goto(`/schools/${urn}/team/invite`);
  await sendInvitation(head, { name: "Ana Ruiz", email, role: "Colleague" });
  await expectForEveryone(head);
  const page = await visit(null);
  await openMail(page, { to: email, subject: /invites you to/ });
  await expectForEveryone(page);
  const link = await linkOfMail(page, /^\/invitation\//);
  await page.goto(link);
  await page.getByLabel("Your name").fill("");
  await press(page, /^Join /);
  await expectProblems(page, 2);
  await acceptAsNew(page, { email, password: "willow bridge candle" });
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
  await expectForEveryone(page);
  await page.goto("/dev/mails");
  await expectForEveryone(page);
});

test("a password asked for, and one that is too short", async ({ visit }) => {
  const { email } = team("inviting").people.contributor;
  const page = await visit(null);
  await page.goto("/sign-in/forgotten");
  await press(page, "Send the link");
  await expectProblems(page, 1);
  await page.getByLabel("E-mail address").fill(email);
  await press(page, "Send the link");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look in your e-mail");
  await expectForEveryone(page);
  await openMail(page, { to: email, subject: /^Choose a new password/ });
  await page.goto(await linkOfMail(page, /^\/sign-in\/new-password/));
  await page.getByLabel("New password").fill("short");
  await press(page, "Set the new password");
  await expectProblems(page, 1);
});

test("nothing, and a wrong password, given at signing in", async ({ visit }) => {
  const page = await visit(null);
  await page.goto("/sign-in");
  await press(page, "Sign in");
  await expectProblems(page, 2);
  await page.getByLabel("E-mail address").fill("nobody@states.e2e.test");
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await press(page, "Sign in");
  await expectProblems(page, 1);
});

for (const notice of ["ended", "kept", "unsaved", "left", "everywhere", "reset", "out"]) {
  test(`signing in, told that: ${notice}`, async ({ visit }) => {
    const page = await visit(null);
    await page.goto(`/sign-in?${notice}=1`);
    await expect(
      main(page)
        .getByText(/You |Your /)
        .first(),
    ).toBeVisible();
    await expectForEveryone(page);
  });
}

test("a wrong code while an app is set up, then its recovery codes", async ({ visit }) => {
  const { people } = team("inviting");
  const page = await visit(people.coordinator);
  await page.goto("/account/authenticator");
  await press(page, "Set up an app");
  await expectProblems(page, 1);
  await page.getByLabel("Your password").fill(password());
  await press(page, "Set up an app");
  await expect(page.getByLabel("Code from the app")).toBeVisible();
  await expectForEveryone(page);
  const phone = await phoneFrom(page);
  await page.getByLabel("Code from the app").fill("000 00");
  await press(page, "Confirm");
  await expectProblems(page, 1);
  await page.getByLabel("Code from the app").fill(await phone.next());
  await press(page, "Confirm");
  await expect(page.locator("ol code")).toHaveCount(10);
  await expectForEveryone(page);

  const again = await visit(null);
  await again.goto("/sign-in");
  await giveFirstFactor(again, { email: people.coordinator.email, password: password() });
  await again.getByLabel("Code from the app").fill("123");
  await press(again, "Sign in");
  await expectProblems(again, 1);
});

test("an action typed in a session that ended, given back to copy", async ({ visit }) => {
  const { people, urn } = team("inviting");
  const writer = people.contributor;
  const page = await visit(writer);
  await page.goto(`/schools/${urn}/actions/new`);
  await page.getByLabel("What will be done").fill("Agree one way of telling families early");
  endSession(writer);
  await press(page, /^Add/);
  await expect(
    page.getByText("Your session ended. Sign in again: your text is kept."),
  ).toBeVisible();
  await giveFirstFactor(page, { email: writer.email, password: password() });
  await expect(page.getByText("Agree one way of telling families early")).toBeVisible();
  await expect(page.getByRole("heading", { name: "A new action" })).toBeVisible();
  await expectForEveryone(page);
});
