import { signedPdf } from "../support/answering";
import { textOf } from "~tests/support/pdf-tools";
import { expectSealedPdf } from "../support/check-pdf";
import { expect, test } from "../support/test";
import { demoPerson, team } from "../support/world";
import { answerAndSign } from "./asthma-steps";

test("asthma is signed on one page, confirmed by the NHS, and its certificate checked", async ({
  visit,
}) => {
  const { people, reviews } = team("asthma");
  const { path } = reviews["asthma-friendly"];
  const page = await visit(people.head);
  await page.goto(path);
  await answerAndSign(page, path);
  expectSealedPdf(await signedPdf(page));

  const coordinator = await visit(demoPerson("health"));
  await coordinator.goto("/organisations/nhs-kent-medway/returns");
  await coordinator.getByRole("link", { name: "Confirm schools" }).click();
  await coordinator.getByRole("link", { name: /^To confirm now: / }).click();
  await coordinator.getByRole("checkbox", { name: `Choose ${team("asthma").school}` }).check();
  await coordinator.getByRole("button", { name: "Preview the chosen schools" }).click();
  await expect(coordinator.getByRole("heading", { level: 1 })).toHaveText("Confirm 1 school");
  await coordinator.getByRole("button", { name: "Confirm 1 school" }).click();
  await expect(coordinator.getByRole("status").first()).toContainText("1 school confirmed.");

  await page.goto(`/schools/${team("asthma").urn}`);
  await page.getByRole("link", { name: /^Confirmed until / }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Confirmed until /);
  const certificate = page.getByRole("link", { name: /^Certificate CF/ });
  await expect(async () => {
    await page.reload();
    await expect(certificate).toBeVisible({ timeout: 500 });
  }).toPass();
  const href = (await certificate.getAttribute("href")) ?? "";
  const pdf = await (await page.request.get(href)).body();
  expectSealedPdf(pdf);
  expect(textOf(pdf)).toMatch(/is confirmed until \d{1,2} [A-Z][a-z]+ \d{4}/);

  await page.goto("/verify");
  const file = { name: "certificate.pdf", mimeType: "application/pdf", buffer: pdf };
  await page.getByLabel("Choose the PDF").setInputFiles(file);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("Nothing in it has changed since it was sealed")).toBeVisible();
  await expect(page.getByText(team("asthma").school).first()).toBeVisible();
});

test("a confirmation that runs out is renewed with one button, and begins empty", async ({
  visit,
}) => {
  const page = await visit(demoPerson("head2"));
  await page.goto("/schools/141766");
  await expect(page.getByText("You can renew it now")).toBeVisible();
  await page.getByRole("link", { name: /^Confirmed until / }).click();
  await page.getByRole("button", { name: "Renew" }).click();
  await page.getByRole("button", { name: "Confirm and start" }).click();
  await expect(page.getByRole("heading", { name: "The twelve starred points" })).toBeVisible();
  await expect(page.locator('input[name$=".level"]:checked')).toHaveCount(0);
  await expect(page.getByText("0 of 12")).toBeVisible();
});
