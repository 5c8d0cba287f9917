import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { deleteSavedList, saveList } from "~db/queries/saved-lists";
import { loadOrganisation } from "./load-organisation.server";

/** Longest name of a list, in UTF-16 code units. */
const NAME_MAX = 60;
const action = "organisation.chase";

type Kept = { key: string; name: string; query: string };

/** Keeps a filter of the list under a name, for the person alone. Throws `not-found` or `forbidden`. */
export async function keepList(
  app: App,
  actor: Actor,
  { key, name, query }: Kept,
): Promise<Result<{ name: string }, string>> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  const named = name.trim();
  if (named === "") return refused("Give the list a name");
  if (named.length > NAME_MAX) return refused(`Use ${NAME_MAX} characters or fewer for the name`);
  if (query.length > 600) throw new AppError("bad-request");
  const of = { organisationId: organisation.id, userId: actor.userId };
  const row = { ...of, id: app.newId(), name: named, query, createdAt: app.clock.now() };
  await app.db.transact((tx) => saveList(tx, row));
  return ok({ name: named });
}

/** Forgets a list of one's own; any other stays as it is. */
export async function forgetList(
  app: App,
  actor: Actor,
  { key, listId }: { key: string; listId: string },
): Promise<void> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  const of = { organisationId: organisation.id, userId: actor.userId };
  await app.db.transact((tx) => deleteSavedList(tx, { ...of, listId }));
}
