import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { endSession, requireStanding } from "~/auth/session.server";
import { z } from "~/domain/zod";
import { endOwnSession, signOutEverywhere } from "~/services/account/sessions.server";

const Schema = z.object({ session: z.string().max(100).catch("") });

/** The list stands on the account page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStanding(request, context);
  return redirect("/account");
}

/** Signs one browser out, or with no `session` every one, this one too. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStanding(request, context);
  const { session } = Schema.parse(Object.fromEntries(await request.formData()));
  if (session !== "") {
    await endOwnSession(context.app, actor, session);
    return redirect("/account?ended=1");
  }
  await signOutEverywhere(context.app, actor);
  const cookie = await endSession(request, context);
  return redirect("/sign-in?everywhere=1", { headers: { "Set-Cookie": cookie } });
}
