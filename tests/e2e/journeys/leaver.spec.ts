import type { Page } from "@playwright/test";
import { giveFirstFactor, acceptAsNew, sendInvitation } from "../support/accounts";
import { expectForEveryone } from "../support/for-everyone";
import { expect, test } from "../support/test";
import { password, team } from "../support/world";

const ACTION = "Agree one way of telling families early";
const NEXT_HEAD = "next.head@leaver.e2e.test";

test.describe.configure({ mode: "serial" });

test("a colleague leaves: their sections go to another in one step, and their open browser is out", async ({
  visit,
}) => {
  const { people, reviews, urn } = team("leaver");
  const { path } = reviews["inclusion-toolkit"];
  const head = await visit(people.head);
  await head.goto(`${path}/assign`);
  for (const section of ["A", "B"]) await choose(head, { section, who: "Colm Doyle" });
  await head.getByRole("button", { name: "Save who looks after what" }).click();
  await expect(head.getByText("Saved: 2 sections have changed.")).toBeVisible();

  const leaver = await visit(people.contributor);
  await leaver.goto(`${path}/sections/A`);
  const line = leaver.locator('[data-item="A1"]').getByLabel(/Where could someone see this/);
  await line.fill("Assemblies, and the notice board");
  await expect(leaver.locator('[data-item="A1"]').getByText(/^Saved/)).toBeVisible();

  await head.goto(`/schools/${urn}/team`);
  await head.getByRole("link", { name: "Remove Colm Doyle" }).click();
  await expectForEveryone(head);
  await head.getByRole("button", { name: "Remove Colm Doyle" }).click();
  await expect(head.getByRole("link", { name: /who takes the sections over/i })).toBeVisible();
  await expectForEveryone(head);
  await head.getByLabel(/^Who takes over 2 sections/).selectOption({ label: "Bina Shah" });
  await head.getByRole("button", { name: "Remove Colm Doyle" }).click();
  await expect(head.getByText(/They are removed and signed out everywhere/)).toBeVisible();
  await expect(head.getByText("Colm Doyle")).toHaveCount(0);
  await head.goto(`${path}/assign`);
  for (const section of ["A", "B"]) {
    await expect(sectionBox(head, section).locator("option:checked")).toHaveText(/^Bina Shah/);
  }
  await head.goto(`${path}/answers/A1/versions`);
  await expect(head.getByText("Colm Doyle").first()).toBeVisible();

  await line.fill("One more thing, after leaving");
  await expect(leaver.getByText(/Your session ended/).first()).toBeVisible();
  await leaver.goto(`/schools/${urn}`);
  await expect(leaver).toHaveURL(/\/sign-in/);
  await giveFirstFactor(leaver, { email: people.contributor.email, password: password() });
  await expect(leaver.getByRole("heading", { level: 1 })).toBeVisible();
  for (const address of [`/schools/${urn}`, `/schools/${urn}/team`, path, `${path}/sections/A`]) {
    expect((await leaver.goto(address))?.status(), address).toBe(404);
  }
  await leaver.goto("/");
  await expect(leaver.getByRole("heading", { level: 1 })).toHaveText("Nothing is open to you now");
  await expectForEveryone(leaver);
});

test("a headteacher goes once another has come, who finds what was said, promised and is due", async ({
  visit,
}) => {
  const { people, urn } = team("leaver");
  const head = await visit(people.head);
  await head.goto(`/schools/${urn}/actions/new`);
  await head.getByLabel("What will be done").fill(ACTION);
  await head.getByLabel("Who leads").fill("SENCO");
  await head.getByRole("button", { name: /^Add/ }).click();
  await expect(head.getByText(ACTION).first()).toBeVisible();

  await head.goto(`/schools/${urn}/team`);
  await head.getByRole("link", { name: "Remove Anna Pellow" }).click();
  await expect(head.getByRole("heading", { name: "Someone has to follow first" })).toBeVisible();
  await expectForEveryone(head);
  await head.getByRole("link", { name: "Invite the next headteacher" }).click();
  await sendInvitation(head, { name: "Carys Lowe", email: NEXT_HEAD, role: "Headteacher" });

  const next = await visit(null);
  await acceptAsNew(next, { email: NEXT_HEAD, password: "copper meadow trumpet" });
  await expect(next.getByRole("heading", { level: 1 })).toHaveText("Your first day");
  const part = (name: string) => next.getByRole("region", { name });
  await expect(part("What we said").getByRole("link", { name: /^Asthma/ })).toBeVisible();
  await expect(part("What is promised").getByText(ACTION)).toBeVisible();
  await expect(part("What is due").getByRole("link", { name: /^Inclusion Toolkit/ })).toBeVisible();
  await expect(
    part("What is due")
      .getByText(/deadline/)
      .first(),
  ).toBeVisible();
  await expect(part("Who is here").getByText("Anna Pellow")).toBeVisible();
  await expectForEveryone(next);

  await head.goto(`/schools/${urn}/team`);
  await head.getByRole("link", { name: "Remove Anna Pellow" }).click();
  await head.getByRole("button", { name: "Remove Anna Pellow" }).click();
  await expect(head.getByText(/^You have left the school/)).toBeVisible();
  await expectForEveryone(head);
  await head.goto(`/schools/${urn}`);
  await expect(head).toHaveURL(/\/sign-in/);
  await part("What we said")
    .getByRole("link", { name: /^Asthma/ })
    .click();
  await expect(next.getByRole("heading", { level: 1 })).toHaveText(/^Asthma .* signed copy 1$/);
  await expect(next.getByRole("region", { name: "Signatures" })).toContainText("Anna Pellow");
});

const sectionBox = (page: Page, section: string) => page.getByLabel(new RegExp(`^${section}\\. `));

async function choose(page: Page, { section, who }: { section: string; who: string }) {
  const box = sectionBox(page, section);
  const words = await box.locator("option", { hasText: who }).first().innerText();
  await box.selectOption({ label: words });
}
