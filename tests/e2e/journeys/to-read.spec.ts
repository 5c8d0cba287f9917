import { tabTo } from "../support/keys";
import { expect, test } from "../support/test";
import { demoPerson } from "../support/world";
import { signedIn } from "./peer-moderation-steps";

const QUEUE = "/organisations/kent/to-read";
/** Two signed returns of the demonstration that no other test looks at. */
const BY_KEYS = "Crockenhill Primary School";
const SCRIPTLESS = { name: "Cobham Primary School", urn: "118257" };
const QUESTION = "Which of these would you keep if you could keep one?";

test("the keyboard alone opens a return of the queue, asks about a statement and sends the reply", async ({
  visit,
}) => {
  const page = await visit(demoPerson("officer"));
  await page.goto(QUEUE);
  await tabTo(page, "#district");
  await page.keyboard.type("Sevenoaks");
  await tabTo(page, "form.ir-filter button");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/district=Sevenoaks/);
  const href = await page.getByRole("link", { name: BY_KEYS }).getAttribute("href");
  await tabTo(page, `main a[href="${href ?? ""}"]`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(BY_KEYS);

  await tabTo(page, 'main a[href*="?ask=A1#"]');
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Your question about A1")).toBeVisible();
  await tabTo(page, "#question-text");
  await page.keyboard.type(QUESTION);
  await tabTo(page, 'form[action*="ask=A1"] button');
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Asked. ${BY_KEYS} is told`)).toBeVisible();

  await tabTo(page, "#reply-noticed");
  await page.keyboard.type("You say plainly what changed.");
  await tabTo(page, 'button[name="act"][value="send"]');
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Reply sent to ${BY_KEYS}`)).toBeVisible();
});

test("without JavaScript a return is read, asked about, replied to, and the school answers in place", async ({
  visit,
}) => {
  const { name, urn } = SCRIPTLESS;
  const page = await visit(demoPerson("officer"), { javaScriptEnabled: false });
  await page.goto(QUEUE);
  await page.getByRole("link", { name }).click();
  await page.getByRole("link", { name: "Ask about the whole return" }).click();
  await page.getByRole("button", { name: "Ask the school" }).click();
  await expect(page.getByRole("alert")).toContainText("Write what you would like to know");
  await page.getByLabel("Your question about the whole return").fill(QUESTION);
  await page.getByRole("button", { name: "Ask the school" }).click();
  await expect(page.getByText(`Asked. ${name} is told`)).toBeVisible();

  await page.getByLabel("We wondered").fill("Who sees this besides you?");
  await page.getByRole("button", { name: "Keep as a draft" }).click();
  await expect(page.getByText("Kept as a draft.")).toBeVisible();
  await expect(page.getByLabel("We wondered")).toHaveValue("Who sees this besides you?");
  await page.getByRole("button", { name: "Send the reply" }).click();
  await expect(page.getByText(`Reply sent to ${name}`)).toBeVisible();
  await expect(page.getByLabel("We wondered")).toHaveCount(0);

  const school = await signedIn(visit, `head@${urn}.demo.test`, { javaScriptEnabled: false });
  await school.goto(`/schools/${urn}`);
  await school.getByRole("link", { name: "Answer a question about the whole return" }).click();
  await expect(school.getByText("Who sees this besides you?")).toBeVisible();
  await school.getByLabel("Your answer").fill("The reading plan, which families ask about.");
  await school.getByRole("button", { name: "Send the answer" }).click();
  await expect(school.getByText("Your answer is with Kent County Council.")).toBeVisible();
});
