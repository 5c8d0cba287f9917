import type { Page } from "@playwright/test";
import { giveFirstFactor, signOut } from "../support/accounts";
import { anotherVisit, notesOf, setState } from "../support/another-visit";
import { endSession } from "../support/end-session";
import { expectForEveryone } from "../support/for-everyone";
import { expect, test } from "../support/test";
import { password } from "../support/world";
import type { Person } from "../world/plan";

const box = (page: Page) => page.getByLabel("Write it, then say what it is");
const counts = (page: Page) => page.getByTestId("note-counts");
const note = (page: Page, text: string) => page.locator(".ir-note-text").getByText(text);
const give = (page: Page, { email }: Person) =>
  giveFirstFactor(page, { email, password: password() });

async function write(page: Page, text: string, as = "What we saw"): Promise<void> {
  await box(page).fill(text);
  await page.getByRole("button", { name: as }).click();
  await expect(box(page)).toHaveValue("");
}

/** Opens the notes and waits until they would open again without a connection. */
async function openNotes(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/notes`);
  await expect(counts(page)).toContainText("on this tablet");
  await expect(page.getByTestId("page-kept")).toBeVisible();
}

const storedText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const open = () =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open("inclusion-review-visits");
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error("not opened"));
      });
    const db = await open();
    const rows = await Promise.all(
      [...db.objectStoreNames].map(
        (name) =>
          new Promise<unknown>((resolve) => {
            const asked = db.transaction(name).objectStore(name).getAll();
            asked.onsuccess = () => resolve(asked.result);
          }),
      ),
    );
    db.close();
    return JSON.stringify(rows);
  });

/** As a browser does that makes room, or a person who clears it. */
const clearStorage = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    localStorage.clear();
    for (const name of await caches.keys()) await caches.delete(name);
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDB.deleteDatabase("inclusion-review-visits");
      asked.onsuccess = () => resolve();
      asked.onerror = () => reject(new Error("not deleted"));
    });
  });

test("notes opened once reload without a connection, keep what is written then, and go when it is back", async ({
  visit,
}) => {
  const own = anotherVisit();
  const page = await visit(own.lead);
  await openNotes(page, own.path);
  await expectForEveryone(page);
  await write(page, "Word mats are used by everyone.", "Works well");
  await expect(box(page)).toBeFocused();
  await expect(counts(page)).toHaveText("0 notes on this tablet, 1 sent");

  await page.context().setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await write(page, "Two children chose the number line.");
  await write(page, "What happens when the assistant is out?", "Wondered");
  await expect(counts(page)).toHaveText("2 notes on this tablet, 1 sent");
  await page.reload();
  await expect(counts(page)).toHaveText("2 notes on this tablet, 1 sent");
  await expect(note(page, "Two children chose the number line.")).toBeVisible();
  await expectForEveryone(page);
  await write(page, "Written after the reload.");
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await page.getByRole("link", { name: "Go to your notes" }).click();
  await expect(counts(page)).toHaveText("3 notes on this tablet, 1 sent");
  expect(notesOf(own)).toHaveLength(1);

  await page.context().setOffline(false);
  await expect(counts(page)).toHaveText("0 notes on this tablet, 4 sent", { timeout: 40_000 });
  expect(notesOf(own).map(({ text }) => text)).toEqual([
    "Word mats are used by everyone.",
    "Two children chose the number line.",
    "What happens when the assistant is out?",
    "Written after the reload.",
  ]);
});

test("a note whose answer was lost is delivered again and stays one note", async ({ visit }) => {
  const own = anotherVisit();
  const page = await visit(own.lead);
  let lost = 0;
  await page.route("**/notes/deliver", async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await page.goto(`${own.path}/notes`);
  await expect(counts(page)).toHaveText("0 notes on this tablet, 0 sent");
  await write(page, "Said once");
  await expect(counts(page)).toHaveText("1 note on this tablet, 0 sent");
  await expect.poll(() => notesOf(own).length).toBe(1);
  await page.getByRole("button", { name: "Try to send now" }).click();
  await expect(counts(page)).toHaveText("0 notes on this tablet, 1 sent");
  expect(notesOf(own).map(({ text }) => text)).toEqual(["Said once"]);
});

test("both reviewers write without a connection, their clocks an hour apart, and neither changes the other's", async ({
  visit,
}) => {
  const own = anotherVisit();
  const [one, two] = [await visit(own.lead), await visit(own.second)];
  const now = Date.now();
  await one.clock.setFixedTime(now);
  await two.clock.setFixedTime(now + 3600_000);
  await openNotes(one, own.path);
  await openNotes(two, own.path);
  await one.context().setOffline(true);
  await two.context().setOffline(true);
  await write(one, "Ruth, first");
  await write(two, "Łukasz, first");
  await one.clock.setFixedTime(now + 3500_000);
  await two.clock.setFixedTime(now + 7100_000);
  await write(one, "Ruth, an hour on");
  await write(two, "Łukasz, an hour on");
  await two.context().setOffline(false);
  await expect(counts(two)).toHaveText("0 notes on this tablet, 2 sent", { timeout: 40_000 });
  await one.context().setOffline(false);
  await expect(counts(one)).toHaveText("0 notes on this tablet, 2 sent", { timeout: 40_000 });
  expect(notesOf(own).map(({ author, text }) => `${author}: ${text}`)).toEqual([
    "Ruth Adeyemi: Ruth, first",
    "Ruth Adeyemi: Ruth, an hour on",
    "Łukasz Nowak: Łukasz, first",
    "Łukasz Nowak: Łukasz, an hour on",
  ]);
  await expect(one.getByText("Łukasz, first")).toHaveCount(0);
});

test("a session that ended without a connection is told, and the notes go once the same person signs in", async ({
  visit,
}) => {
  const own = anotherVisit();
  const page = await visit(own.lead);
  await openNotes(page, own.path);
  await page.context().setOffline(true);
  await write(page, "Written in the corridor");
  endSession(own.lead);
  await page.context().setOffline(false);
  await expect(page.getByText(/Sign in again: your notes are on this tablet/)).toBeVisible({
    timeout: 40_000,
  });
  await expect(page.getByText(/Only Ruth Adeyemi can hand/)).toBeVisible();
  expect(notesOf(own)).toEqual([]);
  await page.getByRole("link", { name: "Sign in again" }).click();
  await give(page, own.lead);
  await expect(counts(page)).toHaveText("0 notes on this tablet, 1 sent");
  expect(notesOf(own).map(({ text }) => text)).toEqual(["Written in the corridor"]);
});

test("somebody else who signs in on the tablet sees neither notes nor counts, hands nothing in and deletes nothing", async ({
  visit,
}) => {
  const own = anotherVisit();
  const page = await visit(own.lead);
  await openNotes(page, own.path);
  await page.context().setOffline(true);
  await write(page, "Ruth’s words, for Ruth to send");
  await expect(counts(page)).toHaveText("1 note on this tablet, 0 sent");
  endSession(own.lead);
  await page.goto("about:blank");
  await page.context().setOffline(false);

  await page.goto("/sign-in");
  await give(page, own.second);
  await page.goto(`${own.path}/notes`);
  await expect(
    page.getByText("Somebody else’s notes wait on this tablet. They sign in to send them."),
  ).toBeVisible();
  await expect(counts(page)).toHaveText("0 notes on this tablet, 0 sent");
  await expect(page.getByText("Ruth’s words")).toHaveCount(0);
  const names = await page.evaluate(() => caches.keys());
  expect(names.filter((name) => name.startsWith("visit-pages"))).toHaveLength(1);
  await write(page, "Łukasz’s own");
  await expect(counts(page)).toHaveText("0 notes on this tablet, 1 sent");
  await signOut(page);
  expect(await storedText(page)).toContain("Ruth’s words");
  expect(await storedText(page)).not.toContain("Łukasz’s own");
  expect(await page.evaluate(() => caches.keys())).not.toContainEqual(
    expect.stringContaining("visit-pages"),
  );

  await give(page, own.lead);
  await page.goto(`${own.path}/notes`);
  await expect(counts(page)).toHaveText("0 notes on this tablet, 1 sent");
  expect(notesOf(own).map(({ author, text }) => `${author}: ${text}`)).toEqual([
    "Ruth Adeyemi: Ruth’s words, for Ruth to send",
    "Łukasz Nowak: Łukasz’s own",
  ]);
});

test("cleared storage is told, and nothing that was sent is lost", async ({ visit }) => {
  const own = anotherVisit();
  const page = await visit(own.lead);
  await openNotes(page, own.path);
  await write(page, "Sent before");
  await expect(counts(page)).toHaveText("0 notes on this tablet, 1 sent");
  await page.context().setOffline(true);
  await write(page, "Still on the page");
  await clearStorage(page);
  await write(page, "And after");
  await expect(counts(page)).toHaveText("2 notes on this tablet, 1 sent");

  const context = page.context();
  await context.setOffline(false);
  await expect(counts(page)).toHaveText("0 notes on this tablet, 3 sent", { timeout: 40_000 });
  await context.setOffline(true);
  await write(page, "Only on the tablet");
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto("/who-can-see");
  await clearStorage(again);
  await again.goto(`${own.path}/notes`);
  await expect(again.getByText(/Nothing that was sent is lost: 3 notes are listed/)).toBeVisible();
  await expect(counts(again)).toHaveText("0 notes on this tablet, 3 sent");
  await expect(note(again, "And after")).toBeVisible();
  await expect(note(again, "Only on the tablet")).toHaveCount(0);
});

test("two hundred notes are written without a connection and all of them arrive once", async ({
  visit,
}) => {
  test.setTimeout(120_000);
  const own = anotherVisit();
  const page = await visit(own.lead);
  await openNotes(page, own.path);
  await page.context().setOffline(true);
  await box(page).evaluate((area: HTMLTextAreaElement) => {
    const button = area.form?.querySelector<HTMLButtonElement>('button[value="saw"]');
    for (let each = 1; each <= 200; each += 1) {
      area.value = `Note ${each}`;
      button?.click();
    }
  });
  await expect(counts(page)).toHaveText("200 notes on this tablet, 0 sent", { timeout: 40_000 });
  await page.reload();
  await expect(counts(page)).toHaveText("200 notes on this tablet, 0 sent");
  await page.context().setOffline(false);
  await expect(counts(page)).toHaveText("0 notes on this tablet, 200 sent", { timeout: 60_000 });
  const texts = new Set(notesOf(own).map(({ text }) => text));
  expect([notesOf(own).length, texts.size]).toEqual([200, 200]);
});

test("signing out warns of notes not sent, and deletes what the tablet kept", async ({ visit }) => {
  const own = anotherVisit();
  const page = await visit(own.lead);
  await page.route("**/notes/deliver", (route) => route.abort());
  await page.goto(`${own.path}/notes`);
  await expect(counts(page)).toContainText("on this tablet");
  await write(page, "Never sent");
  const out = page.getByRole("button", { name: "Sign out" }).first();
  await out.click();
  const warning = page.getByRole("dialog");
  await expect(warning.getByText("1 note on this tablet was not sent")).toBeVisible();
  await warning.getByRole("button", { name: "Stay signed in" }).click();
  await expect(counts(page)).toHaveText("1 note on this tablet, 0 sent");
  await out.click();
  await warning.getByRole("button", { name: "Delete them and sign out" }).click();
  await expect(page).toHaveURL(/sign-in\?out=1/);
  expect(await storedText(page)).not.toContain("Never sent");
});

test("when the visit is over the tablet forgets it, but for what was never sent", async ({
  visit,
}) => {
  const own = anotherVisit();
  const page = await visit(own.lead);
  await openNotes(page, own.path);
  await write(page, "Sent in time");
  await expect(counts(page)).toHaveText("0 notes on this tablet, 1 sent");
  setState(own, "with-school");
  await write(page, "Too late");
  await expect(page.getByText(/The record is with the school/)).toBeVisible();
  await expect(counts(page)).toHaveText("1 note on this tablet, 1 sent");
  setState(own, "closed");
  await page.goto(own.path);
  await expect(page.getByText("1 note on this tablet was never sent.")).toBeVisible();
  await page.getByRole("link", { name: "Look at them" }).click();
  await expect(page.getByText(/This visit is over/)).toBeVisible();
  await expect(page.getByText("Too late")).toBeVisible();
  await page.getByRole("button", { name: "Remove them from this tablet" }).click();
  await expect(page.getByText("Too late")).toHaveCount(0);
  expect(await storedText(page)).not.toContain("Sent in time");
});

test("notes, a new line of the day, jottings and filing work without JavaScript", async ({
  visit,
}) => {
  const own = anotherVisit();
  const page = await visit(own.lead, { javaScriptEnabled: false });
  await page.goto(`${own.path}/notes`);
  await box(page).fill("Kept by a form");
  await page.getByRole("button", { name: "Works well" }).click();
  await expect(note(page, "Kept by a form")).toBeVisible();
  await page.getByRole("button", { name: "Works well" }).click();
  await expect(page.getByRole("main").getByText("Write the note first").first()).toBeVisible();
  await page.goto(`${own.path}/notes`);
  await page.getByRole("link", { name: /^Change/ }).click();
  await page.getByLabel("Change this note").fill("Changed by a form");
  await page.getByRole("group", { name: "Keep it as" }).last().getByText("Wondered").click();
  await page.getByText("Add something not in the plan").click();
  await page.getByLabel("What it is", { exact: true }).fill("Lunch hall");
  await page.getByLabel("From").fill("12:10");
  await page.getByRole("button", { name: "Add it to the day" }).click();
  await expect(page.getByRole("heading", { name: "Lunch hall, 12:10" })).toBeVisible();
  await page.getByText("Your jottings, for you alone").click();
  await page.getByLabel("Jottings", { exact: true }).fill("Ask about the tray");
  await page.getByRole("button", { name: "Save your jottings" }).click();
  await page.getByText("Your jottings, for you alone").click();
  await expect(page.getByLabel("Jottings", { exact: true })).toHaveValue("Ask about the tray");

  await page.getByRole("link", { name: "File", exact: true }).click();
  await expect(page.getByRole("heading", { name: "File your notes: 1 left of 1" })).toBeVisible();
  await page.getByRole("button", { name: /^C\W/ }).click();
  await expect(page.getByRole("heading", { name: "File your notes: 0 left of 1" })).toBeVisible();
  await expect(page.getByText("1 note, you only")).toBeVisible();
});

test("what one reviewer has filed the other reads; what is not filed stays a number", async ({
  visit,
}) => {
  const own = anotherVisit();
  const page = await visit(own.lead);
  await page.goto(`${own.path}/notes`);
  await write(page, "To be filed");
  await write(page, "Not to be filed");
  await expect(counts(page)).toHaveText("0 notes on this tablet, 2 sent");
  await page.getByRole("link", { name: "File", exact: true }).click();
  const note = page.getByRole("article", { name: "To be filed", exact: true });
  await note.getByRole("button", { name: /^C\W/ }).click();
  await expect(note.getByRole("button", { name: /^C\W/ })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("heading", { name: "File your notes: 1 left of 2" })).toBeVisible();
  await expectForEveryone(page);

  const other = await visit(own.second);
  await other.goto(`${own.path}/file`);
  await expect(other.getByText("Ruth Adeyemi has filed 1 of 2.")).toBeVisible();
  await expect(other.getByText("To be filed", { exact: true })).toBeVisible();
  await expect(other.getByText("Not to be filed")).toHaveCount(0);
  expect(await other.content()).not.toContain("Not to be filed");
});
