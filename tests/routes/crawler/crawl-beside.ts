import { insertContacts } from "~db/queries/school-contacts";
import { questions, replies, schoolGroupMembers, schoolGroups } from "~db/schema";
import { aDefinition } from "~tests/support/factories/definitions";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { aStoredSupport } from "~tests/support/factories/support";
import type { TestApp } from "~tests/support/test-app";
import { aCopy } from "./crawl-copy";
import type { CrawledSchool } from "./crawl-world";

export type AskedSchool = Pick<CrawledSchool, "id" | "urn" | "head">;

type Beside = {
  organisationId: string;
  key: string;
  school: AskedSchool;
  /** The word in the titles of what is asked and of the help with it. */
  asked: string;
  /** The word in all that is written about the return, and in a call about it. */
  written: string;
  state?: "submitted" | "replied";
};

/**
 * A second questionnaire in a school of the crawl: its round, a signed return with a question, an answer and a reply,
 * help with it and a call about it. A scheme beside it must hold no word of them.
 */
export async function aReturnBeside(app: TestApp, of: Beside): Promise<void> {
  const { organisationId, key, school, asked, written, state = "replied" } = of;
  const definition = aDefinition({ key, title: `Standards ${asked}` });
  const version = await aPublishedVersion(app, { definition, organisationId });
  const round = await aRound(app, {
    organisationId,
    versionId: version.id,
    title: `Round ${asked}`,
    message: `Please ${asked}`,
  });
  const response = await aResponse(app, {
    schoolId: school.id,
    versionId: version.id,
    roundId: round.id,
    state,
  });
  const copy = { responseId: response.id, urn: school.urn, word: written, head: school.head };
  const submissionId = await aCopy(app, copy);
  await aStoredSupport(app, { questionnaireId: version.questionnaireId, title: `Help ${asked}` });
  await aCorrespondence(app, { responseId: response.id, submissionId, school, written });
  await aCall(app, { organisationId, school, written });
}

type Written = { school: AskedSchool; written: string };

async function aCorrespondence(
  app: TestApp,
  {
    responseId,
    submissionId,
    school,
    written,
  }: Written & { responseId: string; submissionId: string },
): Promise<void> {
  const at = app.clock.now();
  const by = school.head.userId;
  await app.db.transact(async (tx) => {
    await tx.insert(questions).values({
      id: app.newId(),
      responseId,
      submissionId,
      itemKey: "A1",
      state: "answered",
      text: `Who sees ${written}?`,
      askedBy: by,
      askedAt: at,
      answer: `All of ${written}`,
      answeredBy: by,
      answeredAt: at,
      version: 1,
    });
    await tx.insert(replies).values({
      id: app.newId(),
      responseId,
      submissionId,
      noticed: `Noticed ${written}`,
      wondered: `Wondered ${written}`,
      offered: `Offered ${written}`,
      sentBy: by,
      sentAt: at,
    });
  });
}

type Called = Written & { organisationId: string };

async function aCall(app: TestApp, { organisationId, school, written }: Called) {
  const at = app.clock.now();
  await app.db.transact((tx) =>
    insertContacts(tx, [
      {
        id: app.newId(),
        organisationId,
        schoolId: school.id,
        // As an officer of the whole organisation notes it.
        roundId: null,
        kind: "call",
        contactOn: "2026-11-20",
        withWhom: "head",
        agreed: `They said ${written}`,
        ringAgainOn: null,
        mailId: null,
        batchId: null,
        byUserId: null,
        createdAt: at,
      },
    ]),
  );
}

/** A group of an organisation with a school in it. */
export async function aGroupBeside(
  app: TestApp,
  { organisationId, school, name }: { organisationId: string; school: AskedSchool; name: string },
): Promise<void> {
  const id = app.newId();
  const createdAt = app.clock.now();
  await app.db.transact(async (tx) => {
    await tx
      .insert(schoolGroups)
      .values({ id, organisationId, kind: "area", name, version: 1, createdAt });
    await tx.insert(schoolGroupMembers).values({ groupId: id, schoolId: school.id });
  });
}
