import {
  chooseLevelsByKey,
  expectSaved,
  sign,
  signedPdf,
  sumUp,
  writeWordsAsked,
} from "../support/answering";
import { expectSealedPdf } from "../support/check-pdf";
import { expect, test } from "../support/test";
import { password, team } from "../support/world";

test("a Core Standards section with Ready is signed by the head and then by a governor", async ({
  visit,
}) => {
  const { people, reviews } = team("standards");
  const { path } = reviews["mainstream-core-standards"];
  const page = await visit(people.coordinator);
  await page.goto(`${path}/sections/9/levels`);
  await chooseLevelsByKey(page, ["3", "R", "2"]);
  await expectSaved(page);
  await expect(page.getByText("Needs words").first()).toBeVisible();
  expect(await writeWordsAsked(page, "We would ask the specialist teacher, who knows us.")).toBe(3);
  await page.getByRole("button", { name: "Save and sum up section 9" }).click();
  await sumUp(page, { level: "Across the school", words: "Plans, and what staff told us in May." });
  await page.getByRole("button", { name: "Save and complete section 9" }).click();
  await expect(page).not.toHaveURL(/\/sections\/9(#|$|\?)/);
  await page.goto(`${path}/check`);
  await page.getByRole("button", { name: "Mark as ready to sign" }).click();
  await expect(page.getByText("The headteacher signs next.")).toBeVisible();

  const head = await visit(people.head);
  await head.goto(`${path}/sign`);
  await sign(head, { password: password(), as: "headteacher" });
  await expect(head.getByRole("heading", { level: 1 })).toHaveText("Signed by the headteacher");
  await expect(head.getByRole("link", { name: /Copy marked “Draft/ })).toBeVisible();

  const governor = await visit(people.governor);
  await governor.goto(`/schools/${team("standards").urn}`);
  await governor.getByRole("link", { name: /^Countersign Mainstream Core Standards/ }).click();
  await sign(governor, { password: password(), as: "link governor" });
  await expect(governor.getByRole("heading", { level: 1 })).toHaveText("Signed by both");
  expectSealedPdf(await signedPdf(governor));
});

test("a governor who does not sign says why, and the answers open again", async ({ visit }) => {
  const { people, reviews, urn } = team("declines");
  const { path } = reviews["mainstream-core-standards"];
  const governor = await visit(people.governor);
  await governor.goto(`${path}/governor`);
  await governor.getByText("I do not want to sign this").click();
  await governor.getByRole("button", { name: "Do not sign, and say why" }).click();
  await expect(governor.getByRole("alert")).toBeVisible();
  const reason = "Section 11 does not yet say what changed for pupils.";
  await governor.getByLabel("What should be looked at again?").fill(reason);
  await governor.getByRole("button", { name: "Do not sign, and say why" }).click();
  await expect(governor.getByText(reason).first()).toBeVisible();

  const head = await visit(people.head);
  await head.goto(`/schools/${urn}`);
  await expect(head.getByText(reason).first()).toBeVisible();
  await head.goto(`${path}/sections/9/levels`);
  await expect(head.locator('input[name$=".level"]').first()).toBeEnabled();
});
