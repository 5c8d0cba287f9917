import type { Page } from "@playwright/test";
import { formatDate } from "~/domain/calendar/format";
import { acceptAsNew } from "../support/accounts";
import { chooseLevelsByKey, expectSaved, sign, sumUp } from "../support/answering";
import { expectForEveryone } from "../support/for-everyone";
import { linkOfMail, openMail } from "../support/mails";
import { letMailsLeave } from "../support/school-morning";
import { expect, test, type Visit } from "../support/test";
import { empty } from "../support/world";
import { inviteMany, openRound, registerOf, uploadSchools } from "./first-round-steps";
import { workingDay } from "./peer-moderation-time";

const KEY = "saltmarsh";
const HOME = `/organisations/${KEY}`;
const PASSWORD = "glasswort lapwing tide";
const ROUND = "Early Years, spring";
const COURSE = "Hearing children who do not talk yet";
const QUESTION = "What do you use to hear from children who do not talk yet?";
const ANSWER = "Picture cards at arrival, and a key adult who notes what each one shows.";
const NOTICED = "You tell us plainly where you are at the start.";

const AUTHORITY = { code: "998", name: "Saltmarsh" };
type School = { urn: string; name: string; district: string };
const DUNLIN: School = { urn: "199301", name: "Dunlin Primary School", district: "Creekside" };
const AVOCET: School = { urn: "199302", name: "Avocet Infant School", district: "Creekside" };
const CURLEW: School = { urn: "199303", name: "Curlew Junior School", district: "Upland" };
const HEADS = { [DUNLIN.urn]: "Olive Brandt", [AVOCET.urn]: "Pia Wexford" };
const addressOf = ({ urn }: School) => `head@${urn}.e2e.test`;
const OFFICER = "officer@saltmarsh.e2e.test";

