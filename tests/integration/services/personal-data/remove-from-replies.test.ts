import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { REMOVED_MARK as MARK } from "~/domain/personal-data/removal";
import { exportSchoolAudit } from "~/services/audit/view-audit.server";
import { exportPersonalData } from "~/services/personal-data/export-personal-data.server";
import { answerQuestion } from "~/services/replies/answer-question.server";
import { askQuestion } from "~/services/replies/ask-question.server";
import { keepDraft } from "~/services/replies/keep-draft.server";
import { sendReply } from "~/services/replies/send-reply.server";
import { viewReplies } from "~/services/replies/view-replies.server";
import { openReturn } from "~/services/returns/open-return.server";
import { amendResponse } from "~/services/signing/change-signed.server";
import { locationOf, tableTexts } from "~tests/support/raw-database";
import { aNamedChild, NAME } from "./a-named-child";

const SURNAME = "quillfeather";
const NO_FILTER = { person: null, kind: null, from: null, to: null };

/** A signed return whose question, answer, reply and the draft of the next reply name a child, each passed as no child's. */
async function aNamedReturn() {
  const place = await aNamedChild();
  const { app, officer, owner, at, senco, head } = place;
  await place.readyAndSign();
  const where = { key: owner.key, responseId: at.responseId };
  const namesConfirmed = true;
  await openReturn(app, officer, where);
  await askQuestion(app, officer, {
    ...where,
    number: 1,
    itemKey: "A1",
    text: `Does ${NAME} read alone?`,
    namesConfirmed,
  });
  const [question] = (await viewReplies(app, senco, at)).questions;
  const answering = { questionId: question?.id ?? "", version: question?.version ?? 0 };
  const text = `Yes, ${NAME} does.`;
  await answerQuestion(app, senco, { ...at, ...answering, text, namesConfirmed });
  const sent = new Map([
    ["noticed", { was: "", now: `We noticed ${NAME}.` }],
    ["wondered", { was: "", now: `We wondered about ${NAME}.` }],
    ["offered", { was: "", now: `We can offer ${NAME} a place.` }],
  ] as const);
  await sendReply(app, officer, { ...where, number: 1, sent, namesConfirmed });
  await amendResponse(app, head, { ...at, reason: "A3 was wrong" });
  await place.readyAndSign();
  await keepDraft(app, officer, { ...where, sent, namesConfirmed });
  return { ...place, where };
}

/** What anybody is shown or given of what was written. */
async function given({
  app,
  at,
  where,
  officer,
  senco,
  head,
}: Awaited<ReturnType<typeof aNamedReturn>>) {
  const data = (person: Actor) => {
    const { userId, email } = person;
    return exportPersonalData(app, { userId, email, way: "own", person, organisationId: null });
  };
  const record = { urn: at.urn, filter: NO_FILTER };
  const all = [
    await viewReplies(app, senco, at),
    await openReturn(app, officer, where),
    await data(officer),
    await data(senco),
    await exportSchoolAudit(app, head, record),
  ];
  return JSON.stringify(all).toLowerCase();
}

describe("removing a name from what was written about a return", () => {
  test("takes it out of question, answer, reply and the draft of the next, in every table and export", async () => {
    const place = await aNamedReturn();
    const { app, head, at } = place;
    const tables = async () => {
      const found = await tableTexts(locationOf(app));
      return Object.keys(found).filter((name) => found[name]?.toLowerCase().includes(SURNAME));
    };
    expect(await tables()).toEqual(
      expect.arrayContaining(["questions", "replies", "reply_drafts", "answers"]),
    );
    expect(await given(place)).toContain(SURNAME);

    expect(await place.remove(head)).toMatchObject({ ok: true });

    expect(await tables()).toEqual([]);
    expect(await given(place)).not.toContain(SURNAME);
    const { questions, replies } = await viewReplies(app, head, at);
    expect(questions).toMatchObject([
      { text: `Does ${MARK} read alone?`, answer: { text: `Yes, ${MARK} does.` } },
    ]);
    expect(replies).toMatchObject([
      { noticed: `We noticed ${MARK}.`, offered: `We can offer ${MARK} a place.` },
    ]);
  });
});
