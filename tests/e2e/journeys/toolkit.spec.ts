import { FIRST_SCHOOL } from "~db/demo/people";
import type { Page } from "@playwright/test";
import {
  chooseLevelsByKey,
  expectSaved,
  sign,
  signedPdf,
  sumUp,
  writeWordsAsked,
} from "../support/answering";
import { expectSealedPdf, verify, withOneByteChanged } from "../support/check-pdf";
import { expect, test } from "../support/test";
import { demoReview, password } from "../support/world";

const SECTIONS = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password());
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/schools\//);
}

test("a SENCO answers the Toolkit from nothing and the headteacher signs it", async ({ visit }) => {
  test.setTimeout(150_000);
  const { path } = demoReview(FIRST_SCHOOL, "inclusion-toolkit");
  const senco = await visit(null);
  await signIn(senco, "senco@demo.test");

  await senco.goto(path);
  await senco.getByRole("button", { name: "Confirm and start" }).click();
  await expect(senco).toHaveURL(new RegExp(`${path}$`));

  for (const section of SECTIONS) {
    await senco.goto(`${path}/sections/${section}/levels`);
    await chooseLevelsByKey(senco, section === "C" ? ["4", "2", "3"] : ["3", "2"]);
    await expectSaved(senco);
    const asked = await writeWordsAsked(senco, "Two local schools use our reading plan.");
    expect(asked > 0).toBe(section === "C");
    await senco.getByRole("button", { name: `Save and sum up section ${section}` }).click();
    await expect(senco).toHaveURL(/#sum-up$/);
    await sumUp(senco, { level: "Established", words: "Learning walks and what families say." });
    await senco.getByRole("button", { name: `Save and complete section ${section}` }).click();
    await expect(senco).not.toHaveURL(new RegExp(`/sections/${section}(#|$|\\?)`));
  }

  await senco.goto(`${path}/check`);
  await senco.getByRole("button", { name: "Mark as ready to sign" }).click();
  await expect(senco.getByText("The answers are ready to sign.")).toBeVisible();
  await expect(senco.getByRole("link", { name: "Read and sign" })).toHaveCount(0);

  const head = await visit(null);
  await signIn(head, "head@demo.test");
  await head.getByRole("link", { name: /^Sign Inclusion Toolkit/ }).click();
  await sign(head, { password: "not the password", as: "headteacher" });
  await expect(head.getByRole("alert").getByRole("link")).toContainText("password");
  await sign(head, { password: password(), as: "headteacher" });
  await expect(head.getByRole("heading", { level: 1 })).toContainText("Signed");
  await expect(head.getByText(/^IT\d\d-118534-1-/)).toBeVisible();

  const bytes = await signedPdf(head);
  expectSealedPdf(bytes);
  const anyone = await visit(null);
  await verify(anyone, bytes);
  await expect(anyone.getByRole("heading", { name: "Genuine" })).toBeVisible();
  await verify(anyone, withOneByteChanged(bytes));
  await expect(anyone.getByRole("heading", { name: "Altered" })).toBeVisible();
});
