import type { Actor } from "~/domain/policy/actor";
import { REPLY_BOXES } from "~/domain/reply/reply-boxes";
import type { App } from "~/platform/app.server";
import { answerQuestion } from "~/services/replies/answer-question.server";
import { askQuestion } from "~/services/replies/ask-question.server";
import { sendReply } from "~/services/replies/send-reply.server";
import { openReturn } from "~/services/returns/open-return.server";
import { LAST_YEAR_PLAN } from "~db/demo/plan";
import { DEMO_REPLIES, LAST_YEAR_REPLY, type DemoReply } from "~db/demo/replies";
import { listResponses } from "~db/queries/responses";
import { actAs, actAsPerson, backThen } from "./act-as";
import type { DemoPlaces } from "./load-places";
import type { DemoRounds } from "./load-rounds";

const LAST_YEAR = LAST_YEAR_PLAN.map(({ urn }): DemoReply => ({
  urn,
  round: "toolkit-last-year",
  organisation: "kent",
  officer: "officer@demo.test",
  daysAgo: 215,
  question: null,
  reply: LAST_YEAR_REPLY,
}));

/** Officers read, ask and reply to some of the returns, through the services people use; the others wait. */
export async function makeReplies(
  app: App,
  { places, rounds }: { places: DemoPlaces; rounds: DemoRounds },
): Promise<void> {
  for (const one of [...LAST_YEAR, ...DEMO_REPLIES]) {
    const schoolId = places.schools.get(one.urn) ?? "";
    const responses = await listResponses(app.db.read, { schoolId });
    const found = responses.find(({ roundId }) => roundId === rounds.get(one.round));
    if (found === undefined) throw new Error(`${one.urn} has no return to reply to`);
    await replyTo(app, { one, responseId: found.id });
  }
}

type Replying = { one: DemoReply; responseId: string };

async function replyTo(now: App, { one, responseId }: Replying): Promise<void> {
  const officer = await actAsPerson(now, one.officer);
  const where = { key: one.organisation, responseId };
  if (one.question !== null) await askAndAnswer(now, officer, { one, responseId });
  const app = backThen(now, one.daysAgo);
  const { first, snapshot } = await openReturn(app, officer, where);
  if (first.writing === null) throw new Error(`${one.urn} cannot be replied to`);
  const { stands } = first.writing;
  const texts = { ...stands, ...one.reply };
  const sent = new Map(REPLY_BOXES.map((box) => [box, { was: stands[box], now: texts[box] }]));
  const input = { ...where, number: snapshot.number, sent, namesConfirmed: true };
  const result = await sendReply(app, officer, input);
  if (!result.ok) throw new Error(`${one.urn} ${JSON.stringify(result.problem)}`);
}

async function askAndAnswer(now: App, officer: Actor, { one, responseId }: Replying) {
  const { text, answer } = one.question ?? { text: "", answer: "" };
  const asked = backThen(now, one.daysAgo + 2);
  const where = { key: one.organisation, responseId };
  const { snapshot } = await openReturn(asked, officer, where);
  const itemKey = snapshot.sections[0]?.items[0]?.key ?? null;
  const question = { ...where, number: snapshot.number, itemKey, text, namesConfirmed: true };
  const result = await askQuestion(asked, officer, question);
  if (!result.ok) throw new Error(`${one.urn} ${JSON.stringify(result.problem)}`);
  const head = await actAs(now, { urn: one.urn, role: "head" });
  const { kind } = await answerQuestion(backThen(now, one.daysAgo + 1), head, {
    urn: one.urn,
    responseId,
    questionId: result.value.id,
    version: 1,
    text: answer,
    namesConfirmed: true,
  });
  if (kind !== "saved") throw new Error(`${one.urn} could not answer`);
}
