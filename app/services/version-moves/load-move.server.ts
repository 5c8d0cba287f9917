import { fatesOf, type Fate } from "~/domain/questionnaire/compare/fates";
import type { Definition } from "~/domain/questionnaire/definition";
import { fieldKey, sectionKey, type AnswerContent } from "~/domain/response/answer";
import { contentOf } from "~/domain/response/answer-content";
import type { StandingAnswers } from "~/domain/response/move-version";
import type { App } from "~/platform/app.server";
import type { Loaded } from "~/services/answering/load-response.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import { listSubmissions } from "~db/queries/submissions";
import { findOffer, findStandingMove, type MoveRow } from "~db/queries/version-moves";
import type { Reader } from "~db/types";

export type Offer = NonNullable<Awaited<ReturnType<typeof findOffer>>>;

/** A version that is offered to a self-review and that it is not on yet, with its questionnaire. */
export type OfferedMove = { offer: Offer; now: Definition };

/**
 * The newer version that the round of a self-review offers it; null for none. A private one is offered none, and one
 * that was ever signed stays on the version it was signed on.
 */
export async function offeredMove(app: App, { row }: Loaded): Promise<OfferedMove | null> {
  if (row.roundId === null || row.closedAt !== null) return null;
  if (row.state !== "not-started" && row.state !== "in-progress") return null;
  const offer = await findOffer(app.db.read, { roundId: row.roundId });
  if (offer === undefined || offer.number <= row.versionNumber) return null;
  if (await wasSigned(app.db.read, row)) return null;
  const { versionId, sha256 } = offer;
  return { offer, now: await publishedDefinition(app, { versionId, sha256 }) };
}

/** The move that stands, until something is signed; null when there is none to undo. */
export async function undoableMove(app: App, { row }: Loaded): Promise<MoveRow | null> {
  const move = await findStandingMove(app.db.read, { responseId: row.id });
  if (move === undefined || (await wasSigned(app.db.read, row))) return null;
  return move;
}

/** Whether a copy was ever signed, also one that was called back or set aside. */
export async function wasSigned(
  read: Reader,
  { id: responseId, schoolId }: { id: string; schoolId: string },
): Promise<boolean> {
  return (await listSubmissions(read, { schoolId, responseId })).length > 0;
}

/** What a plan is made by: what becomes of each answer, and every key of the newer version. */
export function askedBy({ old, now }: { old: Definition; now: Definition }): {
  fates: ReadonlyMap<string, Fate>;
  keys: string[];
} {
  return { fates: fatesOf(old, now), keys: answerKeys(now) };
}

/** Every answer key that a questionnaire has, in its order. */
export function answerKeys({ sections, fields }: Definition): string[] {
  return [
    ...fields.map(({ key }) => fieldKey(key)),
    ...sections.flatMap(({ key, items }) => [...items.map((item) => item.key), sectionKey(key)]),
  ];
}

/** Answer rows as the domain takes them. */
export function standingOf(rows: readonly (AnswerContent & { key: string })[]): StandingAnswers {
  return new Map(rows.map((row) => [row.key, contentOf(row)]));
}

/** Counts every save there ever was: it moves on with each, so that a page knows whether it is still true. */
export const savesSoFar = (rows: readonly { revision: number }[]): number =>
  rows.reduce((sum, { revision }) => sum + revision, 0);
