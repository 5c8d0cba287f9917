import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endSession, getSession } from "~/auth/session.server";
import { signOut } from "~/services/account/sessions.server";

/** Signing out is a post; whoever opens the address by hand goes to the front page. */
export function loader() {
  return redirect("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await getSession(request, context);
  if (session !== null) await signOut(context.app, session);
  const cookie = await endSession(request, context);
  // Not "storage": somebody else's notes may wait on a shared tablet (docs/decisions/0018).
  const headers = { "Set-Cookie": cookie, "Clear-Site-Data": '"cache"' };
  return redirect("/sign-in?out=1", { headers });
}
