import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { copyResponse } from "~/platform/copy-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { takeOwnData } from "~/services/personal-data/export-own.server";

/** The copy of the actor's own data that a key opens. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const query = new URL(request.url).searchParams;
  const [key, format] = [query.get("key") ?? "", query.get("format") ?? "html"];
  return copyResponse(await orErrorPage(context, takeOwnData(context.app, actor, { key, format })));
}
