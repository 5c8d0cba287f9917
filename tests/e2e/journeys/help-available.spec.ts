import { expectSaved } from "../support/answering";
import { expect, test } from "../support/test";
import { demoPerson, team } from "../support/world";

const SUPPORT = "/organisations/kent/support";
const toolkit = (rest: string) =>
  `${team("helped").reviews["inclusion-toolkit"].path}/sections/${rest}`;

test("a course an officer adds stands beside its statement as soon as a school chooses Starting", async ({
  visit,
}) => {
  const officer = await visit(demoPerson("officer"));
  await officer.goto(SUPPORT);
  await officer.getByRole("link", { name: "Add a course" }).click();
  await officer.getByRole("button", { name: "Add it" }).click();
  await expect(officer.getByRole("alert")).toContainText("Enter a name");
  await officer.getByLabel("Questionnaire").selectOption({ label: "Inclusion Toolkit" });
  await officer.getByLabel("Name of the course").fill("Hearing from every family");
  await officer.getByLabel("Statements it helps with").fill("D5");
  await officer.getByLabel("Dates and places").fill("26 January 2099, 15:45, Online");
  await officer.getByLabel("How to book or ask").fill("Book with the Inclusion team");
  await officer.getByRole("button", { name: "Add it" }).click();
  await expect(officer.getByText("Added. Schools see it")).toBeVisible();

  const school = await visit(team("helped").people.coordinator);
  await school.goto(toolkit("D/levels"));
  const help = school.getByRole("group", { name: "Help with D5" });
  await expect(help).toHaveCount(0);
  const row = school.locator('[data-item="D5"]');
  await row.locator('input[name$=".level"][value="1"]').check({ force: true });
  await expect(help).toContainText("Hearing from every family");
  await expect(help).toContainText("Monday 26 January 2099, 15:45, Online");
  await expect(help).toContainText("will see it when you have signed");
  await help.getByText("We would like help with this").click();
  await expectSaved(school);
  await school.reload();
  await expect(help.getByRole("checkbox")).toBeChecked();
});

test("without JavaScript the help stands there once the choice is saved, in the full view too", async ({
  visit,
}) => {
  const page = await visit(team("helped").people.head, { javaScriptEnabled: false });
  await page.goto(toolkit("C/levels"));
  const row = page.locator('[data-item="C5"]');
  await row.locator('input[name$=".level"][value="1"]').check({ force: true });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const help = page.getByRole("group", { name: "Help with C5" });
  await expect(help).toContainText("Checking need types together");
  await page.goto(toolkit("C"));
  await expect(help).toContainText("Half-termly SEN list check");
  await help.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expect(page).not.toHaveURL(/\/sections\//);
  await page.goto(toolkit("C"));
  await expect(help.getByRole("checkbox")).toBeChecked();
});

test("asthma shows a template or a course beside what is missing", async ({ visit }) => {
  const page = await visit(team("helped").people.coordinator);
  await page.goto(team("helped").reviews["asthma-friendly"].path);
  const row = page.locator('[data-item="B4"]');
  await row.locator('input[name$=".level"][value="2"]').check({ force: true });
  const help = page.getByRole("group", { name: "Help with B4" });
  await expect(help.getByRole("link", { name: "Consent letter to send home" })).toBeVisible();
});

test("the list goes out as a spreadsheet and what is changed in it comes in", async ({ visit }) => {
  const page = await visit(demoPerson("officer"), { javaScriptEnabled: false });
  const answer = await page.request.get(`${SUPPORT}/csv`);
  const text = await answer.text();
  expect(text).toContain("First conversations with parents");
  await page.goto(`${SUPPORT}/import`);
  const buffer = Buffer.from(text.replace("First conversations with parents", "First talks"));
  const file = { name: "help.csv", mimeType: "text/csv", buffer };
  await page.getByLabel("Choose the file").setInputFiles(file);
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByRole("row", { name: /First talks Changed/ })).toBeVisible();
  await page.getByRole("button", { name: "Read 1 entry in" }).click();
  await expect(page.getByText("Read in: 1 entry.")).toBeVisible();
  await expect(page.getByRole("link", { name: "First talks" })).toBeVisible();
});
