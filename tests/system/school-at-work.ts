import { argon2Passwords } from "~/auth/password.server";
import { startSession } from "~/auth/session.server";
import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";
import type { Role } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { loadConfig } from "~/platform/config.server";
import { createLog } from "~/platform/log.server";
import { makeApp } from "~/platform/make-app.server";
import { migrate } from "~db/migrate";
import { cookieOf, PASSWORD } from "~tests/support/accounts";
import { aDefinition, anItem } from "~tests/support/factories/definitions";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";

const SECTIONS = ["A", "B"];
/** Statements of the questionnaire everybody writes in: few, so that writers meet. */
export const KEYS = SECTIONS.flatMap((section) => [1, 2, 3, 4, 5, 6].map((n) => `${section}${n}`));

/** A person of the school, with the Cookie header of their session. */
export type Person = { userId: string; name: string; cookie: string };
export type SchoolAtWork = {
  urn: string;
  /** Two self-reviews of the same questionnaire, the second private. */
  responseId: string;
  otherResponseId: string;
  head: Person;
  writers: Person[];
};

/** The database of a folder, opened beside the server or before it starts. The caller closes it. */
export async function openData(dataDir: string): Promise<App> {
  const config = loadConfig({ env: { DATA_DIR: dataDir, DEMO: "1" }, production: false });
  return makeApp({ config, log: createLog({ level: "fatal" }) });
}

/** Fills an empty folder with one school in an open round, its head and eight who write. */
export async function aSchoolAtWork(dataDir: string): Promise<SchoolAtWork> {
  await migrate({ url: undefined, dataDir, log: () => undefined });
  const app = await openData(dataDir);
  const owner = await anOrganisation(app);
  const definition = aDefinition({
    settings: { sectionSummary: false, askDuties: false, needed: "all" },
    fields: [],
    derived: [],
    sections: SECTIONS.map((key) => ({
      key,
      title: `Section ${key}`,
      looksLike: null,
      part: null,
      levels: [],
      items: KEYS.filter((item) => item.startsWith(key)).map((item) => anItem({ key: item })),
    })),
  });
  const version = await aPublishedVersion(app, { definition, organisationId: owner.id });
  const school = await aSchool(app, { coveredBy: [owner.id] });
  const asked = { schoolId: school.id, versionId: version.id };
  const opensOn = "2020-09-01";
  const round = await aRound(app, { organisationId: owner.id, versionId: version.id, opensOn });
  const response = await aResponse(app, { ...asked, roundId: round.id });
  const other = await aResponse(app, asked);
  const writers: Person[] = [];
  for (let n = 1; n <= 8; n += 1) {
    writers.push(await aPerson(app, { name: `Writer ${n}`, role: "contributor", ...asked }));
  }
  const head = await aPerson(app, { name: "Helen Price", role: "head", ...asked });
  await app.db.close();
  const { urn } = school;
  return { urn, responseId: response.id, otherResponseId: other.id, head, writers };
}

type APerson = { name: string; role: Role; schoolId: string };

async function aPerson(app: App, { name, role, schoolId }: APerson): Promise<Person> {
  const passwordHash = role === "head" ? await argon2Passwords.hash(PASSWORD) : null;
  const user = { name, passwordHash };
  const { userId } = await anActor(app, { user, grants: [{ role, schoolId }] });
  const request = new Request("http://127.0.0.1/sign-in");
  return {
    userId,
    name,
    cookie: cookieOf(await startSession(request, { app }, { userId, secondFactor: true })),
  };
}

export type Send = { origin: string; urn: string; responseId: string };
export type ToSave = { key: string; commentary: string; base: number; saveId: string };

const reviewAt = ({ urn, responseId }: Send) => `/schools/${urn}/self-reviews/${responseId}`;

/** What one autosave was answered; `body` is as parsed. */
export type SaveAnswer = { status: number; body: unknown };

/** One answer as the page's script sends it. */
export async function autosave(
  to: Send,
  person: Person,
  { key, commentary, base, saveId }: ToSave,
): Promise<SaveAnswer> {
  const content: AnswerContent = { ...EMPTY_ANSWER, level: "2", commentary };
  const answer = await fetch(`${to.origin}${reviewAt(to)}/answers`, {
    method: "POST",
    headers: {
      Cookie: person.cookie,
      Origin: to.origin,
      Accept: "application/json",
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ key, content, base, saveId, namesConfirmed: true }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith("{") ? JSON.parse(text) : text };
}

export type FormAnswer = { status: number; location: string | null; html: string };

/** A form as a browser without JavaScript posts it; `page` is below the self-review, "check" say. */
export async function postForm(
  to: Send,
  person: Person,
  { page, fields }: { page: string; fields: Record<string, string> },
): Promise<FormAnswer> {
  const answer = await fetch(`${to.origin}${reviewAt(to)}/${page}`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: person.cookie, Origin: to.origin },
    body: new URLSearchParams(fields),
  });
  const location = answer.headers.get("Location");
  return { status: answer.status, location, html: await answer.text() };
}

/** Marks ready and signs as the head would, on the page as it then stands. Answers the time of each. */
export async function markReady(to: Send, head: Person): Promise<FormAnswer> {
  return postForm(to, head, { page: "check", fields: { intent: "ready" } });
}

export async function takeBack(to: Send, head: Person): Promise<FormAnswer> {
  return postForm(to, head, { page: "check", fields: { intent: "take-back" } });
}

export async function sign(to: Send, head: Person): Promise<FormAnswer> {
  const page = await fetch(`${to.origin}${reviewAt(to)}/sign`, {
    headers: { Cookie: head.cookie },
  });
  const seen = /name="seen" value="(\d+)"/.exec(await page.text())?.[1] ?? "";
  return postForm(to, head, {
    page: "sign",
    fields: { seen, declared: "yes", password: PASSWORD },
  });
}
