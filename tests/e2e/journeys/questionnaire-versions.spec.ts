import { readFileSync } from "node:fs";
import { expectForEveryone } from "../support/for-everyone";
import { expect, test } from "../support/test";
import { demoPerson } from "../support/world";

const DESK = "/organisations/kent/questionnaires";
const EXAMPLE = readFileSync("docs/examples/online-safety.csv", "utf8");
const asFile = (text: string) => ({
  ...{ name: "questionnaire.csv", mimeType: "text/csv" },
  buffer: Buffer.from(text),
});

test("a manager reads a questionnaire of another scheme in, and publishes the next version, without JavaScript", async ({
  visit,
}) => {
  const page = await visit(demoPerson("manager"), { javaScriptEnabled: false });
  await page.goto(`${DESK}/new`);
  await page
    .getByLabel("Choose the file")
    .setInputFiles(asFile(EXAMPLE.replace("five-levels", "5")));
  await page.getByRole("button", { name: "Read it in" }).click();
  await expect(page.getByRole("heading", { name: "1 thing to put right" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Questionnaire 9 Value/ })).toBeVisible();

  await page.getByLabel("Choose the file").setInputFiles("docs/examples/online-safety.xlsx");
  await page.getByRole("button", { name: "Read it in" }).click();
  await expect(page.getByRole("heading", { name: "Ready to publish" })).toBeVisible();
  await page.getByRole("button", { name: "Publish version 1 for ever" }).click();
  await expect(page.getByText("It is published.")).toBeVisible();

  await page.getByRole("link", { name: "Online safety review" }).first().click();
  const next = EXAMPLE.replace("is responsible for online safety", "leads on online safety");
  await page.getByLabel("Choose the file").setInputFiles(asFile(next.replace(/^B,B4,.*\r\n/m, "")));
  await page.getByRole("button", { name: "Read it in as a draft" }).click();
  await expect(page.getByRole("heading", { name: "Version 1 and version 2" })).toBeVisible();
  await expect(page.locator("del").first()).toContainText("is");
  await expect(page.locator("ins").first()).toContainText("leads");
  await page.getByLabel("Note for schools").first().fill("One word for one duty.");
  await page.getByRole("button", { name: "Confirm for A1" }).click();
  await expect(page.getByText("Confirmed.")).toBeVisible();
  await page.getByRole("button", { name: "Confirm it as proposed" }).click();
  await expect(page.getByText("Each has a rule for its answers.")).toBeVisible();
  await page.getByRole("link", { name: "Version 2", exact: true }).click();
  await page.getByRole("button", { name: "Publish version 2 for ever" }).click();
  await expect(page.getByText("It is published.")).toBeVisible();

  const looked = await visit(demoPerson("manager"));
  await looked.goto(`${DESK}/online-safety/versions/2/compare`);
  await expect(looked.getByText("Note for schools: One word for one duty.")).toBeVisible();
  await expectForEveryone(looked);
});
