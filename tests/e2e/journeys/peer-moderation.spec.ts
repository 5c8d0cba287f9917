import type { Page } from "@playwright/test";
import { expect, test, type Visit } from "../support/test";
import { combine, fileNotes, giveViews, SEEN, writeNotes } from "./peer-moderation-day";
import {
  agree,
  checkPdf,
  closeWithBothViews,
  correct,
  openPdf,
  OWN_WORDS,
  sendRecord,
  signByAll,
} from "./peer-moderation-record";
import {
  agreeDay,
  askOthers,
  copyOpens,
  openInvitation,
  plan,
  propose,
  reviewersAccept,
  signedIn,
  type Reviewers,
} from "./peer-moderation-steps";

/** Schools of the demonstration that have signed this year's Toolkit, and that no other test looks at. */
const HOST = "118694";
const OTHER_HOST = "118693";

type Made = { head: Page; reviewers: Reviewers; path: string };

/** From two people and a day to a record that has drafted itself. */
async function visitToDraft({ head, reviewers, path }: Made): Promise<void> {
  await head.goto(path);
  await head.getByRole("button", { name: "Accept" }).click();
  await expect(head.getByText("You have said yes.")).toBeVisible();
  await agreeDay({ head, lead: reviewers.lead }, path);
  await plan(head, path);
  await copyOpens(reviewers, { path, visitId: path.split("/").at(-1) ?? "" });
  await writeNotes(reviewers, path);
  await fileNotes(reviewers, path);
  await giveViews(reviewers, path);
  await combine(reviewers, path);
}

async function invite(visit: Visit, host: string) {
  const manager = await signedIn(visit, "manager@demo.test");
  const head = await signedIn(visit, `head@${host}.demo.test`);
  const names = await propose(manager, host);
  const path = await openInvitation(head, host);
  return { manager, head, names, path };
}

test("a visit side by side, from a pair that was asked for again to a sealed record that all have signed", async ({
  visit,
}) => {
  test.setTimeout(240_000);
  const { manager, head, names: first, path } = await invite(visit, HOST);
  await expect(head.getByRole("heading", { level: 1 })).toHaveText(/would like to visit/);
  await head.getByRole("button", { name: "Ask for another pair" }).click();
  await expect(head.getByText("Asked for another pair.")).toBeVisible();
  await expect(head.getByRole("button", { name: "Ask for another pair" })).toHaveCount(0);
  const names = await askOthers(manager, { urn: HOST, before: first });
  const reviewers = await reviewersAccept(visit, { names, path });
  await visitToDraft({ head, reviewers, path });
  await sendRecord(reviewers, path);
  await correct({ head, lead: reviewers.lead }, path);
  await agree(head, path);
  await signByAll({ head, ...reviewers }, path);
  const says = [SEEN, OWN_WORDS, ...names];
  const pdf = await openPdf(head, { path, says, leavesOut: ["Draft"] });
  await checkPdf(await visit(null), pdf);
});

test("a visit that ends without agreement closes with both views recorded", async ({ visit }) => {
  test.setTimeout(240_000);
  const { head, names, path } = await invite(visit, OTHER_HOST);
  const reviewers = await reviewersAccept(visit, { names, path });
  await visitToDraft({ head, reviewers, path });
  await sendRecord(reviewers, path);
  const { own, theirs } = await closeWithBothViews({ head, lead: reviewers.lead }, path);
  await openPdf(head, { path, says: [own, theirs, "Hannah Osei"], leavesOut: ["Draft"] });
});
