import { tabTo } from "../support/keys";
import { expectForEveryone } from "../support/for-everyone";
import { openMail } from "../support/mails";
import { letMailsLeave } from "../support/school-morning";
import { expect, test } from "../support/test";
import { demoPerson, roundOf, team, waiting } from "../support/world";

const RETURNS = "/organisations/kent/returns";

test("the keyboard alone narrows the list, opens a school, notes a call and corrects it", async ({
  visit,
}) => {
  const { urn } = team("keyboard");
  const page = await visit(demoPerson("officer"));
  await page.goto(RETURNS);
  await tabTo(page, "#search");
  await page.keyboard.type(urn);
  await tabTo(page, "#district");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#district")).toHaveValue("all");
  await tabTo(page, "form.ir-filter button");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`search=${urn}`));
  await expect(page.getByRole("row")).toHaveCount(2);

  await tabTo(page, `main a[href$="/calls/${urn}"]`);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What was agreed")).toBeVisible();
  await tabTo(page, "#agreed");
  await page.keyboard.type("Finishes section A by Friday");
  await page.keyboard.press("Enter");
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await tabTo(page, '.govuk-error-summary a[href="#withWhom"]');
  await page.keyboard.press("Enter");
  await expect(page.locator("#withWhom")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await tabTo(page, "main form button");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The call is noted.", { exact: false })).toBeVisible();

  await page.goto(`/organisations/kent/calls/${urn}`);
  await tabTo(page, 'main a[href*="?call="]');
  await page.keyboard.press("Enter");
  await expect(page.getByText("Correct a call")).toBeVisible();
  await expectForEveryone(page);
  await tabTo(page, "#withWhom");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, 'main button[value="correct"]');
  await page.keyboard.press("Enter");
  await expect(page.getByText("The call is corrected.")).toBeVisible();
  await expect(page.getByText(/by phone, SENCO or coordinator/)).toBeVisible();
});

test("with JavaScript off exactly the schools ticked are written to, and the letter is read", async ({
  visit,
}) => {
  const { urn, people } = team("lines");
  const page = await visit(demoPerson("officer"), { javaScriptEnabled: false });
  await page.goto(`${RETURNS}?round=${roundOf("inclusion-toolkit")}&district=all&search=${urn}`);
  await page.getByRole("checkbox", { name: /^Choose / }).check();
  await page.getByRole("button", { name: /Preview/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Write to 1 school");
  await expect(page.getByText(people.head.email, { exact: false }).first()).toBeVisible();
  await page.getByLabel("Subject").fill("A word about {round}");
  await page.getByLabel("What you want to say").fill("Is {school} stuck?\n\nRing me on Monday.");
  await page.getByRole("button", { name: "Send to 1 school" }).click();
  await expect(page.getByText("No address has come back.")).toBeVisible();
  const sent = page.url();

  // The headteacher and the SENCO are both written to.
  for (const { email } of [people.head, people.coordinator]) await letMailsLeave(email);
  await openMail(page, { to: people.head.email, subject: /^A word about Inclusion Toolkit/ });
  const words = page.locator("[data-mail-text]");
  await expect(words).toContainText("Ring me on Monday.");
  await expect(words).toContainText("Hannah Osei");
  await page.goto(sent);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sent to 1 school");
});

test("a manager turns a round’s reminders off and on with JavaScript off, every mail in sight", async ({
  visit,
}) => {
  const page = await visit(waiting().manager, { javaScriptEnabled: false });
  await page.goto(`/organisations/kent/rounds/${roundOf("mainstream-core-standards")}`);
  await page.getByRole("link", { name: "Reminders" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reminders");
  const mail = page.getByRole("listitem").filter({ hasText: "The mail to" }).first();
  await mail.locator("summary").click();
  await expect(mail.getByText("(what is left)", { exact: false })).toBeVisible();
  await page.getByLabel(/Your own words/).fill("Ring us on Monday.");
  await page.getByRole("button", { name: "Turn reminders on" }).click();
  await expect(page.getByText("Reminders are on.", { exact: false })).toBeVisible();
  await mail.locator("summary").click();
  await expect(mail.getByText("Ring us on Monday.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Turn reminders off" }).click();
  await expect(page.getByText("Reminders are off.", { exact: false })).toBeVisible();
});
