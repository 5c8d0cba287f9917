import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { textOf } from "~tests/support/pdf-tools";
import { expectSealedPdf } from "../support/check-pdf";
import { expectForEveryone } from "../support/for-everyone";
import { linkOfMail, openMail } from "../support/mails";
import { keepConfirmationsToday, letMailsLeave } from "../support/school-morning";
import { expect, test } from "../support/test";
import { empty } from "../support/world";
import { answerAndSign } from "./asthma-steps";
import { openRound, uploadSchools } from "./first-round-steps";

const SCHEME = "Asthma Friendly, Medway";

/** The head says what kind of school it is, which the register does not, answers the one page and signs. */
async function answerScheme(head: Page): Promise<void> {
  await head.getByRole("checkbox", { name: "Maintained by the local authority" }).check();
  await answerAndSign(head, new URL(head.url()).pathname.replace(/\/start$/, ""));
}

/** The manager chooses the school where its points are met, looks through it and confirms. */
async function confirm(manager: Page): Promise<void> {
  await manager.goto("/organisations/nhs-saltmarsh/rounds");
  await manager.getByRole("link", { name: SCHEME }).click();
  await manager.getByRole("link", { name: "Confirm schools" }).click();
  await manager.getByRole("link", { name: /^To confirm now: 1/ }).click();
  await manager.getByRole("checkbox", { name: `Choose ${empty().medway.name}` }).check();
  await manager.getByRole("button", { name: "Preview the chosen schools" }).click();
  await manager.getByRole("button", { name: "Confirm 1 school" }).click();
  await expect(manager.getByRole("status").first()).toContainText("1 school confirmed.");
}

/**
 * The school opens its confirmation where the mail leads, and keeps the certificate. `before`: until when the one
 * before it held. Answers until when this one does.
 */
async function openCertificate(head: Page, before = "never"): Promise<string> {
  const { email } = empty().medway.head;
  const subject = new RegExp(`^${SCHEME}: .* is confirmed until (?!${before})`);
  await openMail(head, { to: email, subject });
  await head.goto(await linkOfMail(head, /\/confirmations\//));
  const title = await head.getByRole("heading", { level: 1 }).innerText();
  expect(title).toMatch(/^Confirmed until \d/);
  const certificate = head.getByRole("link", { name: /^Certificate CF/ }).first();
  await expect(async () => {
    await head.reload();
    await expect(certificate).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  const href = (await certificate.getAttribute("href")) ?? "";
  const pdf = await (await head.request.get(href)).body();
  expectSealedPdf(pdf);
  const until = title.replace("Confirmed until ", "");
  expect(textOf(pdf)).toContain(`is confirmed until ${until}`);
  return until;
}

test("from an empty NHS organisation: a school of Medway imported, a rolling round joined, confirmed, reminded and renewed", async ({
  visit,
}) => {
  test.setTimeout(240_000);
  const { health, medway } = empty();
  const { email } = medway.head;
  const manager = await visit(health.manager);
  const register = readFileSync(path.resolve("db/demo/data/medway-schools.csv"), "utf8");
  const lines = register.split(/\r?\n/);
  const file = [lines[0], lines.find((line) => line.startsWith(medway.urn))].join("\r\n");
  await uploadSchools(manager, { key: health.key, code: "887", file, names: [medway.name] });
  await openRound(manager, {
    ...{ key: health.key, title: SCHEME, questionnaire: /^Asthma Friendly/ },
    ...{ dates: null, section: null, schools: [medway.name] },
  });

  const head = await visit(medway.head);
  await openMail(head, { to: email, subject: /may join Asthma Friendly, Medway/ });
  await head.goto(await linkOfMail(head, /^\/schools\//));
  await head.getByRole("link", { name: `Join ${SCHEME}` }).click();
  await expect(head.getByText("A confirmation holds for 1 month.")).toBeVisible();
  await head.getByRole("button", { name: `Join ${SCHEME}` }).click();
  await expect(head).toHaveURL(/\/self-reviews\//);
  await answerScheme(head);

  await confirm(manager);
  const first = await openCertificate(head);
  await keepConfirmationsToday();
  await letMailsLeave(email);
  await openMail(head, { to: email, subject: new RegExp(`runs out on ${first}$`) });
  await head.goto(await linkOfMail(head, /\/confirmations\//));
  await head.getByRole("button", { name: "Renew" }).click();
  await answerScheme(head);

  await confirm(manager);
  const second = await openCertificate(head, first);
  expect(new Date(second).getTime()).toBeGreaterThan(new Date(first).getTime());
  await expect(head.getByRole("heading", { name: "Your other confirmations" })).toBeVisible();
  await expectForEveryone(head);
});
