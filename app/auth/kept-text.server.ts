import type { App } from "~/platform/app.server";
import { findTombstone, setKeptText } from "~db/queries/sessions";
import { findEndedSession } from "./ended-session.server";
import { addKeptForm, fieldsToKeep, textsOf, type KeptForm } from "./kept-form";
import { ownPath } from "./next-path";
import { TOMBSTONE_LIFETIME } from "./session-lifetime";

const SIGNED_OUT = "Your session ended. Sign in again: your text is still on this page.";

/**
 * Answers a post that nobody is signed in for. When the browser's session ended by time, what was typed
 * is kept for its person first (design.md decision 9), then the browser is sent to sign in with 303.
 * A script's JSON is answered 401 `{ code: "signed-out", message }`, since the page still has the text.
 * Call it before anything reads the body.
 */
export async function keepTextOfExpiredSession(
  request: Request,
  context: { app: App },
): Promise<Response> {
  if (isFromScript(request)) {
    return Response.json({ code: "signed-out", message: SIGNED_OUT }, { status: 401 });
  }
  const form = await readForm(request, context.app.config.origin);
  const kept = form !== null && (await keepForm(request, context, form));
  const params = new URLSearchParams({ [noticeOf({ kept, form })]: "1" });
  const next = ownPath(form?.page);
  if (next !== null) params.set("next", next);
  return new Response(null, {
    status: 303,
    headers: { Location: `/sign-in?${params.toString()}` },
  });
}

/** What the sign-in page says: text that could not be kept is still on the page it was typed on. */
function noticeOf({ kept, form }: { kept: boolean; form: KeptForm | null }): string {
  if (kept) return "kept";
  return form !== null && textsOf(form).length > 0 ? "unsaved" : "ended";
}

function isFromScript(request: Request): boolean {
  const sends = request.headers.get("Content-Type") ?? "";
  const wants = request.headers.get("Accept") ?? "";
  return sends.startsWith("application/json") || wants.startsWith("application/json");
}

async function readForm(request: Request, origin: string): Promise<KeptForm | null> {
  const url = new URL(request.url);
  const path = url.pathname + url.search;
  try {
    const form = await request.formData();
    const fields = isNeverKept(url.pathname) ? [] : fieldsToKeep(form.entries());
    return { path, page: pageOf(request, origin) ?? path, fields };
  } catch {
    return null; // Not a form: there is no typed text in it.
  }
}

/** Words typed in order to be removed are kept nowhere. */
const isNeverKept = (path: string): boolean => /\/remove-details$/.test(path);

/** The page a form stood on may differ from where it was posted; the browser says which it was. */
function pageOf(request: Request, origin: string): string | null {
  const referer = request.headers.get("Referer") ?? "";
  if (!URL.canParse(referer)) return null;
  const url = new URL(referer);
  const ours = [origin, new URL(request.url).origin];
  return ours.includes(url.origin) ? ownPath(url.pathname + url.search) : null;
}

async function keepForm(request: Request, context: { app: App }, form: KeptForm): Promise<boolean> {
  const { db, clock } = context.app;
  const ended = await findEndedSession(request, context);
  if (ended === undefined || form.fields.length === 0) return false;
  const now = clock.now();
  return db.transact(async (tx) => {
    const tombstone = await findTombstone(tx, { id: ended.id, now });
    if (tombstone === undefined) return false;
    await setKeptText(tx, {
      id: tombstone.id,
      keptPath: form.path,
      keptForm: addKeptForm(tombstone.keptForm, form),
      expiresAt: new Date(now.getTime() + TOMBSTONE_LIFETIME),
    });
    return true;
  });
}
