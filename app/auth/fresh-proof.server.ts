import type { App } from "~/platform/app.server";
import {
  deleteOldFreshProofs,
  findFreshProof,
  insertFreshProof,
  spendFreshProof,
} from "~db/queries/fresh-proofs";
import type { Writer } from "~db/types";
import { purposeOf } from "./prove-path";
import type { ProvenAt } from "./reauthenticate.server";

/** How long a proof waits for the act it is for. In milliseconds. */
export const FRESH_PROOF_LIFETIME = 5 * 60_000;

/**
 * Which proof: of this session (its stored hash, `Session.id`) and person, for this page. `purpose` is one of our own
 * paths, with or without its query: the path that `provePath` was given.
 */
export type FreshProofAsked = { sessionId: string; userId: string; purpose: string };

/**
 * Uses up what a person has just shown at their provider (app/auth/prove-path.ts), and says when it was. Null: there is
 * none for this session, person and page that is unused and at most five minutes old. It counts once, also when two
 * requests ask together.
 */
export async function takeFreshProof(app: App, asked: FreshProofAsked): Promise<ProvenAt | null> {
  const wanted = wantedOf(app, asked);
  return app.db.transact(async (tx) => {
    const found = await findFreshProof(tx, wanted);
    if (found === undefined) return null;
    const isFirst = await spendFreshProof(tx, { id: found.id, at: app.clock.now() });
    return isFirst ? { at: found.provenAt, by: "single-sign-on" } : null;
  });
}

/** Whether `takeFreshProof` would find one; it stays. For pages that say so and ask for no password. */
export async function hasFreshProof(app: App, asked: FreshProofAsked): Promise<boolean> {
  return (await findFreshProof(app.db.read, wantedOf(app, asked))) !== undefined;
}

/** Keeps that the person of a session has just shown who they are. `id`: of the round trip, so that none gives two. */
export async function keepFreshProof(
  tx: Writer,
  app: App,
  { id, ...asked }: FreshProofAsked & { id: string },
): Promise<void> {
  const { since, ...proof } = wantedOf(app, asked);
  await deleteOldFreshProofs(tx, since);
  const provenAt = app.clock.now();
  await insertFreshProof(tx, { id, ...proof, kind: "single-sign-on", provenAt, usedAt: null });
}

function wantedOf(app: App, { sessionId, userId, purpose }: FreshProofAsked) {
  const since = new Date(app.clock.now().getTime() - FRESH_PROOF_LIFETIME);
  return { sessionId, userId, purpose: purposeOf(purpose) ?? "", since };
}
