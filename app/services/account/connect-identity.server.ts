import type { OutsideIdentity } from "~/domain/account/outside-identity";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { isUniqueViolation } from "~db/errors";
import { findIdentity, insertIdentity } from "~db/queries/identities";
import { findUser } from "~db/queries/people";
import type { Writer } from "~db/types";
import { warnPerson } from "./account-mail.server";
import { insertAccountEvent } from "./record-account-event.server";

type Outside = Pick<OutsideIdentity, "issuer" | "subject" | "label">;

/** Both shown to be the person's own: `outside` at the provider, `userId` here. `how`: for the record. */
export type NewConnection = {
  userId: string;
  provider: string;
  outside: Outside;
  how: "account" | "after-sign-in" | "invitation";
};

/**
 * Lets an account elsewhere open an account here; the person is told by mail. Call `app.wakeWorker()` after the commit.
 * Throws for an account that was closed meanwhile: an erased one gets no address back by it.
 */
export async function insertConnection(
  tx: Writer,
  app: App,
  { userId, provider, outside, how }: NewConnection,
): Promise<void> {
  const { issuer, subject, label } = outside;
  const user = await findUser(tx, userId);
  if (user?.disabledAt !== null) throw new AccountClosed();
  await insertIdentity(tx, {
    id: app.newId(),
    userId,
    provider,
    issuer,
    subject,
    label,
    connectedAt: app.clock.now(),
    lastUsedAt: null,
    organisationUrn: null,
    organisationName: null,
    organisationRoles: null,
  });
  const event = "account.identity-connected";
  const data = { provider, how };
  await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId, data });
  await warnPerson(tx, app, { to: { ...user, userId }, reason: "single-sign-on-linked" });
}

class AccountClosed extends Error {}

/**
 * The same in a transaction of its own. `taken`: it opens somebody else's account; `already-connected`: the person's
 * own, or they have connected another of this provider; `closed`: the account here was closed meanwhile. `also` is done
 * with it, and undone with it.
 */
export async function connectIdentity(
  app: App,
  connection: NewConnection,
  also: (tx: Writer) => Promise<void> = () => Promise.resolve(),
): Promise<Result<null, "taken" | "already-connected" | "closed">> {
  const known = await findIdentity(app.db.read, connection.outside);
  if (known !== undefined) {
    return refused(known.userId === connection.userId ? "already-connected" : "taken");
  }
  try {
    await app.db.transact(async (tx) => {
      await also(tx);
      await insertConnection(tx, app, connection);
    });
  } catch (thrown) {
    if (thrown instanceof AccountClosed) return refused("closed");
    if (isUniqueViolation(thrown)) return refused("already-connected");
    throw thrown;
  }
  app.wakeWorker();
  return ok(null);
}
