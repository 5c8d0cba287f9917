import { renewalOf } from "~/domain/confirmation/renew-rules";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { insertAudit } from "~db/queries/audit";
import {
  findScheme,
  insertNextPeriod,
  listConfirmations,
  listSchemeReviews,
  type SchemeRow,
} from "~db/queries/confirmations";
import type { Writer } from "~db/types";
import { factsOf } from "./confirm.server";
import { loadConfirmation, type ConfirmationPlace } from "./load-confirmation.server";

/**
 * Begins the next period of a school: a self-review of the round's version with nothing in it, so that nothing counts
 * as done; what was written last time stands beside each point. Whoever comes second gets the one that was made. Throws
 * `not-found`, `forbidden`, or `conflict` where renewing is not due.
 */
export async function renewConfirmation(
  app: App,
  actor: Actor,
  place: ConfirmationPlace,
): Promise<{ responseId: string }> {
  const { scheme, school, today } = await loadConfirmation(app, actor, place);
  const facts = factsOf(scheme, { schoolId: school.id, today });
  stopUnless(can(actor, "confirmation.renew", facts));
  const beginning = newBeginning(app, actor);
  const asked = { roundId: scheme.id, schoolId: school.id, today, beginning };
  const responseId = await app.db.transact((tx) => beginNextPeriod(tx, asked));
  if (responseId === null) throw new AppError("conflict");
  return { responseId };
}

/** Ids and the time of a beginning, made before the transaction. `actor` null: the day has come, and nobody pressed. */
export const newBeginning = (app: App, actor: Actor | null) => ({
  actorId: actor?.userId ?? null,
  at: app.clock.now(),
  responseId: app.newId(),
  auditId: app.newId(),
});

type Beginning = {
  roundId: string;
  schoolId: string;
  today: string;
  beginning: ReturnType<typeof newBeginning>;
};

/** The self-review of the next period, made or found; null where renewing is not due. */
export async function beginNextPeriod(
  tx: Writer,
  { roundId, schoolId, today, beginning }: Beginning,
): Promise<string | null> {
  const scheme = await findScheme(tx, { roundId });
  const [last] = await listConfirmations(tx, { roundId, schoolId });
  const [newest] = await listSchemeReviews(tx, { roundId, schoolIds: [schoolId] });
  if (scheme === undefined || last === undefined || newest === undefined) return null;
  const roundOpen = scheme.closedAt === null;
  const renewal = renewalOf({ last, newestPeriod: newest.period, roundOpen, today });
  if (renewal === "begun") return newest.responseId;
  if (renewal !== "offered") return null;
  return insertNext(tx, { scheme, schoolId, period: newest.period + 1, beginning });
}

type Next = Pick<Beginning, "schoolId" | "beginning"> & { scheme: SchemeRow; period: number };

async function insertNext(
  tx: Writer,
  { scheme, schoolId, period, beginning }: Next,
): Promise<string | null> {
  const { responseId, auditId, actorId, at } = beginning;
  const made = await insertNextPeriod(tx, {
    id: responseId,
    schoolId,
    roundId: scheme.id,
    versionId: scheme.versionId,
    period,
    state: "not-started",
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
  if (!made) {
    const [newest] = await listSchemeReviews(tx, { roundId: scheme.id, schoolIds: [schoolId] });
    return newest?.responseId ?? null;
  }
  await insertAudit(tx, {
    id: auditId,
    at,
    actorId,
    event: "confirmation.renewal-begun",
    schoolId,
    organisationId: scheme.organisationId,
    subjectKind: "response",
    subjectId: responseId,
    data: { period },
  });
  return responseId;
}
