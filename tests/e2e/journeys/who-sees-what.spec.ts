import type { Locator } from "@playwright/test";
import { expect, test } from "../support/test";
import { demoPerson, demoReview, team } from "../support/world";

test("an officer reads a signed return, and then it can no longer be called back", async ({
  visit,
}) => {
  const { people, reviews, school } = team("read");
  const { path, id } = reviews["inclusion-toolkit"];
  const head = await visit(people.head);
  await head.goto(`${path}/signed/1`);
  await expect(head.getByRole("link", { name: /Call it back/ })).toBeVisible();

  const officer = await visit(demoPerson("officer"));
  await officer.goto(`/organisations/kent/returns/${id}`);
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(school);
  await expect(officer.getByRole("heading", { name: "Read this first" })).toBeVisible();

  await head.reload();
  await expect(head.getByRole("link", { name: /Call it back/ })).toHaveCount(0);
  expect((await head.goto(`${path}/recall`))?.status()).toBe(409);
});

test("of a draft an officer sees the state only, and no address opens it", async ({ visit }) => {
  const { reviews } = team("begun");
  const officer = await visit(demoPerson("officer"));
  const { id, path } = reviews["inclusion-toolkit"];
  expect((await officer.goto(`/organisations/kent/returns/${id}`))?.status()).toBe(404);
  for (const address of [path, `${path}/sections/C`, `${path}/check`]) {
    expect((await officer.goto(address))?.status(), address).toBe(403);
    await expect(officer.locator("[data-item]")).toHaveCount(0);
  }
  await officer.goto("/organisations/kent/returns");
  await expect(officer.getByText("never its words", { exact: false })).toBeVisible();
});

test("a manager sees the rounds of the council and the work that could not be done", async ({
  visit,
}) => {
  const manager = await visit(demoPerson("manager"));
  await manager.goto("/organisations/kent/returns");
  const rounds = manager.getByRole("list", { name: "Review rounds" });
  await expect(rounds.getByRole("link", { name: /Inclusion Toolkit/ })).toHaveCount(2);
  const shown = rounds.locator("[aria-current]");
  await expect(shown).toHaveText(await newestOf(rounds.getByRole("link", { name: /Toolkit/ })));
  await expect(rounds.getByRole("link", { name: /Mainstream Core Standards/ })).toBeVisible();
  await expect(rounds.getByRole("link", { name: /Asthma/ })).toHaveCount(0);
  expect((await manager.goto("/organisations/kent/work"))?.status()).toBe(200);
});

test("the NHS sees asthma only, a Medway school's return among it", async ({ visit }) => {
  const health = await visit(demoPerson("health"));
  await health.goto("/organisations/nhs-kent-medway/returns");
  await expect(health.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(health.getByText("Inclusion Toolkit", { exact: false })).toHaveCount(0);
  const medway = demoReview("118317", "asthma-friendly");
  await health.goto(`/organisations/nhs-kent-medway/returns/${medway.id}`);
  await expect(health.getByRole("heading", { level: 1 })).toHaveText(/Greenvale/);
  const toolkit = demoReview("118698", "inclusion-toolkit");
  const refused = await health.goto(`/organisations/nhs-kent-medway/returns/${toolkit.id}`);
  expect(refused?.status()).toBe(404);
  expect((await health.goto("/organisations/kent"))?.status()).toBe(404);
});

test("a headteacher of another school finds nothing at this school's addresses", async ({
  visit,
}) => {
  const { urn, reviews } = team("pages");
  const toolkit = reviews["inclusion-toolkit"].path;
  const asthma = reviews["asthma-friendly"].path;
  const outsider = await visit(demoPerson("head2"));
  const addresses = [
    `/schools/${urn}`,
    `/schools/${urn}/actions`,
    `/schools/${urn}/private`,
    toolkit,
    `${toolkit}/start`,
    `${toolkit}/sections/A`,
    `${toolkit}/sections/A/levels`,
    `${toolkit}/answers/A1/versions`,
    `${toolkit}/check`,
    `${toolkit}/check/draft.pdf`,
    `${toolkit}/sign`,
    `${asthma}/signed/1`,
    `${asthma}/signed/1/read`,
    `${asthma}/signed/1/pdf`,
    "/organisations/kent",
  ];
  for (const address of addresses) {
    expect((await outsider.request.get(address)).status(), address).toBe(404);
  }
});

test("a contributor is told who signs, and cannot sign", async ({ visit }) => {
  const { people, reviews } = team("pages");
  const contributor = await visit(people.contributor);
  const answer = await contributor.goto(`${reviews["inclusion-toolkit"].path}/sign`);
  expect(answer?.status()).toBe(403);
});

/** Titles end with the school year, so the last by name is this year's. */
const newestOf = async (links: Locator): Promise<string> =>
  (await links.allTextContents()).sort().at(-1) ?? "";
