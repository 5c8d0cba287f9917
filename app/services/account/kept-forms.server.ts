import { readKeptForms, textsOf, type KeptForm } from "~/auth/kept-form";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { listKeptText, setKeptText } from "~db/queries/sessions";

/** One page's worth of text typed before a session ended. `page` is the path to go back to. */
export type KeptFormView = { page: string; texts: { label: string; text: string }[] };

/** What the actor typed before their session ended, the newest first; never anyone else's. */
export async function listKeptForms(app: App, actor: Actor): Promise<KeptFormView[]> {
  const tombstones = await listKeptText(app.db.read, ownerOf(app, actor));
  const forms = tombstones.flatMap(({ keptForm }) => readKeptForms(keptForm).reverse());
  return forms.map((form) => ({ page: form.page, texts: textsOf(form) }));
}

/** The actor's newest kept form posted to `path` (no query), for the screen that fills it in again. It stays kept. */
export async function findKeptForm(app: App, actor: Actor, path: string): Promise<KeptForm | null> {
  const tombstones = await listKeptText(app.db.read, ownerOf(app, actor));
  const forms = tombstones.map(({ keptForm }) => readKeptForms(keptForm));
  const found = forms.map((each) => each.findLast((form) => isPostedTo(form, path)));
  return found.find((form) => form !== undefined) ?? null;
}

const isPostedTo = (form: KeptForm, path: string): boolean => form.path.split("?")[0] === path;

/**
 * Forgets the actor's newest kept form posted to `path` (no query) and gives it back, once its screen has saved
 * it. Null when there is none.
 */
export async function takeKeptForm(app: App, actor: Actor, path: string): Promise<KeptForm | null> {
  if ((await findKeptForm(app, actor, path)) === null) return null;
  const owner = ownerOf(app, actor);
  return app.db.transact(async (tx) => {
    for (const tombstone of await listKeptText(tx, owner)) {
      const forms = readKeptForms(tombstone.keptForm);
      const at = forms.findLastIndex((form) => isPostedTo(form, path));
      const found = forms[at];
      if (found === undefined) continue;
      const rest = forms.filter((_, index) => index !== at);
      await setKeptText(tx, { ...tombstone, keptForm: storedOf(rest) });
      return found;
    }
    return null;
  });
}

/** Forgets everything kept for the actor, when they say they have it. */
export async function forgetKeptForms(app: App, actor: Actor): Promise<void> {
  const owner = ownerOf(app, actor);
  await app.db.transact(async (tx) => {
    for (const tombstone of await listKeptText(tx, owner)) {
      await setKeptText(tx, { ...tombstone, keptPath: null, keptForm: null });
    }
  });
}

function ownerOf(app: App, actor: Actor): { userId: string; now: Date } {
  return { userId: actor.userId, now: app.clock.now() };
}

function storedOf(forms: KeptForm[]): string | null {
  return forms.length === 0 ? null : JSON.stringify(forms);
}
