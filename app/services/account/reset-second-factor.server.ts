import type { ProvingPage } from "~/auth/proving-page.server";
import { isOrganisationRole } from "~/domain/account/second-factor";
import { londonDate } from "~/domain/calendar/format";
import type { Actor, Grant } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { ColleagueFacts } from "~/domain/policy/facts";
import { HIDDEN, type Verdict } from "~/domain/policy/verdict";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { deleteHalfSessionsOfUser } from "~db/queries/half-sessions";
import { findUser, grantsInForce, type UserRow } from "~db/queries/people";
import { listOrganisationsCovering } from "~db/queries/schools";
import {
  deleteSecondFactor,
  hasAuthenticator,
  listWithAuthenticator,
} from "~db/queries/second-factors";
import { deleteOtherSessions } from "~db/queries/sessions";
import { warnPerson } from "./account-mail.server";
import {
  proveAgain,
  waysToProve,
  type Proof,
  type ProofCode,
  type Ways,
} from "./prove-again.server";
import { insertAccountEvent } from "./record-account-event.server";

export type ColleagueView = {
  name: string;
  email: string;
  hasSecondFactor: boolean;
  /** How the actor may show that it is them. */
  ways: Ways;
};

/**
 * Someone who may have lost their second factor, for whoever may help them (app/domain/policy/colleague-rules.ts).
 * Throws `not-found` for everybody else and `forbidden` where another person is to be asked.
 */
export async function viewColleague(
  app: App,
  actor: Actor,
  { userId, page }: { userId: string; page?: ProvingPage },
): Promise<ColleagueView> {
  const { user } = await loadColleague(app, actor, userId);
  const hasSecondFactor = await hasAuthenticator(app.db.read, userId);
  const ways = await waysToProve(app, actor, page);
  return { name: user.name, email: user.email, hasSecondFactor, ways };
}

type Input = Proof & { userId: string };

/**
 * Takes a colleague's lost second factor away, after the actor's own password or code: it is known by hand who asked. All
 * their sessions end, they are told by mail, and where a role needs one they set a new one up at the next sign-in.
 * Throws as `viewColleague`, and `conflict` where there is none.
 */
export async function resetSecondFactor(
  app: App,
  actor: Actor,
  { userId, ...proof }: Input,
): Promise<Result<null, ProofCode>> {
  const { user, place } = await loadColleague(app, actor, userId);
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return refused(proven.problem.code);
  await app.db.transact(async (tx) => {
    if (!(await deleteSecondFactor(tx, userId))) throw new AppError("conflict");
    await deleteOtherSessions(tx, { userId, keepId: "" });
    await deleteHalfSessionsOfUser(tx, userId);
    await insertAccountEvent(tx, app, {
      event: "account.second-factor-reset",
      actorId: actor.userId,
      subjectId: userId,
      ...("schoolId" in place
        ? { schoolId: place.schoolId }
        : { organisationId: place.organisationId }),
    });
    await warnPerson(tx, app, { to: { ...user, userId }, reason: "second-factor-reset" });
  });
  app.wakeWorker();
  return ok(null);
}

type Colleague = { user: UserRow; place: ColleagueFacts["place"] };

/** Of people at a place, those with an authenticator app that the actor may take away when it is lost. */
export async function whoMayBeHelped(
  app: App,
  actor: Actor,
  people: readonly { userId: string }[],
): Promise<ReadonlySet<string>> {
  const userIds = [...new Set(people.map(({ userId }) => userId))];
  const helped = new Set<string>();
  for (const userId of await listWithAuthenticator(app.db.read, userIds)) {
    const help = await helpFrom(app, actor, userId);
    if ("place" in help) helped.add(userId);
  }
  return helped;
}

/** The colleague, and the first place from which the actor may help. */
async function loadColleague(app: App, actor: Actor, userId: string): Promise<Colleague> {
  const user = await findUser(app.db.read, userId);
  if (user?.disabledAt !== null) throw new AppError("not-found");
  const help = await helpFrom(app, actor, userId);
  if ("place" in help) return { user, place: help.place };
  stopUnless(help.refusal);
  throw new AppError("not-found");
}

type Help = { place: ColleagueFacts["place"] } | { refusal: Verdict };

/** The first place from which the actor may help somebody, or why there is none. */
async function helpFrom(app: App, actor: Actor, userId: string): Promise<Help> {
  const today = londonDate(app.clock.now());
  const grants = await grantsInForce(app.db.read, userId, today);
  const servesOrganisation = grants.some(isOrganisationRole);
  let refusal: Verdict = HIDDEN;
  for (const grant of grants) {
    const place = await placeOf(app, grant);
    const facts = { userId, today, place, servesOrganisation };
    const verdict = can(actor, "person.reset-second-factor", facts);
    if (verdict.allowed) return { place };
    if (!verdict.hide) refusal = verdict;
  }
  return { refusal };
}

async function placeOf(app: App, grant: Grant): Promise<ColleagueFacts["place"]> {
  const { schoolId, organisationId } = grant;
  if (schoolId === null) return { organisationId: organisationId ?? "" };
  return { schoolId, coveredBy: await listOrganisationsCovering(app.db.read, { schoolId }) };
}
