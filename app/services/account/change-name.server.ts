import { readPersonName } from "~/domain/people/person-fields";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { setUserName } from "~db/queries/own-account";
import { insertAccountEvent } from "./record-account-event.server";

/**
 * Changes the actor's own name, as it is shown and signed with from now on. Signatures keep the name they were given
 * with. The same name again changes nothing.
 */
export async function changeName(
  app: App,
  actor: Actor,
  { name: typed }: { name: string },
): Promise<Result<null, "not-a-name">> {
  const { userId } = actor;
  if (!can(actor, "person.change-own-account", { userId }).allowed) throw new AppError("forbidden");
  const name = readPersonName(typed);
  if (name === null) return refused("not-a-name");
  await app.db.transact(async (tx) => {
    if (!(await setUserName(tx, { userId, name }))) return;
    const event = "account.name-changed";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
  });
  return ok(null);
}
