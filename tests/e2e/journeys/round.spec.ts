import type { BrowserContextOptions, Page } from "@playwright/test";
import { formatDate } from "~/domain/calendar/format";
import { openMail } from "../support/mails";
import { letMailsLeave } from "../support/school-morning";
import { expect, test, type Visit } from "../support/test";
import { team, waiting } from "../support/world";
import { openRound } from "./first-round-steps";
import { workingDay } from "./peer-moderation-time";

const KEY = "kent";
const REASON = "The head is new this term.";

test.describe.configure({ mode: "serial" });

type Round = { title: string; options: BrowserContextOptions };

/** One round from its draft to its being open again, each step told to the school. */
async function runRound(visit: Visit, { title, options }: Round): Promise<void> {
  const { school, people } = team("rounds");
  const manager = await visit(waiting().manager, options);
  await openRound(manager, {
    ...{ key: KEY, title, questionnaire: /^Inclusion Toolkit/, section: /^A\. / },
    dates: { first: formatDate(workingDay(20)), final: formatDate(workingDay(30)) },
    ...{ schools: [school], district: "Tonbridge and Malling" },
  });
  const address = new URL(manager.url()).pathname;

  const head = await visit(people.head, options);
  await openMail(head, { to: people.head.email, subject: new RegExp(`invited to ${title}`) });
  await expect(head.locator("[data-mail-text]")).toContainText("Begin where it is easiest.");
  await begin(head, title);

  await extend(manager, address);
  await told(head, new RegExp(`has more time for ${title}`), REASON);

  await manager.goto(address);
  await manager.getByText("Close this round").click();
  await manager.getByRole("button", { name: "Close the round for every school" }).click();
  await expect(manager.getByRole("button", { name: "Open the round again" })).toBeVisible();
  await told(head, new RegExp(`${title}.* closed`), "");
  await head.goto(`/schools/${team("rounds").urn}`);
  await expect(head.getByRole("heading", { level: 1 })).toHaveText(school);

  await manager.getByRole("button", { name: "Open the round again" }).click();
  await expect(manager.getByText("Close this round")).toBeVisible();
  await told(head, new RegExp(`${title}.* open again`), "");
  await manager.getByRole("link", { name: school }).first().click();
  await expect(manager.getByText(REASON)).toBeVisible();
}

/** The school says what it is: from then on its self-review is begun. */
async function begin(head: Page, title: string): Promise<void> {
  await head.goto(`/schools/${team("rounds").urn}`);
  await head.getByRole("main").getByRole("link", { name: title }).first().click();
  await head.getByRole("button", { name: "Confirm and start" }).click();
  await expect(head.getByRole("heading", { level: 1 })).toHaveText(title);
}

async function extend(manager: Page, address: string): Promise<void> {
  await manager.goto(`${address}/schools/${team("rounds").urn}`);
  await manager.getByRole("button", { name: "Give more time and tell the school" }).click();
  await expect(manager.getByRole("alert")).toBeVisible();
  await manager.getByLabel("New final deadline").fill(formatDate(workingDay(40)));
  await manager.getByLabel("Why it has more time").fill(REASON);
  await manager.getByRole("button", { name: "Give more time and tell the school" }).click();
  await expect(manager.getByText("The school has more time, and is told by mail.")).toBeVisible();
}

async function told(reader: Page, subject: RegExp, words: string): Promise<void> {
  const to = team("rounds").people.head.email;
  await letMailsLeave(to);
  await openMail(reader, { to, subject });
  await expect(reader.locator("[data-mail-text]")).toContainText(words);
}

test("a manager opens a round, a school begins, has more time, and the round closes and opens again", async ({
  visit,
}) => {
  await runRound(visit, { title: "Section A this winter", options: {} });
});

test("the same goes with JavaScript off", async ({ visit }) => {
  const options = { javaScriptEnabled: false };
  await runRound(visit, { title: "Section A without script", options });
});
