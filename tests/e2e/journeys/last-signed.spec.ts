import type { Page } from "@playwright/test";
import { expectForEveryone } from "../support/for-everyone";
import { expect, test } from "../support/test";
import { team } from "../support/world";

/** A new self-review of the Toolkit, which this school has signed before. */
async function startAgain(page: Page): Promise<void> {
  await page.goto(`/schools/${team("again").urn}/private`);
  await page.getByRole("radio", { name: /Inclusion Toolkit/ }).check({ force: true });
  await page.getByRole("button", { name: "Start a private self-review" }).click();
  await page.getByRole("button", { name: "Confirm and start" }).click();
  await expect(page.getByRole("link", { name: "Bring the answers you signed" })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`signed answers come into a new self-review and count once read again, ${how} JavaScript`, async ({
    visit,
  }) => {
    const page = await visit(team("again").people.coordinator, { javaScriptEnabled });
    const look = async () => {
      if (javaScriptEnabled) await expectForEveryone(page);
    };
    await startAgain(page);
    await look();
    await page.getByRole("link", { name: "Bring the answers you signed" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bring your signed answers");
    await look();
    await page.getByRole("button", { name: "Bring the answers" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read these again");
    await look();
    const sectionA = page.getByRole("button", { name: /^I have read A again/ });
    await sectionA.click();
    await expect(sectionA).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^I have read B again/ })).toBeVisible();

    await page.getByRole("link", { name: "Change answers of B" }).click();
    await expect(page.getByLabel("Still to confirm").first()).toBeChecked();
    await look();
  });
}
