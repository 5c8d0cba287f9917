import type { ProvingPage } from "~/auth/proving-page.server";
import { londonDate } from "~/domain/calendar/format";
import { can } from "~/domain/policy/can";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  proveAgain,
  waysToProve,
  type Proof,
  type ProofProblem,
  type Ways,
} from "~/services/account/prove-again.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { listContactOf } from "~db/queries/erasures";
import { rememberErasure } from "./erasure-journal.server";
import { eraseAccount, placesHeld } from "./erase-account.server";

export type OwnErasureView = {
  ways: Ways;
  /** Places whose last head or manager the person is: someone has to follow first. */
  lastKeeperOf: string[];
  /** Roles end here. */
  places: string[];
  /** Organisations that give the person's address as their contact; a manager changes it. */
  contactOf: string[];
};

/** What would happen if the actor's account was erased, before it is. */
export async function viewOwnErasure(
  app: App,
  actor: Actor,
  page?: ProvingPage,
): Promise<OwnErasureView> {
  const { userId } = actor;
  stopUnless(can(actor, "person.erase-own-account", { userId }));
  const held = await placesHeld(app.db.read, { userId, today: londonDate(app.clock.now()) });
  return {
    ways: await waysToProve(app, actor, page),
    lastKeeperOf: held.filter(({ mayEnd }) => !mayEnd).map(({ name }) => name),
    places: held.map(({ name }) => name),
    contactOf: await listContactOf(app.db.read, actor.email),
  };
}

export type OwnErasureProblem =
  ProofProblem | { code: "not-sure" } | { code: "last-keeper"; places: string[] };

/**
 * Erases the actor's own account at once, after they proved again who they are. Their sessions are gone with it.
 * Throws `conflict` where it was erased at the same moment.
 */
export async function eraseOwnAccount(
  app: App,
  actor: Actor,
  { proof, sure }: { proof: Proof; sure: boolean },
): Promise<Result<null, OwnErasureProblem>> {
  const { userId } = actor;
  const { lastKeeperOf } = await viewOwnErasure(app, actor);
  if (lastKeeperOf.length > 0) return refused({ code: "last-keeper", places: lastKeeperOf });
  if (!sure) return refused({ code: "not-sure" });
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return proven;
  const done = await app.db.transact((tx) =>
    eraseAccount(tx, app, { userId, by: actor, way: "own" }),
  );
  if (done.ok) {
    await rememberErasure(app, userId);
    return ok(null);
  }
  if (done.problem.code !== "last-keeper") throw new AppError("conflict");
  return refused(done.problem);
}
