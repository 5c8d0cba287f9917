import { argon2Passwords, type Passwords } from "~/auth/password.server";
import { forgiveAttempt, takeAttempt } from "~/auth/sign-in-limits.server";
import { hashToken } from "~/auth/single-use-token.server";
import { judgeNewPassword, type PasswordProblem } from "~/domain/account/new-password";
import { londonDate } from "~/domain/calendar/format";
import { normalEmail, readPersonName } from "~/domain/people/person-fields";
import { ROLE_OFFERS, roleName } from "~/domain/people/role-names";
import { looksLikeToken } from "~/domain/people/single-use-token";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { isUniqueViolation } from "~db/errors";
import { insertAudit } from "~db/queries/audit";
import type { Place } from "~db/queries/grants";
import { findOpenInvitation, spendInvitation, type FoundInvitation } from "~db/queries/invitations";
import { inviteSchoolLater } from "~/services/rounds/invite-schools.server";
import { findUserByEmail, insertGrant, insertUser } from "~db/queries/people";
import type { Writer } from "~db/types";
import { auditInvitation } from "./send-invitation.server";

/** What the page of a link says. `standing`: how the person who opened it may accept. */
export type InvitationPageView = {
  placeName: string;
  inviterName: string | null;
  name: string;
  email: string;
  words: string;
  meaning: string;
  from: string;
  to: string | null;
  standing: "new" | "sign-in" | "accept" | "other-person";
};

type Asked = { secret: string; address: string };

/**
 * Reads an invitation and changes nothing: programs that open every link in a mail do no harm. `gone` is the one
 * answer for links that never were, were used, taken back, or have ended.
 */
export async function viewInvitation(
  app: App,
  actor: Actor | null,
  asked: Asked,
): Promise<Result<InvitationPageView, "gone" | "too-many">> {
  const found = await findAsked(app, asked);
  if (!found.ok) return found;
  const one = found.value;
  const { name, email, role, signingTitle, from, to, inviterName } = one;
  const kind = one.organisationKind === null ? {} : { kind: one.organisationKind };
  return ok({
    placeName: one.schoolName ?? one.organisationName ?? "",
    inviterName,
    name,
    email,
    words: roleName({ role, signingTitle, ...kind }),
    meaning: ROLE_OFFERS[role],
    from,
    to,
    standing: await standingOf(app, actor, one),
  });
}

async function standingOf(
  app: App,
  actor: Actor | null,
  { emailNormal }: FoundInvitation,
): Promise<InvitationPageView["standing"]> {
  if (actor !== null) return normalEmail(actor.email) === emailNormal ? "accept" : "other-person";
  const user = await findUserByEmail(app.db.read, emailNormal);
  return user === undefined ? "new" : "sign-in";
}

async function findAsked(
  app: App,
  { secret, address }: Asked,
): Promise<Result<FoundInvitation & { hash: string }, "gone" | "too-many">> {
  const hash = hashToken(secret);
  const who = { account: hash, address };
  if (!(await takeAttempt(app, who, "invitation"))) return refused("too-many");
  if (!looksLikeToken(secret)) return refused("gone");
  const now = app.clock.now();
  const found = await findOpenInvitation(app.db.read, { hash, now });
  if (found === undefined || (found.to !== null && found.to < londonDate(now))) {
    return refused("gone");
  }
  await forgiveAttempt(app, who, "invitation");
  return ok({ ...found, hash });
}

/** What somebody without an account chooses. */
export type NewAccount = { name: string; password: string };

export type AcceptProblem =
  | "gone"
  | "too-many"
  | "sign-in"
  | "other-person"
  | { name: boolean; password: PasswordProblem | null };

/** Who is now in, and where they begin. `isNew`: the caller starts a session for them. */
export type Accepted = { userId: string; isNew: boolean; path: string };

type Accept = Asked & { account: NewAccount; passwords?: Passwords };

/**
 * Accepts an invitation, once: a person without an account gets one, and the role begins. For a known address its
 * person has to be signed in. Hashing is done before the transaction.
 */
export async function acceptInvitation(
  app: App,
  actor: Actor | null,
  { account, passwords = argon2Passwords, ...asked }: Accept,
): Promise<Result<Accepted, AcceptProblem>> {
  const found = await findAsked(app, asked);
  if (!found.ok) return found;
  const standing = await standingOf(app, actor, found.value);
  if (standing === "sign-in" || standing === "other-person") return refused(standing);
  if (actor !== null) return accept(app, found.value, { userId: actor.userId, isNew: false });
  const name = readPersonName(account.name);
  const { email } = found.value;
  const choice = judgeNewPassword({ password: account.password, current: "", email });
  if (name === null || !choice.ok) {
    return refused({ name: name === null, password: choice.ok ? null : choice.problem });
  }
  const passwordHash = await passwords.hash(choice.value);
  return accept(app, found.value, { userId: app.newId(), isNew: true, name, passwordHash });
}

