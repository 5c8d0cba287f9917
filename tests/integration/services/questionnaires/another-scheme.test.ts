import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { itemsThatApply } from "~/domain/questionnaire/applicability";
import { REPLY_BOXES } from "~/domain/reply/reply-boxes";
import { EMPTY_ANSWER, fieldKey, sectionKey } from "~/domain/response/answer";
import { loadResponse } from "~/services/answering/load-response.server";
import { saveSection } from "~/services/answering/save-answers.server";
import { pdfTask } from "~/services/documents/make-document.server";
import { run } from "~/services/documents/make-pdf.worker";
import { publishDraft } from "~/services/questionnaires/publish.server";
import { readInNew } from "~/services/questionnaires/drafts.server";
import { viewVersion } from "~/services/questionnaires/view-questionnaires.server";
import { sendReply } from "~/services/replies/send-reply.server";
import { openReturn } from "~/services/returns/open-return.server";
import { markReady } from "~/services/signing/mark-ready.server";
import { signResponse } from "~/services/signing/sign-response.server";
import { argon2Passwords } from "~/auth/password.server";
import { findVersionByNumber, findQuestionnaire } from "~db/queries/versions";
import { responses, submissions, users } from "~db/schema";
import { PASSWORD } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { haveTools, textOf } from "~tests/support/pdf-tools";
import { anAuthority, exampleFile } from "./an-authority";

/** Reads the example in, publishes it and opens a round with it for one school. */
async function aRoundOfTheScheme() {
  const place = await anAuthority();
  const { app, owner, school, manager, at } = place;
  const read = await readInNew(app, manager, { key: owner.key, bytes: exampleFile("xlsx") });
  expect(read).toEqual({ ok: true, value: { questionnaire: "online-safety", number: 1 } });
  const draft = await viewVersion(app, manager, { ...at, number: 1 });
  expect(draft.problems.filter(({ stops }) => stops)).toEqual([]);
  const published = await publishDraft(app, manager, { ...at, number: 1, from: draft.sha256 });
  expect(published).toEqual({ ok: true, value: null });
  const scope = { organisationId: owner.id, key: "online-safety" };
  const questionnaire = await findQuestionnaire(app.db.read, scope);
  const version = await findVersionByNumber(app.db.read, {
    questionnaireId: questionnaire?.id ?? "",
    number: 1,
  });
  if (version === undefined) throw new Error("The version is not there");
  const round = await aRound(app, { organisationId: owner.id, versionId: version.id });
  const asked = { schoolId: school.id, versionId: version.id, roundId: round.id };
  const response = await aResponse(app, { ...asked, state: "in-progress" });
  const head = await anActor(app, { grants: [{ role: "head", schoolId: school.id }] });
  const passwordHash = await argon2Passwords.hash(PASSWORD);
  await app.db.transact(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, head.userId));
  });
  return { ...place, head, response, where: { urn: school.urn, responseId: response.id } };
}

test(
  "a questionnaire of another scheme, read in from a spreadsheet, is answered, signed, printed and replied to",
  { timeout: 120_000 },
  async () => {
    const { app, owner, head, officer, response, where } = await aRoundOfTheScheme();
    const { definition, applicability } = await loadResponse(app, head, where);
    const sections = itemsThatApply(definition, applicability);
    const items = sections.flatMap((one) => one.items);
    expect(items).toHaveLength(21);

    const answer = (key: string, over: Partial<typeof EMPTY_ANSWER>) => ({
      ...{ key, base: 0, saveId: app.newId(), namesConfirmed: true },
      content: { ...EMPTY_ANSWER, ...over },
    });
    const levels = items.map(({ key }, place) => answer(key, { level: String((place % 5) + 1) }));
    const around = [
      ...sections.map(({ section }) =>
        answer(sectionKey(section.key), { level: "2", commentary: "Looked at with governors." }),
      ),
      answer(fieldKey("staffTrained"), { value: "38" }),
      answer(fieldKey("staffAll"), { value: "40" }),
    ];
    const saved = await saveSection(app, head, { ...where, answers: [...levels, ...around] });
    expect(saved.outcomes.every(({ kind }) => kind === "saved")).toBe(true);

    // Levels 1, 2 and 5 ask for words; 3 and 4 do not.
    expect(await markReady(app, head, where)).toMatchObject({ ok: false });
    const worded = items
      .filter((_, place) => ["1", "2", "5"].includes(String((place % 5) + 1)))
      .map(({ key }) => {
        const place = items.findIndex((item) => item.key === key);
        const level = String((place % 5) + 1);
        return { ...answer(key, { level, commentary: `What we do for ${key}.` }), base: 1 };
      });
    await saveSection(app, head, { ...where, answers: worded });
    expect(await markReady(app, head, where)).toMatchObject({ ok: true });
    const proof = { password: PASSWORD, address: "192.0.2.1" };
    const signed = await signResponse(app, head, { ...where, declared: true, proof });
    expect(signed).toMatchObject({ ok: true, value: { number: 1 } });

    const [copy] = await app.db.read
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.responseId, response.id));
    const task = await pdfTask(app, { submissionId: copy?.id ?? "", madeAt: app.clock.now() });
    const made = await run(task);
    if (haveTools("pdftotext")) {
      const text = textOf(made.bytes);
      expect(text).toContain("Online safety review");
      expect(text).toContain("Part of daily life");
      expect(text).toContain("What we do for A1.");
    }

    const place = { key: owner.key, responseId: response.id };
    const opened = await openReturn(app, officer, place);
    expect(opened.snapshot.levels.map(({ code }) => code)).toEqual(["1", "2", "3", "4", "5"]);
    const texts = { noticed: "Filtering is tested.", wondered: "Who tests it next?", offered: "" };
    const sent = new Map(REPLY_BOXES.map((box) => [box, { was: "", now: texts[box] }] as const));
    const replied = await sendReply(app, officer, {
      ...{ ...place, sent, namesConfirmed: false, number: 1 },
    });
    expect(replied).toMatchObject({ ok: true });
    const rows = await app.db.read
      .select({ state: responses.state })
      .from(responses)
      .where(eq(responses.id, response.id));
    expect(rows).toEqual([{ state: "replied" }]);
  },
);
