import type { ProvingPage } from "~/auth/proving-page.server";
import { londonDate } from "~/domain/calendar/format";
import { readDay } from "~/domain/calendar/read-day";
import { isCurrentOrComing } from "~/domain/people/leaving";
import { roleName } from "~/domain/people/role-names";
import { REQUEST_WAYS, type RequestWay } from "~/domain/personal-data/erasure";
import { can } from "~/domain/policy/can";
import type { Actor } from "~/domain/policy/actor";
import type { SubjectFacts } from "~/domain/policy/facts";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  proveAgain,
  waysToProve,
  type Proof,
  type ProofCode,
  type Ways,
} from "~/services/account/prove-again.server";
import { recordAccountEvent } from "~/services/account/record-account-event.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import {
  loadOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { isErased } from "~db/queries/erasures";
import { listCoverageOf, listGrantsOfPerson } from "~db/queries/held-roles";
import { findUser, findUserByEmail, grantsInForce } from "~db/queries/people";
import { makeCopyKey, openCopyKey } from "./copy-key.server";
import { eraseAccount } from "./erase-account.server";
import { rememberErasure } from "./erasure-journal.server";
import { exportPersonalData } from "./export-personal-data.server";
import { copyFile, type CopyFile } from "./export-own.server";

/** Somebody who asked in writing, as the manager who answers sees them. */
export type SubjectView = {
  userId: string;
  name: string;
  email: string;
  /** Where they have or had a role, with its last day. */
  roles: { words: string; to: string | null }[];
  mayErase: boolean;
  /** It is the manager's own account, which has pages of its own. */
  isYou: boolean;
};

export type RequestsView = { organisation: OrganisationView; ways: Ways; today: string };

const action = "organisation.manage-retention";

/** The page where a manager answers people who asked in writing. Throws `not-found` or `forbidden`. */
export async function viewRequests(
  app: App,
  actor: Actor,
  { key, page }: { key: string; page?: ProvingPage },
): Promise<RequestsView> {
  const { view, today } = await loadOrganisation(app, actor, { key, action });
  return { organisation: view, ways: await waysToProve(app, actor, page), today };
}

/** Somebody with a role, now or once, in the organisation or a school it covers; null: nobody with that address. */
export async function findSubject(
  app: App,
  actor: Actor,
  { key, email }: { key: string; email: string },
): Promise<SubjectView | null> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  const user = await findUserByEmail(app.db.read, email);
  if (user === undefined) return null;
  const { facts, grants } = await subjectFacts(app, { organisation, userId: user.id });
  if (!facts.belongs || (await isErased(app.db.read, user.id))) return null;
  const { id: userId, name } = user;
  return {
    userId,
    name,
    email: user.email,
    roles: grants.map(({ role, schoolName, organisationName, to }) => ({
      words: `${roleName({ role })}, ${schoolName ?? organisationName ?? ""}`,
      to,
    })),
    mayErase: can(actor, "subject.erase", facts).allowed,
    isYou: userId === actor.userId,
  };
}

/** How and when the request came, as typed. */
export type RequestFields = { userId: string; how: string; asked: string };
export type RequestProblem =
  { field: "how" | "asked"; message: string } | { field: "proof"; code: ProofCode };

type Request = { key: string; fields: RequestFields; proof: Proof };

/** The key to a copy of what is held about someone who asked in writing, with its line in the record. */
export async function giveData(
  app: App,
  actor: Actor,
  request: Request,
): Promise<Result<{ key: string }, RequestProblem[]>> {
  const answered = await answering(app, actor, { ...request, action: "subject.give-data" });
  if (!answered.ok) return answered;
  const { organisationId, userId, way, asked } = answered.value;
  await recordAccountEvent(app, {
    event: "account.data-given",
    actorId: actor.userId,
    subjectId: userId,
    organisationId,
    data: { way, asked },
  });
  return ok({ key: await makeCopyKey(app, actor, { userId, organisationId }) });
}

