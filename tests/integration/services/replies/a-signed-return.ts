import { asc, eq } from "drizzle-orm";
import type { Actor } from "~/domain/policy/actor";
import { REPLY_BOXES, type ReplyTexts } from "~/domain/reply/reply-boxes";
import { openReturn } from "~/services/returns/open-return.server";
import { askQuestion } from "~/services/replies/ask-question.server";
import { keepDraft } from "~/services/replies/keep-draft.server";
import { sendReply } from "~/services/replies/send-reply.server";
import { mails } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import type { Round } from "~tests/support/factories/rounds";
import { aSigningSchool } from "../../signing/signing-school";

/** A return that the head has signed, and those who read it. */
export async function aSignedReturn({ round }: { round?: Partial<Round> } = {}) {
  const place = await aSigningSchool({ round });
  const { app, owner, officer } = place;
  const signed = await place.readyAndSign();
  if (!signed.ok) throw new Error("The return was not signed");
  const where = { key: owner.key, responseId: place.response.id };
  const grants = [{ role: "officer" as const, organisationId: owner.id }];
  const drafting = (texts: Partial<ReplyTexts>, was: Partial<ReplyTexts> = {}) => ({
    ...where,
    sent: new Map(
      REPLY_BOXES.map((box) => [box, { was: was[box] ?? "", now: texts[box] ?? was[box] ?? "" }]),
    ),
    namesConfirmed: false,
  });
  return {
    ...place,
    where,
    otherOfficer: await anActor(app, { user: { name: "Owen Clarke" }, grants }),
    open: (as: Actor = officer) => openReturn(app, as, where),
    ask: (text = "Which would you keep?", over: { itemKey?: string | null; as?: Actor } = {}) =>
      askQuestion(app, over.as ?? officer, {
        ...where,
        number: 1,
        itemKey: over.itemKey === undefined ? "A1" : over.itemKey,
        text,
        namesConfirmed: false,
      }),
    keep: (texts: Partial<ReplyTexts>, over: { was?: Partial<ReplyTexts>; as?: Actor } = {}) =>
      keepDraft(app, over.as ?? officer, drafting(texts, over.was)),
    send: (
      texts: Partial<ReplyTexts>,
      over: { was?: Partial<ReplyTexts>; as?: Actor; number?: number } = {},
    ) => {
      const { number = 1 } = over;
      return sendReply(app, over.as ?? officer, { ...drafting(texts, over.was), number });
    },
    /** Mails queued so far, by template and to whom. */
    mailsTo: (actor: Actor) =>
      app.db.read
        .select({ template: mails.template, data: mails.data })
        .from(mails)
        .where(eq(mails.userId, actor.userId))
        .orderBy(asc(mails.queuedAt), asc(mails.id)),
  };
}

export type SignedReturn = Awaited<ReturnType<typeof aSignedReturn>>;