type BySingleSignOn = Asked & {
  /** Ties the account elsewhere to the new one, in the same transaction. */
  connect: (tx: Writer, userId: string) => Promise<void>;
};

/**
 * Accepts an invitation, once, for somebody without an account here who has just come from a provider after leaving the
 * invitation's own page: the account opens by that provider and has no password. `sign-in`: the invited address has an
 * account already, which an account elsewhere never opens by itself.
 */
export async function acceptInvitationBySingleSignOn(
  app: App,
  { connect, ...asked }: BySingleSignOn,
): Promise<Result<Accepted, "gone" | "too-many" | "sign-in">> {
  const found = await findAsked(app, asked);
  if (!found.ok) return found;
  if ((await standingOf(app, null, found.value)) !== "new") return refused("sign-in");
  const { name } = found.value;
  const userId = app.newId();
  return accept(app, found.value, { userId, isNew: true, name, passwordHash: null, connect });
}

type Taker =
  | { userId: string; isNew: false }
  | {
      userId: string;
      isNew: true;
      name: string;
      passwordHash: string | null;
      connect?: BySingleSignOn["connect"];
    };

type Found = FoundInvitation & { hash: string };
type Accepting = Result<Accepted, "gone" | "sign-in">;

async function accept(app: App, found: Found, taker: Taker): Promise<Accepting> {
  try {
    return await app.db.transact((tx) => acceptWithin(tx, app, { found, taker }));
  } catch (thrown) {
    if (thrown instanceof InvitationGone) return refused("gone");
    // Another invitation made the same account at the same moment.
    if (isUniqueViolation(thrown)) return refused("sign-in");
    throw thrown;
  }
}

async function acceptWithin(
  tx: Writer,
  app: App,
  { found, taker }: { found: Found; taker: Taker },
): Promise<Accepting> {
  const at = app.clock.now();
  const { userId, isNew } = taker;
  const { hash, email } = found;
  const known = await findUserByEmail(tx, found.emailNormal);
  if (isNew && known !== undefined) return refused("sign-in");
  if (!isNew && known?.disabledAt !== null) return refused("gone");
  if (isNew) {
    const { name, passwordHash } = taker;
    await insertUser(tx, { id: userId, name, email, passwordHash, version: 1, createdAt: at });
    await taker.connect?.(tx, userId);
  }
  if (!(await spendInvitation(tx, { hash, userId, at }))) throw new InvitationGone();
  await giveRole(tx, app, { found, userId });
  return ok({ userId, isNew, path: firstPath(found) });
}

/** Undoes a transaction whose link was used by another press. */
class InvitationGone extends Error {}

async function giveRole(
  tx: Writer,
  app: App,
  { found, userId }: { found: FoundInvitation; userId: string },
): Promise<void> {
  const at = app.clock.now();
  const today = londonDate(at);
  const { role, questionnaireKey, signingTitle, to } = found;
  const place = placeOf(found);
  const from = found.from < today ? today : found.from;
  const days = { from, to };
  const grant = { userId, role, questionnaireKey, signingTitle, ...days, ...place };
  await insertGrant(tx, { id: app.newId(), ...grant, createdAt: at });
  if (found.schoolId !== null) await inviteSchoolLater(tx, app, { schoolId: found.schoolId });
  const event = "invitation.accepted";
  await auditInvitation(tx, app, { id: found.id, actorId: userId, place, event });
  await insertAudit(tx, {
    id: app.newId(),
    at,
    actorId: userId,
    event: "grant.given",
    ...place,
    subjectKind: "person",
    subjectId: userId,
    data: { role, ...days, by: "invitation", invitedBy: found.invitedBy },
  });
}

function placeOf({ schoolId, organisationId }: FoundInvitation): Place {
  return schoolId === null ? { organisationId: organisationId ?? "" } : { schoolId };
}

/** Where somebody begins: who manages, at what there is to take over; who claimed the school, at its team. */
function firstPath({ urn, role, organisationKey, invitedBy }: FoundInvitation): string {
  if (urn === null) return role === "reviewer" ? "/" : `/organisations/${organisationKey ?? ""}`;
  const school = `/schools/${urn}`;
  if (invitedBy === null) return `${school}/team?claimed=1`;
  return role === "head" || role === "coordinator" ? `${school}/first-day` : school;
}