/** Erases the account of someone who has no role left and asked in writing. Throws `conflict` where it is gone. */
export async function eraseOnRequest(
  app: App,
  actor: Actor,
  request: Request,
): Promise<Result<null, RequestProblem[]>> {
  const answered = await answering(app, actor, { ...request, action: "subject.erase" });
  if (!answered.ok) return answered;
  const { organisationId, userId } = answered.value;
  const erased = await app.db.transact((tx) =>
    eraseAccount(tx, app, { userId, by: actor, way: "manager", organisationId }),
  );
  if (!erased.ok) throw new AppError("conflict");
  await rememberErasure(app, userId);
  return ok(null);
}

/** The copy that a key opens. Throws `not-found` where it opens nothing of this organisation's. */
export async function takeSubjectData(
  app: App,
  actor: Actor,
  asked: { organisation: string; key: string; format: string },
): Promise<CopyFile> {
  const { organisation, today } = await loadOrganisation(app, actor, {
    key: asked.organisation,
    action,
  });
  const { userId, organisationId } = await openCopyKey(app, actor, asked.key);
  const user = await findUser(app.db.read, userId);
  if (organisationId !== organisation.id || user === undefined) throw new AppError("not-found");
  const { facts } = await subjectFacts(app, { organisation, userId });
  stopUnless(can(actor, "subject.give-data", facts));
  const { name, email } = user;
  const grants = await grantsInForce(app.db.read, userId, today);
  const person = { userId, name, email, grants };
  const who = { userId, email, way: "manager", person, organisationId } as const;
  return copyFile(app, { data: await exportPersonalData(app, who), format: asked.format });
}

type Answered = { organisationId: string; userId: string; way: RequestWay; asked: string };

async function answering(
  app: App,
  actor: Actor,
  asked: Request & { action: "subject.give-data" | "subject.erase" },
): Promise<Result<Answered, RequestProblem[]>> {
  const { organisation, today } = await loadOrganisation(app, actor, { key: asked.key, action });
  const { userId, how } = asked.fields;
  const day = readDay(asked.fields.asked);
  if (await isErased(app.db.read, userId)) throw new AppError("not-found");
  const { facts } = await subjectFacts(app, { organisation, userId });
  stopUnless(can(actor, asked.action, facts));
  const known = REQUEST_WAYS.find((one) => one === how);
  const problems = requestProblems({ known, day, today });
  if (known === undefined || day === null || problems.length > 0) return refused(problems);
  const proven = await proveAgain(app, actor, asked.proof);
  if (!proven.ok) return refused([{ field: "proof", code: proven.problem.code }]);
  return ok({ organisationId: organisation.id, userId, way: known, asked: day });
}

type Read = { known: RequestWay | undefined; day: string | null; today: string };

function requestProblems({ known, day, today }: Read): RequestProblem[] {
  const isDay = day !== null && day <= today;
  return [
    ...(known === undefined
      ? [{ field: "how" as const, message: "Choose how the request came" }]
      : []),
    ...(isDay
      ? []
      : [{ field: "asked" as const, message: "Enter the day the request came, today or before" }]),
  ];
}

type OfOrganisation = { organisation: { id: string }; userId: string };

async function subjectFacts(app: App, { organisation, userId }: OfOrganisation) {
  const today = londonDate(app.clock.now());
  const grants = await listGrantsOfPerson(app.db.read, userId);
  const schoolIds = grants.flatMap(({ schoolId }) => (schoolId === null ? [] : [schoolId]));
  const covered = await listCoverageOf(app.db.read, schoolIds);
  const isOf = (one: (typeof grants)[number]): boolean =>
    one.organisationId === organisation.id ||
    covered.some((row) => row.schoolId === one.schoolId && row.organisationId === organisation.id);
  const facts: SubjectFacts = {
    organisationId: organisation.id,
    today,
    userId,
    belongs: grants.some(isOf),
    hasRole: grants.some((grant) => isCurrentOrComing(grant, today)),
  };
  return { facts, grants: grants.filter(isOf) };
}
