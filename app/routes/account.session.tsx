import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { ownPath } from "~/auth/next-path";
import { extendSession, readSessionEnd } from "~/auth/session.server";
import { z } from "~/domain/zod";

/** When this browser's session ends, for the warning before it does; asking does not move it on. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return { end: await readSessionEnd(request, context) };
}

const Schema = z.object({ back: z.string().max(2000).catch("") });

/** "Stay signed in". Without JavaScript it goes back to the page it was pressed on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const end = await extendSession(request, context);
  const { back: given } = Schema.parse(Object.fromEntries(await request.formData()));
  const back = ownPath(given);
  return back === null ? { end } : redirect(back);
}
