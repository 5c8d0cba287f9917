import type { Actor } from "~/domain/policy/actor";
import type { Sent } from "~/domain/visit/three-way";
import type { App } from "~/platform/app.server";
import { writeBothViews } from "~/services/visits/close-both-views.server";
import { saveFollowUp } from "~/services/visits/follow-up.server";
import { answerRecord } from "~/services/visits/record-answer.server";
import { saveRecord } from "~/services/visits/record-save.server";
import { signRecord } from "~/services/visits/sign-record.server";
import { DEMO_ANSWER, DEMO_BOTH_VIEWS, DEMO_FOLLOW_UP, DEMO_RECORD } from "~db/demo/visit-words";
import { findRecord, listPractices } from "~db/queries/visit-record-rows";
import { mustBeDone, type VisitMaking } from "./visit-making";

/** Boxes that were empty when their page was made. */
const typed = (boxes: Readonly<Record<string, string>>): Map<string, Sent> =>
  new Map(Object.entries(boxes).map(([name, now]) => [name, { was: "", now }]));

/** The lead adds suggestions and practice and sends the record to the school. */
export async function sendToSchool({ visitId, people, on }: VisitMaking): Promise<void> {
  const sent = typed(DEMO_RECORD);
  const outcome = await saveRecord(on(2), people.lead, { visitId, sent, send: true });
  mustBeDone(outcome.ok, outcome);
}

/** The head says what is not accurate, adds the school’s words, consents and agrees; the second reviewer signs. */
export async function agreeRecord(making: VisitMaking): Promise<void> {
  const { visitId, people, on } = making;
  const app = on(4);
  const practices = await listPractices(app.db.read, { visitId });
  const consents = practices.map(({ id }) => [`consent.${id}`, "yes"] as const);
  const sent = typed({ ...DEMO_ANSWER, ...Object.fromEntries(consents) });
  const outcome = await answerRecord(app, people.head, { visitId, sent, act: "agree" });
  mustBeDone(outcome.ok, outcome);
  await sign(on(5), making, people.second);
}

/** The lead and the head sign, which closes the visit. */
export async function signToClose(making: VisitMaking): Promise<void> {
  await sign(making.on(6), making, making.people.lead);
  await sign(making.on(7), making, making.people.head);
}

async function sign(app: App, { visitId }: VisitMaking, signer: Actor): Promise<void> {
  const seen = (await findRecord(app.db.read, { visitId }))?.sha256 ?? "";
  const address = `demonstration ${visitId}`;
  const proof = { password: app.config.demoPassword, address };
  const outcome = await signRecord(app, signer, { visitId, declared: true, proof, seen });
  mustBeDone(outcome.ok, outcome);
}

/** Each side writes its view, a third person is named, and the visit closes with both recorded. */
export async function closeWithBothViews({ visitId, people, on }: VisitMaking): Promise<void> {
  const { reviewers, school, thirdPerson } = DEMO_BOTH_VIEWS;
  const theirs = { visitId, sent: typed({ view: reviewers, thirdPerson }), close: false };
  const written = await writeBothViews(on(6), people.lead, theirs);
  mustBeDone(written.ok, written);
  const own = { visitId, sent: typed({ view: school }), close: true };
  const closed = await writeBothViews(on(8), people.head, own);
  mustBeDone(closed.ok, closed);
}

/** The school says how the visit was. What came of it is still to be said. */
export async function rate({ visitId, people, on }: VisitMaking): Promise<void> {
  const { rating, ratingWords: words } = DEMO_FOLLOW_UP;
  const input = { visitId, version: 0, says: "rating", rating, words } as const;
  const outcome = await saveFollowUp(on(10), people.head, input);
  mustBeDone(outcome.ok, outcome);
}