/** The head joins by the mail of the manager and is invited to the round that waited for somebody. */
async function joinAndBegin(visit: Visit, school: School): Promise<Page> {
  const head = await visit(null);
  await acceptAsNew(head, { email: addressOf(school), password: PASSWORD });
  await openMail(head, { to: addressOf(school), subject: /is invited to Early Years, spring/ });
  await expect(head.locator("[data-mail-text]")).toContainText("Begin where it is easiest.");
  await head.goto(await linkOfMail(head, /^\/schools\//));
  await expect(head.getByRole("heading", { level: 1 })).toHaveText(school.name);
  return head;
}

/** The officer joins too, and adds a course to the help available. */
async function addCourse(visit: Visit): Promise<Page> {
  const officer = await visit(null);
  await acceptAsNew(officer, { email: OFFICER, password: PASSWORD });
  await officer.goto(`${HOME}/support`);
  await officer.getByRole("link", { name: "Add a course" }).click();
  await officer.getByLabel("Name of the course").fill(COURSE);
  await officer.getByLabel("Statements it helps with").fill("EY4.1");
  await officer.getByLabel("How to book or ask").fill("Book with the early years team");
  await officer.getByRole("button", { name: "Add it" }).click();
  await expect(officer.getByText("Added. Schools see it")).toBeVisible();
  return officer;
}

/** Everybody who has not begun is written to: each letter is seen before it leaves, and read where it arrives. */
async function remind(officer: Page, visit: Visit): Promise<void> {
  await officer.goto(`${HOME}/returns`);
  for (const { name } of [DUNLIN, AVOCET]) {
    await officer.getByRole("checkbox", { name: `Choose ${name}` }).check();
  }
  await officer.getByRole("button", { name: "Preview 2 letters" }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Write to 2 schools");
  await officer.getByRole("button", { name: "Send to 2 schools" }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(/to 2 schools/);
  const reader = await visit(null);
  for (const school of [DUNLIN, AVOCET]) {
    await letMailsLeave(addressOf(school));
    await openMail(reader, {
      to: addressOf(school),
      subject: new RegExp(`^${ROUND}: ${school.name}`),
    });
    await expect(reader.locator("[data-mail-text]")).toContainText(
      "has not signed its self-review",
    );
  }
}

type Answering = { school: School; levels: string[]; wishes: boolean };

/** The head answers three statements from the school's home, sums up and signs; a receipt comes by mail. */
async function answerAndSign(head: Page, { school, levels, wishes }: Answering): Promise<void> {
  await head.goto(`/schools/${school.urn}`);
  await head.getByRole("main").getByRole("link", { name: ROUND }).first().click();
  await head.getByRole("button", { name: "Confirm and start" }).click();
  await expect(head.getByRole("heading", { level: 1 })).toHaveText(ROUND);
  const review = new URL(head.url()).pathname;
  await head.goto(`${review}/sections/4/levels`);
  await chooseLevelsByKey(head, levels);
  if (wishes) {
    const help = head.getByRole("group", { name: "Help with EY4.1" });
    await expect(help).toContainText(COURSE);
    await help.getByText("We would like help with this").click();
  }
  await expectSaved(head);
  await head.getByRole("button", { name: "Save and sum up section 4" }).click();
  await sumUp(head, { level: "In places", words: "What key adults wrote down in October." });
  await head.getByRole("button", { name: "Save and complete section 4" }).click();
  await expect(head).not.toHaveURL(/\/sections\/4/);
  await head.goto(`${review}/check`);
  await head.getByRole("button", { name: "Mark as ready to sign" }).click();
  await head.getByRole("link", { name: "Read and sign" }).click();
  await sign(head, { password: PASSWORD, as: "headteacher" });
  await expect(head.getByRole("heading", { level: 1 })).toHaveText("Signed");
  await openMail(head, { to: addressOf(school), subject: /^Received: Early Years, spring/ });
  await head.goto(await linkOfMail(head, /\/signed\/1$/));
  await expect(head.getByRole("heading", { level: 1 })).toBeVisible();
}

/** A return is opened from the queue, and a statement asked about. */
async function ask(officer: Page): Promise<void> {
  await officer.goto(`${HOME}/to-read`);
  await expect(officer.getByText("2 returns wait for a reply")).toBeVisible();
  await officer.getByRole("link", { name: DUNLIN.name }).click();
  await expect(officer.getByRole("heading", { name: "Help wanted: 1" })).toBeVisible();
  await officer.getByRole("link", { name: "Ask about EY4.1" }).click();
  await officer.getByLabel("Your question about EY4.1").fill(QUESTION);
  await officer.getByRole("button", { name: "Ask the school" }).click();
  await expect(officer.getByText(/^Asked\. Dunlin Primary School is told/)).toBeVisible();
}

/** The school answers where the mail leads. */
async function answerInPlace(head: Page): Promise<void> {
  await letMailsLeave(addressOf(DUNLIN));
  await openMail(head, { to: addressOf(DUNLIN), subject: /has a question about Early Years/ });
  await head.goto(await linkOfMail(head, /\/replies$/));
  await expect(head.getByText(QUESTION)).toBeVisible();
  await head.getByLabel("Your answer").fill(ANSWER);
  await head.getByRole("button", { name: "Send the answer" }).click();
  await expect(head.getByText(`Your answer is with ${empty().authority.name}.`)).toBeVisible();
}

/** The one reply: what the school asked help with stands in the third box already, with the course beside it. */
async function reply(officer: Page): Promise<void> {
  await letMailsLeave(OFFICER);
  await openMail(officer, { to: OFFICER, subject: /has answered your question/ });
  await officer.goto(await linkOfMail(officer, /\/returns\//));
  await expect(officer.getByText(ANSWER).first()).toBeVisible();
  await expect(officer.getByLabel("We can offer")).toHaveValue(/EY4\.1[\s\S]*Hearing children/);
  await officer.getByLabel("We noticed").fill(NOTICED);
  await expectForEveryone(officer);
  await officer.getByRole("button", { name: "Send the reply" }).click();
  await expect(
    officer.getByText(`Reply sent to ${DUNLIN.name}. It has left your list.`),
  ).toBeVisible();
  await officer.goto(`${HOME}/to-read`);
  await expect(officer.getByText("1 return waits for a reply")).toBeVisible();
  await expect(officer.getByRole("link", { name: DUNLIN.name })).toHaveCount(0);
}

test("from an empty organisation: schools imported, a round opened, reminded, two returns received, one asked about and answered", async ({
  visit,
}) => {
  test.setTimeout(240_000);
  const manager = await visit(empty().authority.manager);
  await manager.goto(HOME);
  await expectForEveryone(manager);
  const schools = [DUNLIN, AVOCET, CURLEW];
  await uploadSchools(manager, {
    ...{ key: KEY, code: AUTHORITY.code, file: registerOf(AUTHORITY, schools) },
    names: schools.map(({ name }) => name),
  });
  await openRound(manager, {
    ...{ key: KEY, title: ROUND, questionnaire: /^Early Years/, section: /^4\. / },
    dates: { first: formatDate(workingDay(20)), final: formatDate(workingDay(30)) },
    schools: [DUNLIN.name, AVOCET.name],
  });
  await expectForEveryone(manager);
  const heads = [DUNLIN, AVOCET].map((school) => {
    return {
      name: HEADS[school.urn] ?? "",
      email: addressOf(school),
      role: "headteacher",
      urn: school.urn,
    };
  });
  const officerAsked = { name: "Rhona Blake", email: OFFICER, role: "officer", urn: "" };
  await inviteMany(manager, KEY, [...heads, officerAsked]);

  const dunlin = await joinAndBegin(visit, DUNLIN);
  const avocet = await joinAndBegin(visit, AVOCET);
  const officer = await addCourse(visit);
  await remind(officer, visit);
  await answerAndSign(dunlin, { school: DUNLIN, levels: ["1", "2"], wishes: true });
  await answerAndSign(avocet, { school: AVOCET, levels: ["2"], wishes: false });
  await ask(officer);
  await answerInPlace(dunlin);
  await reply(officer);

  await letMailsLeave(addressOf(DUNLIN));
  await openMail(dunlin, { to: addressOf(DUNLIN), subject: /has replied to Early Years/ });
  await dunlin.goto(await linkOfMail(dunlin, /\/replies$/));
  await expect(dunlin.getByText(NOTICED)).toBeVisible();
  await expect(dunlin.getByText(COURSE)).toBeVisible();
  await expectForEveryone(dunlin);
});
