import type { Request } from "autocannon";
import { answerName, type AnswerSave } from "~/forms/answers";
import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";
import { contentOf } from "~/domain/response/answer-content";
import type { App } from "~/platform/app.server";
import { findSchoolByUrn } from "~db/queries/schools";
import { listAnswers } from "~db/queries/answers";
import type { Review, World } from "./world";

type Standing = { content: AnswerContent; revision: number };

/** The answers of a review as they stand now, by key. */
export async function standingOf(app: App, { urn, id }: Review): Promise<Map<string, Standing>> {
  const schoolId = (await findSchoolByUrn(app.db.read, urn))?.id ?? "";
  const rows = await listAnswers(app.db.read, { schoolId, responseId: id });
  return new Map(rows.map((row) => [row.key, { content: contentOf(row), revision: row.revision }]));
}

const headersOf = (world: World, origin: string, type: string) => ({
  cookie: world.cookie,
  origin,
  "content-type": type,
});

type Sending = { world: World; origin: string; review: Review; path: string };

/** One answer over and over, as autosave sends it: other words each time, on top of the last save. */
export async function autosaves({ world, origin, review, path }: Sending): Promise<Request> {
  const key = "1.1";
  const { content, revision } = (await standingOf(world.app, review)).get(key) ?? blank();
  let base = revision;
  const save = (): AnswerSave => ({
    key,
    content: { ...content, commentary: words(base) },
    base,
    saveId: world.app.newId(),
    namesConfirmed: true,
  });
  return {
    method: "POST",
    path,
    headers: headersOf(world, origin, "application/json"),
    setupRequest: (request) => ({ ...request, body: JSON.stringify(save()) }),
    onResponse: () => void (base += 1),
  };
}

/** Ten answers of a section in one form, as a page without JavaScript posts them. */
export async function savesOfTen({ world, origin, review, path }: Sending): Promise<Request> {
  const standing = await standingOf(world.app, review);
  const keys = Array.from({ length: 10 }, (_, index) => `1.${index + 1}`);
  let sent = 0;
  const form = () =>
    new URLSearchParams(
      keys.flatMap((key) => {
        const { content, revision } = standing.get(key) ?? blank();
        const base = revision + sent;
        return fieldsOf(key, { ...content, commentary: words(base) }, base);
      }),
    ).toString();
  return {
    method: "POST",
    path,
    headers: headersOf(world, origin, "application/x-www-form-urlencoded"),
    setupRequest: (request) => ({ ...request, body: form() }),
    onResponse: () => void (sent += 1),
  };
}

function fieldsOf(key: string, content: AnswerContent, base: number): [string, string][] {
  const { level, duty, helpWanted, commentary, whereSeen, dutyNote } = content;
  const fields: [string, string][] = [
    [answerName(key, "base"), String(base)],
    [answerName(key, "level"), level ?? ""],
    [answerName(key, "commentary"), commentary],
    [answerName(key, "whereSeen"), whereSeen],
    [answerName(key, "dutyNote"), dutyNote],
    [answerName(key, "namesConfirmed"), "1"],
  ];
  if (duty !== null) fields.push([answerName(key, "duty"), duty]);
  if (helpWanted) fields.push([answerName(key, "helpWanted"), "1"]);
  return fields;
}

const blank = (): Standing => ({ content: EMPTY_ANSWER, revision: 0 });

const words = (turn: number): string =>
  `Plans are read with families each term, and the note of what changed is kept with them. Time ${turn}.`;
