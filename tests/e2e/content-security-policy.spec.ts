import { expect, test } from "@playwright/test";

const PAGES = ["/sign-in", "/help", "/privacy", "/accessibility"];

for (const path of PAGES) {
  test(`${path} runs under the policy, with nothing refused and nothing on the console`, async ({
    page,
  }) => {
    const said: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(error.message));
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await page.waitForLoadState("networkidle");
    await expect(page.locator("h1")).toHaveCount(1);
    // Scripts ran, so the policy let ours through.
    expect(await page.evaluate(() => "__remixContext" in window)).toBe(true);
    expect(said).toEqual([]);
  });
}

test("a script put into the page by someone else does not run", async ({ page }) => {
  await page.goto("/sign-in");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.foreign = 'yes'";
    document.body.append(script);
    return document.documentElement.dataset["foreign"] ?? "no";
  });
  expect(ran).toBe("no");
});
