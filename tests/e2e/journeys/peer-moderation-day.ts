import type { Page } from "@playwright/test";
import { expect } from "../support/test";
import type { Reviewers } from "./peer-moderation-steps";

type Noting = { path: string; line: string; kind: string; text: string };

/** Writes a note under a line of the day; it is sent. */
async function note(page: Page, { path, line, kind, text }: Noting): Promise<void> {
  await page.goto(`${path}/notes`);
  await page
    .getByRole("navigation")
    .getByRole("link", { name: new RegExp(line) })
    .click();
  const box = page.getByRole("textbox").first();
  await box.fill(text);
  await page.getByRole("button", { name: kind, exact: true }).click();
  await expect(page.getByText(text).first()).toBeVisible();
  await expect(page.getByTestId("note-counts")).toHaveText("0 notes on this tablet, 1 sent");
}

export const SEEN = "Cards with the first steps hang in every room and adults use them.";
const WONDERED = "Could families hear by a call before the first review?";

/**
 * The same with the network cut: written while there is none, still there when the page is loaded again without one,
 * and sent once by itself when it is back.
 */
async function noteOffline(page: Page, { path, line, kind, text }: Noting): Promise<void> {
  await page.goto(`${path}/notes`);
  await page
    .getByRole("navigation")
    .getByRole("link", { name: new RegExp(line) })
    .click();
  await expect(page.getByTestId("page-kept")).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await page.getByRole("textbox").first().fill(text);
  await page.getByRole("button", { name: kind, exact: true }).click();
  const counts = page.getByTestId("note-counts");
  await expect(counts).toHaveText("1 note on this tablet, 0 sent");
  await page.reload();
  await expect(counts).toHaveText("1 note on this tablet, 0 sent");
  await expect(page.locator(".ir-note-text").getByText(text)).toBeVisible();
  await page.context().setOffline(false);
  await expect(counts).toHaveText("0 notes on this tablet, 1 sent", { timeout: 40_000 });
}

/** Both write on the day at once, one of them without a connection; each has only their own on the page. */
export async function writeNotes({ lead, second }: Reviewers, path: string): Promise<void> {
  await Promise.all([
    noteOffline(lead, { path, line: "Learning walk", kind: "Works well", text: SEEN }),
    note(second, { path, line: "Parents", kind: "Wondered", text: WONDERED }),
  ]);
  await lead.reload();
  await expect(lead.getByText(WONDERED)).toHaveCount(0);
}

/** Each files with one press; from then on the other reads it. */
export async function fileNotes({ lead, second, names }: Reviewers, path: string): Promise<void> {
  await file(lead, { path, text: SEEN, to: /^C\b(?!\d)/ });
  await file(second, { path, text: WONDERED, to: /^C2\b/ });
  await lead.goto(`${path}/file`);
  const theirs = lead.getByRole("heading", { name: `Filed by ${names[1]}` });
  await expect(theirs).toBeVisible();
  await expect(lead.getByText(WONDERED)).toBeVisible();
}

type Filing = { path: string; text: string; to: RegExp };

async function file(page: Page, { path, text, to }: Filing): Promise<void> {
  await page.goto(`${path}/file`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/1 left of 1/);
  const card = page.getByRole("article", { name: text.slice(0, 40) });
  await card.getByRole("button", { name: to }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/0 left of 1/);
}

const REASON = "Families hear after the first review.";

/** Each gives a view of their own; before both have, neither sees the other's. */
export async function giveViews({ lead, second, names }: Reviewers, path: string): Promise<void> {
  await choose(lead, { path, key: "C", view: "About there" });
  await lead.goto(`${path}/views`);
  await chooseOn(lead, { key: "C", view: "About there" });
  await chooseOn(lead, { key: "C2", view: "Not there yet", reason: REASON });
  await lead.getByRole("button", { name: "Give my views" }).click();
  await expect(lead.getByText(`You see ${names[1]}’s`).first()).toBeVisible();
  await second.goto(`${path}/views`);
  await expect(second.getByText(REASON)).toHaveCount(0);
  await chooseOn(second, { key: "C", view: "About there" });
  await chooseOn(second, { key: "C2", view: "About there" });
  await second.getByRole("button", { name: "Give my views" }).click();
  await expect(second.getByText(REASON)).toBeVisible();
}

type Choosing = { key: string; view: string; reason?: string };

async function choose(page: Page, { path, ...choosing }: Choosing & { path: string }) {
  await page.goto(`${path}/views`);
  await chooseOn(page, choosing);
  await page.getByRole("button", { name: "Keep for now" }).click();
  await expect(page.getByText("Only you see them until you give them.")).toBeVisible();
}

async function chooseOn(page: Page, { key, view, reason }: Choosing): Promise<void> {
  const row = page.locator(`[data-item="${key}"]`);
  await row.getByText(new RegExp(`^${view}$`, "i")).click();
  if (reason !== undefined) await row.getByRole("textbox").fill(reason);
}

/** They agree, take the points to say from the notes, say them, and the record drafts itself. */
export async function combine({ lead, second }: Reviewers, path: string): Promise<void> {
  await lead.goto(`${path}/combine`);
  await expect(lead.locator('[data-item="C2"]').getByText(REASON)).toBeVisible();
  for (const text of [SEEN, WONDERED]) {
    const add = lead.getByRole("button", { name: new RegExp(`^Add\\s?: ${text.slice(0, 40)}`) });
    if (!(await add.isVisible())) await lead.getByText(/^From the notes/).click();
    await add.click();
    await expect(lead.locator(".ir-points p", { hasText: text })).toBeVisible();
  }
  await lead.getByLabel("C: agreed").selectOption("about-there");
  await lead.getByLabel("C2: agreed").selectOption("not-there-yet");
  await lead.getByLabel("C2: why?").fill(REASON);
  await lead.getByRole("button", { name: "Draft the record from these" }).click();
  await expect(lead.getByRole("main").getByText(/said/i).first()).toBeVisible();
  await second.goto(`${path}/combine`);
  await expect(second.locator(".ir-points p", { hasText: SEEN })).toBeVisible();
  await lead.getByText(/^We said these two/).click();
  await lead.getByRole("button", { name: "Draft the record from these" }).click();
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText("Write the record");
}
