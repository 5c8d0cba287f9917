import { openText, sealText } from "~/auth/secret-box.server";
import type { Actor } from "~/domain/policy/actor";
import { z } from "~/domain/zod";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";

/** How long the links to a copy work after its maker proved who they are. Milliseconds. */
const KEY_LIFETIME = 10 * 60_000;

const KeySchema = z.object({
  /** Whose data. */
  userId: z.string(),
  /** Whose manager hands it over; null for one's own. */
  organisationId: z.string().nullable(),
  until: z.number(),
});
type Opened = { userId: string; organisationId: string | null };

/** What stands in the link to a copy; it opens for nobody but the actor, for ten minutes. */
export async function makeCopyKey(app: App, actor: Actor, what: Opened): Promise<string> {
  const until = app.clock.now().getTime() + KEY_LIFETIME;
  const text = JSON.stringify({ ...what, until });
  const sealed = await sealText(app, { text, owner: ownerOf(actor) });
  return Buffer.from(sealed).toString("base64url");
}

/** Throws `not-found` for a key that is another person's, is over or was made up. */
export async function openCopyKey(app: App, actor: Actor, key: string): Promise<Opened> {
  const opened = await openSealed(app, actor, key);
  if (opened === null || opened.until < app.clock.now().getTime()) throw new AppError("not-found");
  const { userId, organisationId } = opened;
  return { userId, organisationId };
}

async function openSealed(app: App, actor: Actor, key: string) {
  const sealed = Buffer.from(key, "base64url").toString();
  try {
    const text = await openText(app, { sealed, owner: ownerOf(actor) });
    const value: unknown = JSON.parse(text);
    return KeySchema.parse(value);
  } catch {
    return null;
  }
}

const ownerOf = ({ userId }: Actor): string => `copy:${userId}`;
