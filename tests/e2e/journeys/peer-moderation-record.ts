import type { Page } from "@playwright/test";
import { expectSealedPdf, verify, withOneByteChanged } from "../support/check-pdf";
import { expect } from "../support/test";
import { haveTools, runTool } from "~tests/support/pdf-tools";
import { password } from "../support/world";
import type { Reviewers } from "./peer-moderation-steps";

const SUGGESTION = "Ring families before the first review, and note the call on the same page.";
const CORRECTION = "The cards have hung in the rooms since September, not since last year.";
export const OWN_WORDS = "A fair picture of our school. We will ring families first from January.";

/** The lead adds a suggestion with who might help and sends the record to the school. */
export async function sendRecord({ lead }: Pick<Reviewers, "lead">, path: string): Promise<void> {
  await lead.goto(`${path}/record`);
  const suggestion = lead.getByRole("group", { name: "Suggestion 1" });
  await suggestion.getByLabel("What you suggest").fill(SUGGESTION);
  await suggestion.getByLabel("About").selectOption({ index: 1 });
  await lead.getByRole("button", { name: "Send to the school" }).click();
  await expect(suggestion.getByText(/who might help/i).first()).toBeVisible();
  await suggestion.getByLabel("Who might help").fill("A school in the next district");
  await lead.getByRole("button", { name: "Send to the school" }).click();
  await expect(lead.getByText("Sent to the school. It answers next.")).toBeVisible();
}

/** The school asks for something to be put right; the lead puts it right and sends it again. */
export async function correct(
  { head, lead }: { head: Page; lead: Page },
  path: string,
): Promise<void> {
  await head.goto(`${path}/record`);
  await head.getByLabel("What is not accurate, if anything").fill(CORRECTION);
  await head.getByRole("button", { name: "Ask for it to be put right" }).click();
  await expect(
    head.getByText("Sent back. The reviewers read what is to be put right"),
  ).toBeVisible();
  await lead.goto(`${path}/record`);
  await expect(lead.getByText(CORRECTION)).toBeVisible();
  await lead.getByLabel("What we did").fill("We walked through every class and met families.");
  await lead.getByRole("button", { name: "Send to the school" }).click();
  await expect(lead.getByText("Sent to the school. It answers next.")).toBeVisible();
}

/** The head writes the school’s own words and agrees, which freezes the record. */
export async function agree(head: Page, path: string): Promise<void> {
  await head.goto(`${path}/record`);
  await head.getByLabel("Your own words, which close the record").fill(OWN_WORDS);
  await head.getByRole("button", { name: "Agree the record" }).click();
  await expect(head.getByText("Agreed. The second reviewer signs next.")).toBeVisible();
}

/** Signed in the one order there is: second reviewer, lead reviewer, head. Nobody signs before their turn. */
export async function signByAll(
  { head, lead, second }: Pick<Reviewers, "lead" | "second"> & { head: Page },
  path: string,
): Promise<void> {
  await head.goto(`${path}/record`);
  await expect(head.getByRole("button", { name: /^Sign as/ })).toHaveCount(0);
  for (const page of [second, lead, head]) {
    await page.goto(`${path}/record`);
    await page.getByText("I make this declaration").click();
    await page.getByLabel("Your password").fill(password());
    await page.getByRole("button", { name: /^Sign as/ }).click();
    await expect(page.getByText("You have signed.")).toBeVisible();
  }
}

/** The sealed PDF is made, and holds what was said and nothing that was not. */
export async function openPdf(
  head: Page,
  { path, says, leavesOut }: { path: string; says: string[]; leavesOut: string[] },
): Promise<Buffer> {
  const address = `${path}/record/pdf`;
  await expect(async () => {
    const answer = await head.request.get(address);
    expect(answer.headers()["content-type"]).toBe("application/pdf");
  }).toPass({ timeout: 60_000 });
  const pdf = await (await head.request.get(address)).body();
  expectSealedPdf(pdf);
  if (!haveTools("pdftotext")) return pdf;
  const text = runTool("pdftotext", ["-raw"], pdf, ["-"]).replace(/\s+/g, " ");
  for (const words of says) expect(text).toContain(words);
  for (const words of leavesOut) expect(text).not.toContain(words);
  return pdf;
}

/** Anybody gives the PDF to the check page: it is genuine as it was made, and altered with one byte changed. */
export async function checkPdf(anyone: Page, pdf: Buffer): Promise<void> {
  await verify(anyone, pdf);
  await expect(anyone.getByRole("heading", { name: "Genuine" })).toBeVisible();
  await verify(anyone, withOneByteChanged(pdf));
  await expect(anyone.getByRole("heading", { name: "Altered" })).toBeVisible();
}

/** Each side writes its view, a third person is named, and the head closes with both recorded. */
export async function closeWithBothViews(
  { head, lead }: { head: Page; lead: Page },
  path: string,
): Promise<{ own: string; theirs: string }> {
  const theirs = "The cards are not in every room yet.";
  const own = "Every room has its cards.";
  await head.goto(`${path}/record`);
  await head.getByRole("link", { name: /You cannot agree/ }).click();
  await head.getByLabel("How the school sees it").fill(own);
  await head.getByRole("button", { name: "Close with both views" }).click();
  await expect(head.getByRole("alert").first()).toBeVisible();
  await lead.goto(`${path}/record/both-views`);
  await lead.getByLabel("How the reviewers see it").fill(theirs);
  await lead.getByLabel("Whom both may turn to").fill("Hannah Osei, officer");
  await lead.getByRole("button", { name: "Save", exact: true }).click();
  await expect(lead.getByText("Saved. The other side sees it too.")).toBeVisible();
  await head.goto(`${path}/record/both-views`);
  await expect(head.getByText(theirs)).toBeVisible();
  await head.getByLabel("How the school sees it").fill(own);
  await head.getByRole("button", { name: "Close with both views" }).click();
  await expect(head.getByText("The visit is closed with both views recorded.")).toBeVisible();
  return { own, theirs };
}
