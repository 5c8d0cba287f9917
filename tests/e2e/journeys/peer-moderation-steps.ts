import type { BrowserContextOptions, Page } from "@playwright/test";
import { formatDay } from "~/domain/calendar/format";
import { DEMO_REVIEWERS } from "~db/demo/reviewers";
import { giveFirstFactor } from "../support/accounts";
import { expect, type Visit } from "../support/test";
import { password } from "../support/world";
import { letTheDayCome, workingDay } from "./peer-moderation-time";

/** Two reviewers as a page names them, each in a browser of their own. */
export type Reviewers = { lead: Page; second: Page; names: [string, string] };

/** Someone of the demonstration in a browser of their own. */
export async function signedIn(
  visit: Visit,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await visit(null, options);
  await page.goto("/sign-in");
  await giveFirstFactor(page, { email, password: password() });
  return page;
}

const proposals = (urn: string) => `/organisations/kent/visits/schools/${urn}`;

/** Opens who could visit a school in the Toolkit's round that is open, and answers the names of the first pair. */
async function firstPair(manager: Page, urn: string): Promise<[string, string]> {
  await manager.goto("/organisations/kent/visits");
  const round = manager.getByRole("link", { name: /^Inclusion Toolkit/ }).last();
  const address = new URL((await round.getAttribute("href")) ?? "", manager.url());
  const asked = address.searchParams.get("round") ?? "";
  await manager.goto(`${proposals(urn)}?round=${asked}`);
  const names = await manager.locator(".ir-pair").first().locator(".ir-strong").allInnerTexts();
  const [lead = "", second = ""] = names;
  return [lead, second];
}

/** The manager looks at three named pairs for a school and proposes the first. */
export async function propose(manager: Page, urn: string): Promise<[string, string]> {
  const names = await firstPair(manager, urn);
  await expect(manager.locator(".ir-pair")).toHaveCount(3);
  await manager.getByRole("button", { name: "Propose this pair" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(/^Visit to /);
  return names;
}

/** After the school asked for another pair the manager asks two others; nobody is asked twice. */
export async function askOthers(
  manager: Page,
  { urn, before }: { urn: string; before: readonly string[] },
): Promise<[string, string]> {
  const names = await firstPair(manager, urn);
  for (const name of names) expect(before).not.toContain(name);
  await manager.getByRole("button", { name: "Ask this pair" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(/^Visit to /);
  return names;
}

const emailOf = (name: string): string =>
  DEMO_REVIEWERS.find((one) => one.name === name)?.email ?? "";

/** Both reviewers open their invitation and say yes, nothing tying them to the school. */
export async function reviewersAccept(
  visit: Visit,
  { names, path }: { names: [string, string]; path: string },
): Promise<Reviewers> {
  const [lead, second] = await Promise.all(names.map((name) => signedIn(visit, emailOf(name))));
  if (lead === undefined || second === undefined) throw new Error("A pair is two people");
  for (const page of [lead, second]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Will you visit /);
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(page.getByText("Say that nothing ties you to this school").first()).toBeVisible();
    await page.getByText("Nothing ties me to this school").click();
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(page.getByText("You have said yes.")).toBeVisible();
  }
  return { lead, second, names };
}

/** The head's list of visits leads to the invitation; answers the visit's address. */
export async function openInvitation(head: Page, urn: string): Promise<string> {
  await head.goto(`/schools/${urn}/visits`);
  const link = head.getByRole("main").locator('a[href^="/visits/"]').first();
  const path = (await link.getAttribute("href")) ?? "";
  await head.goto(path);
  return path;
}

/** The school puts two days forward, the lead takes the first. */
export async function agreeDay(
  { head, lead }: { head: Page; lead: Page },
  path: string,
): Promise<void> {
  const [day, other] = [workingDay(13), workingDay(14)];
  await head.goto(path);
  const form = head.locator("form", { has: head.getByLabel("Day 1") });
  if (!(await form.isVisible())) await head.getByText("Put forward up to five days").click();
  await head.getByLabel("Day 1", { exact: true }).fill(day);
  await head.getByLabel("Day 2", { exact: true }).fill(other);
  await head.getByRole("button", { name: "Put these days forward" }).click();
  await expect(head.getByText("Put forward. The other side")).toBeVisible();
  await lead.goto(path);
  const offered = lead.getByRole("listitem").filter({ hasText: formatDay(day) });
  await offered.getByRole("button", { name: /^Take this day/ }).click();
  await expect(lead.getByText("The day is agreed.")).toBeVisible();
}

/** The host chooses a section and two statements, says why, and agrees the plan; the day begins as the template. */
export async function plan(head: Page, path: string): Promise<void> {
  await head.goto(`${path}/plan`);
  await head.getByRole("button", { name: "Save the day" }).click();
  await expect(head.getByText("Saved. The plan stands as it is here.")).toBeVisible();
  await head.getByLabel(/^C\. /).check();
  await head
    .getByText(/^C\. .*/)
    .last()
    .click();
  await head.getByLabel(/^C2\. /).check();
  await head.getByLabel("Why you would like this looked at").fill(WHY);
  await head.getByRole("button", { name: "Agree the plan" }).click();
  await expect(head.getByText("The plan is agreed.")).toBeVisible();
}

const WHY = "We changed how we tell families early and would like to know how it looks in class.";

/** Before its day the signed copy is closed to reviewers; once the day is near they read it. */
export async function copyOpens(
  { lead }: Pick<Reviewers, "lead">,
  { path, visitId }: { path: string; visitId: string },
): Promise<void> {
  await lead.goto(`${path}/self-review`);
  await expect(lead.getByText(/opens|open from/i).first()).toBeVisible();
  letTheDayCome(visitId);
  await lead.goto(`${path}/self-review`);
  await expect(lead.locator('[data-item="C2"]').first()).toBeVisible();
}
