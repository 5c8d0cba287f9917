import type { ProvingPage } from "~/auth/proving-page.server";
import { mayDisconnect } from "~/domain/account/single-sign-on";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { visibleSchools } from "~/domain/policy/scopes";
import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";
import type { App } from "~/platform/app.server";
import { deleteHalfSessionsOfUser } from "~db/queries/half-sessions";
import { deleteIdentity, listIdentities, type IdentityRow } from "~db/queries/identities";
import { findUser } from "~db/queries/people";
import { findSchoolByUrn } from "~db/queries/schools";
import { deleteOtherSessions } from "~db/queries/sessions";
import { warnPerson } from "./account-mail.server";
import { viewPending, type PendingView } from "./pending-identity.server";
import { proveAgain, waysToProve, type ProofCode, type Ways } from "./prove-again.server";
import { insertAccountEvent } from "./record-account-event.server";
import { listProviders, type WayChange } from "./start-single-sign-on.server";

/** An account elsewhere that opens the actor's. `workplace`: where the provider says they work. */
export type ConnectedView = {
  key: string;
  name: string;
  label: string | null;
  connectedAt: Date;
  lastUsedAt: Date | null;
  workplace: { name: string; roles: string[]; hasRoleHere: boolean } | null;
};

export type SingleSignOnView = {
  connected: ConnectedView[];
  /** Providers of which no account is connected yet. */
  open: { key: string; name: string }[];
  pending: PendingView | null;
  /** How the person may show that it is them. */
  ways: Ways;
  mayDisconnect: boolean;
};

/** The page that is asked for, and what its browser's cookie of a pending account holds. */
type Asked = { page: ProvingPage; pending: string | null };

/** The actor's own ways of signing in by an account elsewhere. */
export async function viewSingleSignOn(
  app: App,
  actor: Actor,
  { page, pending }: Asked,
): Promise<SingleSignOnView> {
  const rows = await listIdentities(app.db.read, actor.userId);
  const ways = await waysToProve(app, actor, page);
  const providers = listProviders(app);
  const nameOf = (key: string) => providers.find((one) => one.key === key)?.name ?? key;
  return {
    connected: await Promise.all(
      rows.map(async (row) => ({
        key: row.provider,
        name: nameOf(row.provider),
        label: row.label,
        connectedAt: row.connectedAt,
        lastUsedAt: row.lastUsedAt,
        workplace: await workplaceOf(app, actor, row),
      })),
    ),
    open: providers.filter(({ key }) => rows.every((row) => row.provider !== key)),
    pending: await viewPending(app, actor, { pending, sessionId: page.sessionId }),
    ways,
    mayDisconnect: mayDisconnect({ hasPassword: ways.password, identities: rows.length }),
  };
}

async function workplaceOf(
  app: App,
  actor: Actor,
  { organisationName: name, organisationUrn: urn, organisationRoles }: IdentityRow,
): Promise<ConnectedView["workplace"]> {
  if (name === null || urn === null) return null;
  const school = await findSchoolByUrn(app.db.read, urn);
  const mine = new Set(visibleSchools(actor, londonDate(app.clock.now())));
  const hasRoleHere = school !== undefined && mine.has(school.id);
  const roles = z
    .array(z.string())
    .catch([])
    .parse(JSON.parse(organisationRoles ?? "[]"));
  return { name, roles, hasRoleHere };
}

/**
 * Takes away an account elsewhere that opens the actor's; every other session ends, and they are told by mail.
 * `only-way`: nothing else would let them in.
 */
export async function disconnectIdentity(
  app: App,
  actor: Actor,
  { provider, proof, sessionId }: WayChange,
): Promise<Result<null, ProofCode | "only-way">> {
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return refused(proven.problem.code);
  const { userId } = actor;
  const done = await app.db.transact(async (tx) => {
    const user = await findUser(tx, userId);
    const identities = (await listIdentities(tx, userId)).length;
    const hasPassword = (user?.passwordHash ?? null) !== null;
    if (!mayDisconnect({ hasPassword, identities })) return false;
    if ((await deleteIdentity(tx, { userId, provider })) === undefined) return true;
    await deleteOtherSessions(tx, { userId, keepId: sessionId });
    await deleteHalfSessionsOfUser(tx, userId);
    const event = "account.identity-disconnected";
    await insertAccountEvent(tx, app, {
      event,
      actorId: userId,
      subjectId: userId,
      data: { provider },
    });
    await warnPerson(tx, app, { to: actor, reason: "single-sign-on-unlinked" });
    return true;
  });
  app.wakeWorker();
  return done ? ok(null) : refused("only-way");
}
