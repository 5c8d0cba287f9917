import { USUAL_LETTER } from "~/domain/chasing/letter-words";
import { EVERY_RETURN } from "~/domain/returns/list-returns";
import type { App } from "~/platform/app.server";
import { previewLetters, sendLetters } from "~/services/chasing/write-letters.server";
import { actorOf } from "./make-person";

/** Letters that Kent's officer sent to one school with a self-review in progress. Returns the id of the batch. */
export async function makeLetters(app: App, urn: string): Promise<string> {
  const officer = await actorOf(app, "officer@demo.test");
  const filter = { ...EVERY_RETURN, district: "all", state: "in-progress" as const };
  const letter = { key: "kent", roundId: "", fields: USUAL_LETTER };
  const all = await previewLetters(app, officer, { ...letter, chosen: { filter } });
  const ids = all.letters.filter((one) => one.urn === urn).map(({ responseId }) => responseId);
  const { batchId } = all;
  const sent = await sendLetters(app, officer, { ...letter, chosen: { ids }, batchId });
  if (!sent.ok) throw new Error(JSON.stringify(sent.problem));
  return batchId;
}
